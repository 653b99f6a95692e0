import { parseArgs } from 'node:util'
import { stackOf } from '#platform/stack.ts'
import { BackupError } from '#platform/backup/archive.ts'
import { ConfigError } from '#platform/config.ts'
import { StartError } from '#platform/db/embedded/embedded.ts'
import { MigrationError } from '#platform/db/migrate.ts'
import { terminalCommand } from '#platform/terminal-command.ts'
import { backup, migrateCommand, restore } from './cli/backup.ts'
import { CommandError, type Command, type Outcome } from './cli/command.ts'
import { exportCommand } from './cli/export.ts'
import { importCommand } from './cli/import.ts'
import { demo, municipality } from './cli/municipality.ts'
import { user } from './cli/user.ts'

/** Every command, in the order of the help. */
const commands: Readonly<Record<string, Command>> = {
  ...{ municipality, import: importCommand, export: exportCommand },
  ...{ backup, restore, user, demo, migrate: migrateCommand },
}

const help = () =>
  [
    `${terminalCommand()} BEFEHL`,
    '',
    ...Object.values(commands).map(({ usage, summary }) => `  ${usage}\n      ${summary}`),
    '',
    'Mit --json kommt das Ergebnis für Maschinen. Ende mit 0: getan, 1: abgelehnt (mit Gründen), 2: falscher Aufruf.',
    'Es gelten dieselben Umgebungsvariablen wie beim Start, zum Beispiel DATA_DIR.',
  ].join('\n')

const problem = (code: number, text: string): never => {
  process.stderr.write(`${text}\n`)
  process.exit(code)
}

const [name = 'help', ...rest] = process.argv.slice(2)
if (['help', '--help', '-h'].includes(name)) {
  process.stdout.write(`${help()}\n`)
  process.exit(0)
}
const command = commands[name] ?? problem(2, `Den Befehl „${name}“ gibt es nicht.\n\n${help()}`)
const { words, options } = readArguments(command)

try {
  const outcome = await command.run({
    words,
    options,
    env: process.env,
    say: (line) => void process.stderr.write(`${line}\n`),
  })
  show(outcome)
  process.exit(outcome.isRefused ? 1 : 0)
} catch (error) {
  const kinds = [CommandError, BackupError, ConfigError, StartError, MigrationError]
  const isKnown = kinds.some((kind) => error instanceof kind)
  problem(1, isKnown && error instanceof Error ? error.message : stackOf(error))
}

function readArguments({ usage, options = {}, words }: Command) {
  try {
    const read = parseArgs({ args: rest, allowPositionals: true, options: { ...options, json: { type: 'boolean' } } })
    if (read.positionals.length < words.min || read.positionals.length > words.max) throw new Error('words')
    return { words: read.positionals, options: read.values as Record<string, string | boolean | undefined> }
  } catch {
    return problem(2, `So geht es: ${terminalCommand()} ${usage}`)
  }
}

function show({ text, data }: Outcome) {
  process.stdout.write(options['json'] ? `${JSON.stringify(data)}\n` : `${text}\n`)
}
