import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, markOf } from './processes.ts'

/** That this process uses the server. Only the last one to let go may stop it. */
export interface Holder {
  /** Lets go; true when nobody else uses the server. Synchronous: a process at its end can do nothing else. */
  release: () => boolean
}

let count = 0

/** Writes down that this process uses the server of `dataDir`: a file named after it, so a dead one is recognised. */
export function hold(dataDir: string): Holder {
  const folder = join(dataDir, 'postgres.holders')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${process.pid}.${markOf(process.pid)?.started}.${++count}`)
  writeFileSync(file, '')
  return {
    release: () => {
      rmSync(file, { force: true })
      return readNames(folder).filter((name) => isStillHeld(folder, name)).length === 0
    },
  }
}

/** A folder that somebody removed under us holds nobody. */
function readNames(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function isStillHeld(folder: string, name: string): boolean {
  const [pid, started = ''] = name.split('.')
  const held = isAlive({ pid: Number(pid), started })
  if (!held) rmSync(join(folder, name), { force: true })
  return held
}
