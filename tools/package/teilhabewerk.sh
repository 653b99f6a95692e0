#!/bin/sh
# Teilhabewerk mit eigenem Node und PostgreSQL: ./teilhabewerk start, oder ein Befehl aus ./teilhabewerk help.
set -eu

self=$0
while [ -h "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=$(dirname -- "$self")/$link ;;
  esac
done
here=$(CDPATH='' cd -- "$(dirname -- "$self")" && pwd -P)
node=$here/runtime/node

refuse() {
  printf '%s\n' "$1" >&2
  exit 1
}

if [ "$(uname -s)-$(uname -m)" != "@SYSTEM@" ]; then
  refuse "Dieses Archiv ist für @SYSTEM@ gemacht, hier läuft $(uname -s)-$(uname -m)."
fi
"$node" --version >/dev/null 2>&1 || refuse "Das mitgelieferte Node läuft hier nicht. Es braucht ein Linux mit glibc 2.28 oder neuer; der Ordner darf nicht mit noexec eingebunden sein."

# Beside the program unless the environment says otherwise, wherever the command is called from.
DATA_DIR=${DATA_DIR:-$here/data}
TEILHABEWERK_COMMAND=${TEILHABEWERK_COMMAND:-./teilhabewerk}
export DATA_DIR TEILHABEWERK_COMMAND

case ${1:-help} in
  start) exec "$node" "$here/build/server/main.mjs" ;;
  *) exec "$node" "$here/build/server/cli.mjs" "$@" ;;
esac
