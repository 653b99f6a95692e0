import { mayWith } from '#domains/accounts/index.ts'
import { today } from '#platform/clock.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { readForm } from '#platform/http/form.ts'
import { mayEver } from '#platform/http/person.ts'
import { LostRace } from '#platform/http/problems.ts'
import { readingOf } from '#platform/http/reading.ts'
import { actingOf, idOf } from '#platform/things/acting.ts'
import { removeThing, withdrawThing } from '#platform/things/lifecycle.ts'
import { confirmMeasure } from '../commands/state.ts'
import { editMeasureForm } from '../model/form.ts'
import { MeasurePage } from '../pages/one.tsx'
import { paths } from '../paths.ts'
import { getMeasure } from '../queries/one.ts'
import { address, editable, missingWords, publish, say } from './acts.ts'

export const oneRoutes = domain()

oneRoutes.get(address, async (c) => {
  const { db, services, person, municipality } = c.var
  const reading = await readingOf(c)
  const measure = await getMeasure(db, reading, idOf(c))
  const thing = { actionFieldId: measure.field?.id ?? null, ...leadIds(measure.lead) }
  const may = (permission: string) => !reading.isOldVersion && mayWith(person, permission, thing)
  const missing = measure.publishedAt === null && may('measure:edit') ? await missingWords(c, measure.id) : []
  return c.render(
    <MeasurePage
      measure={measure}
      today={today(services.clock)}
      seesInternal={reading.sees.internal}
      missing={missing}
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

oneRoutes.post(`${address}/zurueckziehen`, authorize('publish'), async (c) => {
  await editable(c)
  await withdrawThing(c.var.db, await actingOf(c), 'measure', idOf(c))
  return redirectTo(c, paths.one(idOf(c)), say(c)('notice.withdrawn'))
})

oneRoutes.post(`${address}/bestaetigen`, authorize('measure:edit'), async (c) => {
  await editable(c)
  await confirmMeasure(c.var.db, await actingOf(c), idOf(c), today(c.var.services.clock))
  return redirectTo(c, paths.one(idOf(c)), say(c)('notice.confirmed'))
})

oneRoutes.post(`${address}/loeschen`, authorize('measure:create'), async (c) => {
  await editable(c)
  const lock = await readForm(c, editMeasureForm, say(c))
  if (!lock.ok) throw new LostRace()
  await removeThing(c.var.db, await actingOf(c), 'measure', idOf(c), lock.value.version)
  return redirectTo(c, paths.list, say(c)('notice.removed'))
})

const leadIds = (lead: { kind: string; id: number } | null) => ({
  leadOrgUnitId: lead?.kind === 'org-unit' ? lead.id : null,
  leadActorId: lead?.kind === 'actor' ? lead.id : null,
})
