import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { checkForm, problemText, readForm, readTyped, type Typed } from '#platform/http/form.ts'
import { LostRace, NotFound, Refused } from '#platform/http/problems.ts'
import { actingOf, idOf } from '#platform/things/acting.ts'
import { correctObservation, recordObservation, removeObservation } from '../commands/observations.ts'
import { isOfTheWhole } from '../model/attainment.ts'
import { lockForm } from '../model/form.ts'
import { observationForm, observationOf } from '../model/observation-form.ts'
import { fieldOfFlaw, type Observation } from '../model/observation.ts'
import { differencesShown } from '../pages/differences.ts'
import { StoredValuesPage } from '../pages/stored-values.tsx'
import { ValueFormPage } from '../pages/value-form.tsx'
import { paths } from '../paths.ts'
import { listAreaChoices } from '../queries/choices.ts'
import { listAllObservations } from '../queries/observations.ts'
import { typedObservation } from '../queries/typed.ts'
import { address, editable, say } from './acts.ts'

export const valueRoutes = domain()

valueRoutes.get(`${address}/werte`, authorize('observation:edit'), async (c) => {
  const { row } = await editable(c, 'observation:edit')
  const values = await listAllObservations(c.var.db, row.id)
  const unit = { text: row.unit, language: 'de', isFallback: false, isStale: false, isMachineMade: false } as const
  return c.render(<StoredValuesPage indicator={{ ...row, unit }} values={values} />)
})

valueRoutes.get(`${address}/werte/neu`, authorize('observation:edit'), async (c) => {
  await editable(c, 'observation:edit')
  return formPage(c, {})
})

valueRoutes.post(`${address}/werte/neu`, authorize('observation:edit'), async (c) => {
  await editable(c, 'observation:edit')
  const values = await readTyped(c)
  const form = checkForm(values, observationForm, say(c))
  if (!form.ok) return formPage(c, values, { errors: form.errors })
  const observation = observationOf(form.value)
  const acting = await actingOf(c)
  const errors = await flawsOf(c, () => recordObservation(c.var.db, acting, idOf(c), observation))
  if (errors) return formPage(c, values, { errors })
  return redirectTo(c, paths.values(idOf(c)), savedNotice(c, observation))
})

const oneValue = `${address}/werte/:value{[0-9]+}`

valueRoutes.get(`${oneValue}/bearbeiten`, authorize('observation:edit'), async (c) => {
  await editable(c, 'observation:edit')
  const stored = await storedValue(c)
  return formPage(c, typedObservation(stored), { existing: stored })
})

valueRoutes.post(`${oneValue}/bearbeiten`, authorize('observation:edit'), async (c) => {
  await editable(c, 'observation:edit')
  const stored = await storedValue(c)
  const values = await readTyped(c)
  const form = checkForm(values, observationForm, say(c))
  const lock = checkForm(values, lockForm, say(c))
  if (!form.ok || !lock.ok)
    return formPage(c, values, {
      existing: lock.ok ? { ...stored, ...lock.value } : stored,
      errors: form.ok ? {} : form.errors,
    })
  const observation = observationOf(form.value)
  const acting = await actingOf(c)
  const place = { id: stored.id, version: lock.value.version }
  try {
    const errors = await flawsOf(c, () => correctObservation(c.var.db, acting, idOf(c), place, observation))
    if (errors) return await formPage(c, values, { existing: place, errors })
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    return formPage(c, values, { existing: stored, theirs: typedObservation(stored) })
  }
  return redirectTo(c, paths.values(idOf(c)), savedNotice(c, observation))
})

valueRoutes.post(`${oneValue}/loeschen`, authorize('observation:edit'), async (c) => {
  await editable(c, 'observation:edit')
  const lock = await readForm(c, lockForm, say(c))
  if (!lock.ok) throw new LostRace()
  const place = { id: Number(c.req.param('value')), version: lock.value.version }
  await removeObservation(c.var.db, await actingOf(c), idOf(c), place)
  return redirectTo(c, paths.values(idOf(c)), say(c)('notice.valueRemoved'))
})

/** What stays in the house is said at once, so that nobody waits for it to appear. */
const savedNotice = (c: Ctx, observation: Observation) =>
  say(c)(isOfTheWhole(observation) ? 'notice.valueAdded' : 'notice.valueKept')

async function storedValue(c: Ctx) {
  const all = await listAllObservations(c.var.db, idOf(c))
  const found = all.find(({ id }) => String(id) === c.req.param('value'))
  if (!found) throw new NotFound()
  return found
}

/** What a command refused, at its field. */
async function flawsOf(c: Ctx, command: () => Promise<unknown>): Promise<Record<string, string> | undefined> {
  try {
    await command()
    return undefined
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { [fieldOfFlaw(error.message)]: problemText(say(c), error.message) }
  }
}

interface Shown {
  existing?: { id: number; version: number }
  errors?: Record<string, string>
  theirs?: Typed
}

async function formPage(c: Ctx, values: Typed, { existing, errors = {}, theirs }: Shown = {}) {
  const { row } = await editable(c, 'observation:edit')
  const areas = await listAreaChoices(c.var.db)
  const t = say(c)
  const race =
    theirs &&
    differencesShown(t, theirs, values, {
      label: (name) => t.dynamic(labels[name] ?? `value.${name}`),
      word: (name, value) =>
        name === 'areaId' ? areas.find((area) => area.value === value)?.label : wordOf(t, name, value),
    })
  return c.render(
    <ValueFormPage
      {...{ values, errors, areas }}
      indicator={row}
      {...(existing && { existing })}
      {...(race && { race })}
    />,
    race ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  )
}

const labels: Record<string, string> = {
  areaId: 'value.area',
  sex: 'dimension.sex',
  ageClass: 'dimension.ageClass',
  citizenshipGroup: 'dimension.citizenshipGroup',
  popGroup: 'dimension.popGroup',
  numerator: 'values.numerator',
  denominator: 'values.denominator',
}
const wordOf = (t: ReturnType<typeof say>, name: string, value: string) =>
  name === 'sign' ? t.dynamic(`sign.${value}`) : name === 'flags' ? t.dynamic(`flag.${value}`) : undefined
