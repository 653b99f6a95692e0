import { lastChangeOf, mayWith } from '#domains/accounts/index.ts'
import { today } from '#platform/clock.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { mayEver } from '#platform/http/person.ts'
import { readingOf } from '#platform/http/reading.ts'
import { actingOf, idOf } from '#platform/things/acting.ts'
import { removalRoutes, withdrawalRoutes } from '#platform/things/asking.tsx'
import { removeThing } from '#platform/things/lifecycle.ts'
import { confirmMeasure } from '../commands/state.ts'
import { MeasurePage } from '../pages/one.tsx'
import { paths } from '../paths.ts'
import { countResources, hangingOn } from '../queries/hanging.ts'
import { getMeasure } from '../queries/one.ts'
import { address, editable, missingWords, publish, say } from './acts.ts'

export const oneRoutes = domain()

oneRoutes.get(address, async (c) => {
  const { db, services, person, municipality } = c.var
  const reading = await readingOf(c)
  const measure = await getMeasure(db, reading, idOf(c))
  const thing = { actionFieldId: measure.field?.id ?? null, ...leadIds(measure.lead) }
  const may = (permission: string) => !reading.isOldVersion && mayWith(person, permission, thing)
  const lastChange = await lastChangeOf(c, 'measure', measure.id)
  const missing = measure.publishedAt === null && may('measure:edit') ? await missingWords(c, measure.id) : []
  return c.render(
    <MeasurePage
      measure={measure}
      today={today(services.clock)}
      seesInternal={reading.sees.internal}
      missing={missing}
      lastChange={lastChange}
      may={{
        edit: may('measure:edit'),
        editMoney: may('measure:edit') && mayEver(person, 'money:see'),
        translate: may('translation:edit'),
        publish: may('publish'),
        remove: may('measure:create'),
        seeHistory: mayEver(person, 'history:see'),
        needsApproval: municipality.approvalRequired && !mayEver(person, 'approve'),
      }}
    />,
  )
})

oneRoutes.post(`${address}/veroeffentlichen`, authorize('publish'), async (c) => {
  await editable(c)
  return redirectTo(c, paths.one(idOf(c)), await publish(c, idOf(c)))
})

oneRoutes.post(`${address}/bestaetigen`, authorize('measure:edit'), async (c) => {
  await editable(c)
  await confirmMeasure(c.var.db, await actingOf(c), idOf(c), today(c.var.services.clock))
  return redirectTo(c, paths.one(idOf(c)), say(c)('notice.confirmed'))
})

const asking = {
  address,
  kind: 'measure',
  find: async (c: Ctx) => (await editable(c)).row,
  crumbs: (c: Ctx, { id, number }: { id: number; number: string }) => [
    { label: say(c)('title'), path: paths.list },
    { label: number, path: paths.one(id) },
  ],
  one: paths.one,
} as const
withdrawalRoutes(oneRoutes, asking)
removalRoutes(oneRoutes, {
  ...asking,
  permission: 'measure:create',
  list: paths.list,
  hanging: async (c, { id }) => hangingOn(c.var.db, (await readingOf(c)).planVersionId, id),
  lost: async (c, { id, planVersionId }) => {
    const count = await countResources(c.var.db, planVersionId, id)
    return count > 0 ? [say(c)('lost.resources', { count })] : []
  },
  remove: async (c, { id }, version) => removeThing(c.var.db, await actingOf(c), 'measure', id, version),
})

const leadIds = (lead: { kind: string; id: number } | null) => ({
  leadOrgUnitId: lead?.kind === 'org-unit' ? lead.id : null,
  leadActorId: lead?.kind === 'actor' ? lead.id : null,
})
