import pg from 'pg'
import { answersPerSecond, compared, timesPerSecond, type Figure } from './figure.ts'
import { besidePlainServer } from './pages.ts'
import { sizes, slugOf, type Place } from './place.ts'

const workers = 8
/** Anonymous, and yet past the page cache, which leaves requests with this header alone. */
const uncached = { authorization: 'Bench', 'accept-language': 'de', 'accept-encoding': 'identity' }
const listOf = (size: number) => `/${slugOf(size)}/api/v1/measures?pageSize=50`

/** The API's list from the page cache, against node:http sending the same bytes. */
export const cachedApi = ({ base }: Place): Promise<Figure[]> =>
  besidePlainServer('API list of 50 from the page cache', base + listOf(1))

/** The API's list past the cache, against the statements of the same request through pg alone. */
export async function apiLists({ base, pool }: Place): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const size of sizes) {
    const url = base + listOf(size)
    await (await fetch(url, { headers: uncached })).text()
    const statements = await statementsOf(async () => void (await (await fetch(url, { headers: uncached })).text()))
    const bare = async () => {
      const client = await pool.connect()
      for (const statement of statements) await client.query(statement)
      client.release()
    }
    const limit = await timesPerSecond(bare, workers)
    const rate = await answersPerSecond(url, uncached)
    const what = `API list of 50, uncached, ×${size}, beside its ${statements.length} statements through pg`
    figures.push(compared(what, rate, limit, 0.5))
  }
  return figures
}

/** What a piece of work asks PostgreSQL, word for word, with begin and commit. */
async function statementsOf(work: () => Promise<void>): Promise<pg.QueryConfig[]> {
  const asked: pg.QueryConfig[] = []
  const prototype = pg.Client.prototype as { query: unknown }
  const original = Object.getOwnPropertyDescriptor(prototype, 'query')?.value as (...args: unknown[]) => unknown
  prototype.query = function query(this: pg.Client, ...args: unknown[]) {
    const [statement] = args
    asked.push(typeof statement === 'string' ? { text: statement } : { ...(statement as pg.QueryConfig) })
    return Reflect.apply(original, this, args)
  }
  try {
    await work()
  } finally {
    prototype.query = original
  }
  return asked
}

/** Search in 30,000 measures through the API, against the same SQL function through pg; the words in turn. */
export async function apiSearch({ base, pool, place }: Place): Promise<Figure[]> {
  const { municipalityId, planVersionId } = place(100)
  const times = { bare: 0, api: 0 }
  const words = ['Sprachkurs', 'Integrationsmaßnahme', 'Wohnungslotsen 17', 'Kulturwerkstat']
  for (const word of words) {
    const bare = async () => {
      const client = await pool.connect()
      await client.query(`begin read only; select set_config('app.municipality', '${municipalityId}', true)`)
      await client.query('select id from search_measures($1, $2)', [planVersionId, word])
      await client.query('commit')
      client.release()
    }
    times.bare += 1 / (await timesPerSecond(bare, workers))
    times.api += 1 / (await answersPerSecond(`${base}${listOf(100)}&q=${encodeURIComponent(word)}`, uncached))
  }
  const rate = words.length / times.api
  return [compared('search in 30,000 measures through the API', rate, words.length / times.bare, 0.4)]
}
