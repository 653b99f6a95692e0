import { lastChangeOf } from '#domains/accounts/index.ts'
import * as v from 'valibot'
import { domain } from '#platform/http/app.ts'
import { mayEver } from '#platform/http/person.ts'
import { readingOf } from '#platform/http/reading.ts'
import { listFiles } from '#platform/tables/list-files.ts'
import { idOf } from '#platform/things/acting.ts'
import { mayOf } from '#platform/things/editing.ts'
import { editingRoutes } from '#platform/things/editing-routes.tsx'
import { exportedNeeds } from '../documents/list.ts'
import { needFilter } from '../model/filter.ts'
import { missingToPublish, type Need } from '../model/need.ts'
import { NeedsPage } from '../pages/list.tsx'
import { NeedPage } from '../pages/one.tsx'
import { paths } from '../paths.ts'
import { exportNeeds } from '../queries/export.ts'
import { listNeeds } from '../queries/list.ts'
import { getNeed } from '../queries/one.ts'
import { findUndo } from '../queries/undo.ts'
import { actRoutes } from './acts.tsx'
import { editing, rights, say } from './editing.tsx'

export const routes = domain()

routes.get(paths.list, async (c) => {
  const { db, person, sees, isPreview } = c.var
  const filter = v.parse(needFilter, c.req.query())
  const reading = await readingOf(c)
  const page = { limit: filter.zeilen, offset: (filter.seite - 1) * filter.zeilen }
  const list = await listNeeds(db, reading, filter, page)
  const edit = mayEver(person, 'need:edit') && !reading.isOldVersion && !isPreview
  return c.render(<NeedsPage list={list} filter={filter} may={{ edit, seeDrafts: sees.drafts }} />)
})

listFiles(routes, paths.list, {
  load: async (c, only) => {
    const filter = only === undefined ? v.parse(needFilter, c.req.query()) : { only }
    const reading = await readingOf(c)
    return exportedNeeds(await exportNeeds(c.var.db, reading, filter), say(c), reading.sees)
  },
  explain: async (c, id) => getNeed(c.var.db, await readingOf(c), id),
})

routes.route('/', actRoutes)
editingRoutes(routes, editing)

routes.get('/bedarfe/:id{[0-9]+}', async (c) => {
  const reading = await readingOf(c)
  const need = await getNeed(c.var.db, reading, idOf(c))
  const may = mayOf(c, rights, { actionFieldId: need.field?.id ?? null }, reading)
  const missing = may.edit && need.publishedAt === null ? missingOf(need) : []
  const undo = may.edit && need.merged.length > 0 && (await findUndo(c.var.db, reading.planVersionId, need.id))
  const lastChange = await lastChangeOf(c, 'need', need.id)
  return c.render(
    <NeedPage
      need={need}
      lastChange={lastChange}
      may={{ ...may, undo: Boolean(undo) }}
      missing={missing.map((name) => editing.missingWord(c, name))}
    />,
  )
})

const missingOf = ({ field, targetGroups, sources }: Need) =>
  missingToPublish({ actionFieldId: field?.id ?? null, targetGroupIds: targetGroups, sources })
