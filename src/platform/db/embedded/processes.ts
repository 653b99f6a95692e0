import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** A process that cannot be mixed up with a later one of the same number. */
export interface ProcessMark {
  pid: number
  /** Clock ticks between the start of the machine and its own. */
  started: string
}

/** The running process of that number; undefined when it is gone, or dead and only not yet collected (state Z). */
export function markOf(pid: number): ProcessMark | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name in brackets may hold blanks and brackets: count from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state = 'X', started] = [fields[0], fields[19]]
    return 'ZX'.includes(state) || started === undefined ? undefined : { pid, started }
  } catch {
    return undefined
  }
}

export const isAlive = ({ pid, started }: ProcessMark) => markOf(pid)?.started === started

/**
 * True when the process works in this folder. PostgreSQL and all its helpers work in their cluster's folder, so this
 * tells them from a foreign process that was given the same number.
 */
export function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return false
  }
}

/** Every living process that works in this folder. */
export const processesIn = (folder: string): ProcessMark[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && worksIn(Number(name), folder))
    .flatMap((name) => markOf(Number(name)) ?? [])

/** Sends a signal; a process that is gone meanwhile is no error. */
export function signal({ pid, started }: ProcessMark, name: NodeJS.Signals): void {
  if (!isAlive({ pid, started })) return
  try {
    process.kill(pid, name)
  } catch {
    // It ended between the two lines.
  }
}
