import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { answersPerSecond, atMost, compared, quantile, type Figure } from './figure.ts'
import { listen, sizes, slugOf, type Place } from './place.ts'

/** The anonymous list from the page cache, against node:http sending the same bytes in the same encoding. */
export const cachedPages = ({ base }: Place): Promise<Figure[]> =>
  besidePlainServer('list from the page cache', `${base}/${slugOf(1)}/massnahmen?zeilen=100`)

/** A cached answer in each encoding, against node:http sending the same bytes. */
export async function besidePlainServer(what: string, url: string): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const encoding of ['identity', 'gzip', 'br']) {
    const headers = { 'accept-encoding': encoding, 'accept-language': 'de' }
    await fetch(url, { headers })
    // The cache compresses in the background.
    await wait(500)
    const answer = await fetch(url, { headers })
    const sent = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'content-encoding'))
    const raw = await rawBody(url, headers)
    const plain = createServer((_, response) =>
      response.writeHead(200, { ...sent, 'content-length': raw.length }).end(raw),
    )
    const plainBase = await listen(plain)
    const limit = await answersPerSecond(plainBase, headers)
    const rate = await answersPerSecond(url, headers)
    plain.closeAllConnections()
    plain.close()
    figures.push(compared(`${what}, ${encoding}, ${raw.length} bytes`, rate, limit, 0.8))
  }
  return figures
}

/** The bytes as they go over the wire; fetch would decompress them. */
async function rawBody(url: string, headers: Record<string, string>): Promise<Buffer> {
  const { get } = await import('node:http')
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)))
    }).on('error', reject)
  })
}

/** The same list uncached and signed in: milliseconds in the server, from its own Server-Timing. */
export async function signedInPages({ base }: Place): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const size of sizes) {
    const times: number[] = []
    for (let n = 0; n < 260; n++) {
      const query = ['', '?seite=2', '?stand=RUNNING', '?sort=titel', '?q=Sprachkurs'][n % 5] ?? ''
      const answer = await fetch(`${base}/${slugOf(size)}/massnahmen${query}`, { headers: { cookie: 'bench=officer' } })
      await answer.text()
      if (answer.status !== 200) throw new Error(`The list answered ${answer.status}`)
      // The first ones warm the prepared statements.
      if (n >= 60) times.push(Number(/dur=([\d.]+)/.exec(answer.headers.get('server-timing') ?? '')?.[1]))
    }
    const what = `list signed in, uncached, ×${size} (${300 * size} measures)`
    if (size === 1) figures.push(atMost(`${what}, median`, quantile(times, 0.5), 5, 'ms'))
    figures.push(atMost(`${what}, p95`, quantile(times, 0.95), size === 100 ? 40 : 15, 'ms'))
  }
  return figures
}

/** What a first visit loads: the page, its styles, scripts and the fonts it needs. */
export async function firstVisits({ base }: Place): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const language of ['de', 'en', 'ar']) {
    const url = `${base}/${slugOf(1)}/massnahmen?sprache=${language}`
    const headers = { 'accept-encoding': 'br' }
    await fetch(url, { headers })
    await wait(500)
    const html = await (await fetch(url)).text()
    const linked = [...html.matchAll(/(?:href|src)="(\/(?:assets|[a-z0-9-]+\/farben)[^"]+)"/g)].map(
      ([, path = '']) => path,
    )
    const files = [...new Set(linked)].filter((path) => !/\.(svg|ico)$/.test(path))
    const sizes = await Promise.all(
      [url, ...files.map((path) => base + path)].map(async (one) => (await rawBody(one, headers)).length),
    )
    const total = sizes.reduce((sum, size) => sum + size, 0) / 1024
    figures.push(atMost(`first visit of the list in ${language}, ${sizes.length} requests`, total, 60, 'KB'))
  }
  return figures
}
