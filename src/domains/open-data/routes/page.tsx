import { licenceOf } from '#domains/municipality/index.ts'
import { legalFacts } from '#domains/site/index.ts'
import { today } from '#platform/clock.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { baseOf, originOf } from '#platform/http/addresses.ts'
import { publicReadingBeside } from '#platform/http/reading.ts'
import { collections } from '../documents/collections.ts'
import { exampleOf } from '../model/example.ts'
import { OpenDataPage, type Example } from '../pages/open-data.tsx'
import { paths } from '../paths.ts'

export const pageRoutes = domain()

pageRoutes.get(paths.page, async (c) => {
  const { municipality } = c.var
  const { address, name } = legalFacts(municipality)
  return c.render(
    <OpenDataPage
      collections={collections}
      site={originOf(c) + baseOf(c)}
      licence={licenceOf(municipality)}
      source={address.office ?? name}
      example={await findExample(c)}
    />,
  )
})

/** What to show a request with: the first of these that has anything. */
const shownFirst = ['measures', 'actors', 'needs', 'goals']

/** A request to the API and its answer, shortened, with what is published here. At most two statements per collection. */
async function findExample(c: Ctx): Promise<Example | undefined> {
  const { db, speech, services } = c.var
  const asked = { db, speech, today: today(services.clock), reading: await publicReadingBeside(c, '') }
  for (const name of shownFirst) {
    const collection = collections.find((one) => one.name === name)
    const found = await collection?.list(asked, {}, { limit: 1, offset: 0 })
    const [item] = found?.items ?? []
    if (found && typeof item === 'object' && item !== null && 'id' in item) {
      const address = `${originOf(c)}${baseOf(c)}${paths.collection(name)}?pageSize=1`
      const next = found.total > 1 ? `${address}&page=2` : null
      const pagination = { page: 1, pageSize: 1, total: found.total, next }
      return { address, answer: exampleOf(item, pagination), one: paths.one(name, Number(item.id)) }
    }
  }
  return undefined
}
