import * as v from 'valibot'
import { domain } from '#platform/http/app.ts'
import { mayEver } from '#platform/http/person.ts'
import { readingOf } from '#platform/http/reading.ts'
import { answerTable, endings } from '#platform/tables/export.ts'
import { exportedIndicators } from '../documents/list.ts'
import { indicatorFilter } from '../model/filter.ts'
import { IndicatorsPage } from '../pages/list.tsx'
import { paths } from '../paths.ts'
import { exportIndicators } from '../queries/export.ts'
import { listIndicators } from '../queries/list.ts'
import { listOptions } from '../queries/options.ts'
import { say } from './acts.ts'

export const listRoutes = domain()

listRoutes.get(paths.list, async (c) => {
  const { db, person, sees } = c.var
  const filter = v.parse(indicatorFilter, c.req.query())
  const reading = await readingOf(c)
  const page = { limit: filter.zeilen, offset: (filter.seite - 1) * filter.zeilen }
  const list = await listIndicators(db, reading, filter, page)
  const options = await listOptions(db, reading)
  const may = {
    create: mayEver(person, 'indicator:edit') && !reading.isOldVersion,
    seeDrafts: sees.drafts,
    set: mayEver(person, 'municipality:edit'),
  }
  return c.render(<IndicatorsPage list={list} filter={filter} options={options} may={may} />)
})

for (const ending of endings) {
  listRoutes.get(paths.export(ending), async (c) => {
    const filter = v.parse(indicatorFilter, c.req.query())
    const rows = await exportIndicators(c.var.db, await readingOf(c), filter)
    return answerTable(c, ending, exportedIndicators(rows, say(c)))
  })
}
