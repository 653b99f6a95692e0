import { mayWith } from '#domains/accounts/index.ts'
import { today } from '#platform/clock.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { formTexts } from '#platform/forms/texts/index.ts'
import { checkForm, readTyped, type Typed } from '#platform/http/form.ts'
import { mayEver } from '#platform/http/person.ts'
import { Forbidden, LostRace, NotFound, Refused } from '#platform/http/problems.ts'
import { readingBeside } from '#platform/http/reading.ts'
import { listFiles } from '#platform/tables/list-files.ts'
import { actingOf, idOf } from '#platform/things/acting.ts'
import { removalRoutes } from '#platform/things/asking.tsx'
import { differencesOf } from '#platform/things/race.tsx'
import { thingTexts } from '#platform/things/texts/index.ts'
import { createUnit, moveUnit, removeUnit, saveUnit } from './commands.ts'
import { exportedUnits } from './documents/list.ts'
import { lockForm, misplaced, orgUnitForm } from './model/form.ts'
import { UnitFormPage } from './pages/form.tsx'
import { UnitsPage } from './pages/list.tsx'
import { UnitPage } from './pages/one.tsx'
import { paths } from './paths.ts'
import { getUnit, listUnits, typedUnit } from './queries.ts'
import { texts } from './texts/index.ts'

export const routes = domain()

const say = (c: Ctx) => texts(c.var.speech)
const permission = 'org-unit:edit'

routes.get(paths.list, async (c) => {
  const units = await listUnits(c.var.db, await readingBeside(c))
  return c.render(
    <UnitsPage units={units} today={today(c.var.services.clock)} may={{ edit: mayEver(c.var.person, permission) }} />,
  )
})

listFiles(routes, paths.list, {
  load: async (c) => exportedUnits(await listUnits(c.var.db, await readingBeside(c)), say(c)),
  explain: async (c, id) => getUnit(c.var.db, await readingBeside(c), id),
})

routes.get(paths.new, authorize(permission), (c) => formPage(c, { parentId: c.req.query('unter') ?? '' }))

routes.post(paths.list, authorize(permission), async (c) => {
  const values = await readTyped(c)
  const form = await checked(c, values)
  if (!form.ok) return formPage(c, values, form.errors)
  const id = await createUnit(c.var.db, await actingOf(c), form.value)
  return redirectTo(c, paths.one(id), say(c)('notice.created'))
})

routes.get('/organisation/:id{[0-9]+}', async (c) => {
  const { db, services, person } = c.var
  const found = await getUnit(db, await readingBeside(c), idOf(c))
  const may = { edit: mayEver(person, permission), seeHistory: mayEver(person, 'history:see') }
  return c.render(<UnitPage {...found} today={today(services.clock)} may={may} />)
})

routes.get('/organisation/:id{[0-9]+}/bearbeiten', authorize(permission), async (c) =>
  formPage(c, typedUnit(await stored(c))),
)

routes.post('/organisation/:id{[0-9]+}/bearbeiten', authorize(permission), async (c) => {
  const unit = await stored(c)
  const values = await readTyped(c)
  const form = await checked(c, values, unit.id)
  const lock = checkForm(values, lockForm, say(c))
  if (!form.ok || !lock.ok) return formPage(c, values, form.ok ? {} : form.errors)
  try {
    await saveUnit(c.var.db, await actingOf(c), unit.id, lock.value.version, form.value)
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    return formPage(c, { ...values, version: String(unit.version) }, {}, typedUnit(unit))
  }
  return redirectTo(c, paths.one(unit.id), thingTexts(c.var.speech)('notice.saved'))
})

routes.post('/organisation/:id{[0-9]+}/verschieben', authorize(permission), async (c) => {
  const { direction } = await readTyped(c)
  await stored(c)
  await moveUnit(c.var.db, await actingOf(c), idOf(c), direction === 'up' ? 'up' : 'down')
  return redirectTo(c, paths.list, thingTexts(c.var.speech)('notice.moved'))
})

removalRoutes(routes, {
  address: '/organisation/:id{[0-9]+}',
  kind: 'org-unit',
  permission,
  find: async (c) => {
    const unit = await stored(c)
    return { ...unit, title: unit.name, publishedAt: null }
  },
  crumbs: (c, { id, name }) => [
    { label: say(c)('title'), path: paths.list },
    { label: name, path: paths.one(id) },
  ],
  one: paths.one,
  list: paths.list,
  lead: (c) => say(c)('remove.lead'),
  remove: async (c, { id }, version) => removeUnit(c.var.db, await actingOf(c), id, version),
  refused: (c, error) => (error instanceof Refused ? say(c).dynamic(error.message) : undefined),
})

/** The stored unit, if this person may change it. */
async function stored(c: Ctx) {
  if (!mayWith(c.var.person, permission, {})) throw new Forbidden(permission)
  const units = await listUnits(c.var.db, await readingBeside(c))
  const unit = units.find(({ id }) => id === idOf(c))
  if (!unit) throw new NotFound()
  return unit
}

/** The form by itself, and among the units there are. */
async function checked(c: Ctx, values: Typed, id?: number) {
  const form = checkForm(values, orgUnitForm, say(c))
  if (!form.ok) return form
  const problems = misplaced(await listUnits(c.var.db, await readingBeside(c)), id, form.value)
  const errors = Object.fromEntries(Object.entries(problems).map(([name, key]) => [name, wordsOf(c, key)]))
  return Object.keys(errors).length > 0 ? { ok: false as const, values, errors } : form
}

/** 'unknownChoice' is a text of every form, the others are ours. */
const wordsOf = (c: Ctx, key: string) => {
  const own = say(c).dynamic(key)
  return own === key ? formTexts(c.var.speech).dynamic(key) : own
}

async function formPage(c: Ctx, values: Typed, errors: Record<string, string> = {}, theirs?: Typed) {
  const units = await listUnits(c.var.db, await readingBeside(c))
  const unit = units.find(({ id }) => String(id) === c.req.param('id'))
  const t = say(c)
  const shown = (name: string, value: string) =>
    (name.endsWith('Id') && units.find(({ id }) => String(id) === value)?.name) || value
  const label = (name: string) => (name === 'version' ? undefined : t.dynamic(`form.${name}`))
  const race = theirs && differencesOf(theirs, values, { label, value: shown })
  return c.render(
    <UnitFormPage
      values={values}
      errors={errors}
      units={units}
      {...(unit && { existing: { id: unit.id, version: Number(values['version']) || unit.version, name: unit.name } })}
      {...(race && { race })}
    />,
    theirs ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  )
}
