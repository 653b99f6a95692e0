import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '#platform/root.ts'

/** One measured figure beside what was measured or set as its limit in the same run. */
export interface Figure {
  what: string
  measured: string
  /** What the same work costs without us, or nothing where the limit is a number. */
  beside: string
  target: string
  isReached: boolean
}

const run = promisify(execFile)

/** Answers per second of an address, asked by another process over `connections` kept connections. */
export async function answersPerSecond(
  url: string,
  headers: Record<string, string> = {},
  seconds = 2,
): Promise<number> {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const { stdout } = await run(process.execPath, [join(root, 'bench/load.ts'), url, '8', String(seconds), ...lines])
  return Number(stdout)
}

/** A rate beside the limit of the same run; `ratio`: the part of it that must be reached. */
export const compared = (what: string, rate: number, limit: number, ratio: number, unit = '/s'): Figure => ({
  what,
  measured: `${round(rate)} ${unit}`,
  beside: `${round(limit)} ${unit} → ${(rate / limit).toFixed(2)}`,
  target: `≥ ${ratio}`,
  isReached: rate / limit >= ratio,
})

/** A figure that must stay under a number. */
export const atMost = (what: string, value: number, limit: number, unit: string): Figure => ({
  what,
  measured: `${value < 100 ? value.toFixed(1) : round(value)} ${unit}`,
  beside: '',
  target: `≤ ${limit} ${unit}`,
  isReached: value <= limit,
})

const round = (value: number) => Math.round(value).toLocaleString('de-DE')

/** The value below which `share` of all lie. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

/** How often `work` is done per second by `workers` at once, in `seconds`. */
export async function timesPerSecond(work: () => Promise<unknown>, workers = 1, seconds = 2): Promise<number> {
  let done = 0
  const start = performance.now()
  const until = start + seconds * 1000
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (performance.now() < until) {
        await work()
        done++
      }
    }),
  )
  return (done / (performance.now() - start)) * 1000
}
