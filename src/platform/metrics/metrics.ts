/** One answered request, as the counters see it. */
export interface Answered {
  /** Pattern of the route, never the address itself: addresses are endless, and some hold a token. */
  route: string
  method: string
  status: number
  seconds: number
  statements?: number
}

export interface Metrics {
  answered: (answer: Answered) => void
  /** A job that ended. */
  worked: (job: { name: string; ok: boolean; seconds: number }) => void
  /** Everything counted so far, in the text format of Prometheus. */
  text: () => string
}

/** Seconds. From the page cache (under a millisecond) to a document that takes its time. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

interface Histogram {
  /** Per bound: how many took at most that long. */
  counts: number[]
  sum: number
  count: number
}

/** Counts in the memory of this process; a restart begins at zero, as Prometheus expects. */
export function createMetrics(): Metrics {
  const requests = new Map<string, number>()
  const durations = new Map<string, Histogram>()
  const jobs = new Map<string, number>()
  const jobSeconds = new Map<string, number>()
  let statements = 0

  return {
    answered: ({ route, method, status, seconds, statements: asked = 0 }) => {
      add(requests, labels({ route, method: methodOf(method), status: String(status) }), 1)
      statements += asked
      const key = labels({ route })
      let histogram = durations.get(key)
      if (!histogram) durations.set(key, (histogram = { counts: bounds.map(() => 0), sum: 0, count: 0 }))
      histogram.sum += seconds
      histogram.count++
      for (const [index, bound] of bounds.entries()) if (seconds <= bound) histogram.counts[index]!++
    },
    worked: ({ name, ok, seconds }) => {
      add(jobs, labels({ name, result: ok ? 'done' : 'failed' }), 1)
      add(jobSeconds, labels({ name }), seconds)
    },
    text: () =>
      [
        series('teilhabewerk_http_requests_total', 'counter', 'Answered requests by route and status.', requests),
        histogramText(
          'teilhabewerk_http_request_duration_seconds',
          'Time from request to answer, by route.',
          durations,
        ),
        series('teilhabewerk_database_statements_total', 'counter', 'Statements that pages and commands asked.', [
          ['', statements],
        ]),
        series('teilhabewerk_jobs_total', 'counter', 'Jobs that this process ended.', jobs),
        series('teilhabewerk_job_seconds_total', 'counter', 'Time spent in jobs.', jobSeconds),
      ].join(''),
  }
}

const add = (map: Map<string, number>, key: string, amount: number) => map.set(key, (map.get(key) ?? 0) + amount)

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])
const methodOf = (method: string) => (methods.has(method) ? method : 'other')

/** `{route="/x",status="200"}`, with the values escaped as the format asks. */
export const labels = (values: Readonly<Record<string, string>>): string =>
  `{${Object.entries(values)
    .map(
      ([name, value]) => `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`,
    )
    .join(',')}}`

type Kind = 'counter' | 'gauge'

/** One metric with its values by label set ('' for none). Without values nothing is written. */
export function series(name: string, kind: Kind, help: string, values: Iterable<readonly [string, number]>): string {
  const lines = [...values].map(([key, value]) => `${name}${key} ${value}\n`)
  return lines.length === 0 ? '' : `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n${lines.join('')}`
}

function histogramText(name: string, help: string, histograms: ReadonlyMap<string, Histogram>): string {
  if (histograms.size === 0) return ''
  const lines = [...histograms].flatMap(([key, { counts, sum, count }]) => [
    ...bounds.map((bound, index) => `${name}_bucket${withLabel(key, 'le', String(bound))} ${counts[index]}`),
    `${name}_bucket${withLabel(key, 'le', '+Inf')} ${count}`,
    `${name}_sum${key} ${sum}`,
    `${name}_count${key} ${count}`,
  ])
  return `# HELP ${name} ${help}\n# TYPE ${name} histogram\n${lines.join('\n')}\n`
}

const withLabel = (key: string, name: string, value: string) => `${key.slice(0, -1)},${name}="${value}"}`
