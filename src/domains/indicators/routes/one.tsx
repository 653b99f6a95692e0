import { lastChangeOf, mayWith } from '#domains/accounts/index.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { mayEver } from '#platform/http/person.ts'
import { readingOf } from '#platform/http/reading.ts'
import { answerTable } from '#platform/tables/export.ts'
import { actingOf, idOf } from '#platform/things/acting.ts'
import { removalRoutes, withdrawalRoutes } from '#platform/things/asking.tsx'
import { removeIndicator } from '../commands/state.ts'
import { exportedValues } from '../documents/list.ts'
import { IndicatorPage } from '../pages/one.tsx'
import { paths } from '../paths.ts'
import { hangingOn } from '../queries/hanging.ts'
import { countValues } from '../queries/observations.ts'
import { getIndicator } from '../queries/one.ts'
import { address, editable, missingWords, publish, say } from './acts.ts'

export const oneRoutes = domain()

oneRoutes.get(address, async (c) => {
  const { db, person, municipality } = c.var
  const reading = await readingOf(c)
  const indicator = await getIndicator(db, reading, idOf(c))
  const thing = { actionFieldId: indicator.field?.id ?? null }
  const may = (permission: string) => !reading.isOldVersion && mayWith(person, permission, thing)
  const isDraft = indicator.publishedAt === null
  const missing = isDraft && may('indicator:edit') ? await missingWords(c, indicator.id) : []
  const lastChange = await lastChangeOf(c, 'indicator', indicator.id)
  return c.render(
    <IndicatorPage
      indicator={indicator}
      lastChange={lastChange}
      missing={missing}
      may={{
        edit: may('indicator:edit'),
        values: may('observation:edit'),
        publish: may('publish'),
        translate: may('translation:edit'),
        seeHistory: mayEver(person, 'history:see'),
        needsApproval: municipality.approvalRequired && !mayEver(person, 'approve'),
      }}
    />,
  )
})

// As JSON the values are part of the indicator itself (see list.tsx).
for (const ending of ['csv', 'xlsx'] as const) {
  oneRoutes.get(`/zahlen/:file{[0-9]+\\.${ending}}`, async (c) => {
    const id = Number.parseInt(c.req.param('file'), 10)
    const indicator = await getIndicator(c.var.db, await readingOf(c), id)
    return answerTable(c, ending, exportedValues(indicator, say(c)))
  })
}

oneRoutes.post(`${address}/veroeffentlichen`, authorize('publish'), async (c) => {
  await editable(c)
  return redirectTo(c, paths.one(idOf(c)), await publish(c, idOf(c)))
})

const asking = {
  address,
  kind: 'indicator',
  find: async (c: Ctx) => (await editable(c)).row,
  crumbs: (c: Ctx, { id, code, title }: { id: number; code: string | null; title: string }) => [
    { label: say(c)('title'), path: paths.list },
    { label: code ?? title, path: paths.one(id) },
  ],
  one: paths.one,
} as const
withdrawalRoutes(oneRoutes, asking)
removalRoutes(oneRoutes, {
  ...asking,
  permission: 'indicator:edit',
  list: paths.list,
  hanging: async (c, { id }) => hangingOn(c.var.db, (await readingOf(c)).planVersionId, id),
  lost: async (c, { id }) => {
    const count = await countValues(c.var.db, id)
    return count > 0 ? [say(c)('lost.values', { count })] : []
  },
  remove: async (c, { id }, version) => removeIndicator(c.var.db, await actingOf(c), id, version),
})
