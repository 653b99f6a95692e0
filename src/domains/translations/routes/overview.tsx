import * as v from 'valibot'
import { domain } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { mayEver } from '#platform/http/person.ts'
import { readingOf } from '#platform/http/reading.ts'
import { textFilter } from '../model/filter.ts'
import { openOf, tallyOf } from '../model/overview.ts'
import { targetsOf } from '../model/texts.ts'
import { OverviewPage } from '../pages/overview.tsx'
import { paths } from '../paths.ts'
import { listPublicTexts } from '../queries/texts.ts'

export const overviewRoutes = domain()

overviewRoutes.get(paths.list, authorize('translation:edit'), async (c) => {
  const { db, person, municipality } = c.var
  const filter = v.parse(textFilter, c.req.query())
  const languages = targetsOf(municipality.languages)
  const { planVersionId } = await readingOf(c)
  const texts = languages.length === 0 ? [] : await listPublicTexts(db, planVersionId, languages)
  const open = openOf(texts, languages, filter)
  const from = (filter.seite - 1) * filter.zeilen
  return c.render(
    <OverviewPage
      tallies={tallyOf(texts, languages)}
      open={open.slice(from, from + filter.zeilen)}
      total={open.length}
      filter={filter}
      languages={languages}
      mayConfigure={mayEver(person, 'municipality:edit')}
    />,
  )
})
