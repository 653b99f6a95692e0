import { mayWith } from '#domains/accounts/index.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { readForm } from '#platform/http/form.ts'
import { mayEver } from '#platform/http/person.ts'
import { LostRace } from '#platform/http/problems.ts'
import { readingOf } from '#platform/http/reading.ts'
import { answerTable } from '#platform/tables/export.ts'
import { actingOf, idOf } from '#platform/things/acting.ts'
import { withdrawThing } from '#platform/things/lifecycle.ts'
import { removeIndicator } from '../commands/state.ts'
import { exportedValues } from '../documents/list.ts'
import { lockForm } from '../model/form.ts'
import { IndicatorPage } from '../pages/one.tsx'
import { paths } from '../paths.ts'
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
  return c.render(
    <IndicatorPage
      indicator={indicator}
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

oneRoutes.post(`${address}/zurueckziehen`, authorize('publish'), async (c) => {
  await editable(c)
  await withdrawThing(c.var.db, await actingOf(c), 'indicator', idOf(c))
  return redirectTo(c, paths.one(idOf(c)), say(c)('notice.withdrawn'))
})

oneRoutes.post(`${address}/loeschen`, authorize('indicator:edit'), async (c) => {
  await editable(c)
  const lock = await readForm(c, lockForm, say(c))
  if (!lock.ok) throw new LostRace()
  await removeIndicator(c.var.db, await actingOf(c), idOf(c), lock.value.version)
  return redirectTo(c, paths.list, say(c)('notice.removed'))
})
