export type LogEntry = Readonly<Record<string, unknown>>

interface Options {
  write: (text: string) => void
  now?: () => Date
  /** How long lines wait for each other. */
  delayMs?: number
}

/**
 * One JSON line per entry, written in bundles: a line of its own for each answer from the page cache would cost more
 * than the answer. Errors are written at once; `flush` writes what still waits.
 */
export function createLog({ write, now = () => new Date(), delayMs = 100 }: Options) {
  let waiting = ''
  let timer: NodeJS.Timeout | undefined

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const text = waiting
    waiting = ''
    if (text) write(text)
  }
  const log = (entry: LogEntry) => {
    waiting += `${JSON.stringify({ time: now().toISOString(), ...entry })}\n`
    if (entry['level'] === 'error' || waiting.length > 64 * 1024) flush()
    else timer ??= setTimeout(flush, delayMs).unref()
  }
  return { log, flush }
}
