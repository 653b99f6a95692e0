import * as v from 'valibot'
import { domain } from '#platform/http/app.ts'
import { mayEver } from '#platform/http/person.ts'
import { readingOf } from '#platform/http/reading.ts'
import { listFiles } from '#platform/tables/list-files.ts'
import { exportedIndicators } from '../documents/list.ts'
import { indicatorFilter } from '../model/filter.ts'
import { IndicatorsPage } from '../pages/list.tsx'
import { paths } from '../paths.ts'
import { exportIndicators } from '../queries/export.ts'
import { listIndicators } from '../queries/list.ts'
import { getIndicator } from '../queries/one.ts'
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

listFiles(listRoutes, paths.list, {
  load: async (c, only) => {
    const filter = only === undefined ? v.parse(indicatorFilter, c.req.query()) : { only }
    return exportedIndicators(await exportIndicators(c.var.db, await readingOf(c), filter), say(c))
  },
  explain: async (c, id) => getIndicator(c.var.db, await readingOf(c), id),
})
