import { namesOf } from '#domains/accounts/index.ts'
import { domain } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { mayEver } from '#platform/http/person.ts'
import { NotFound } from '#platform/http/problems.ts'
import { idOf } from '#platform/things/acting.ts'
import { HistoryPage } from './pages.tsx'
import { entriesPerPage, findTitle, listEntries, namesOfIds } from './queries.ts'

export const routes = domain()

routes.get('/verlauf/:kind{[a-z-]+}/:id{[0-9]+}', authorize('history:see'), async (c) => {
  const { db, person, sees } = c.var
  const thing = { kind: c.req.param('kind'), id: idOf(c) }
  const title = await findTitle(db, thing)
  const before = /^\d+$/.exec(c.req.query('vor') ?? '')?.[0]
  const reader = { internal: sees.internal, contacts: mayEver(person, 'contact:see') }
  const found = await listEntries(db, thing, reader, before === undefined ? undefined : Number(before))
  if (title === undefined && found.length === 0) throw new NotFound()
  const shown = found.slice(0, entriesPerPage)
  const names = await namesOf(
    c,
    shown.map(({ accountId }) => accountId),
  )
  const entries = shown.map((entry) => ({ ...entry, who: entry.accountId && (names.get(entry.accountId) ?? null) }))
  const older = found.length > entriesPerPage ? shown.at(-1)?.id : undefined
  const idNames = await namesOfIds(db, thing.kind, shown)
  return c.render(
    <HistoryPage {...{ thing, entries, idNames }} title={title ?? ''} {...(older !== undefined && { older })} />,
  )
})
