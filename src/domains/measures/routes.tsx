import * as v from 'valibot'
import { mayWith } from '#domains/accounts/index.ts'
import { today } from '#platform/clock.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { checkForm, readForm, readTyped, type Typed } from '#platform/http/form.ts'
import { mayEver } from '#platform/http/person.ts'
import { Forbidden, LostRace, NotFound } from '#platform/http/problems.ts'
import { readingOf } from '#platform/http/reading.ts'
import { answerTable, endings } from '#platform/tables/export.ts'
import { searchAsked } from '#ui/link-picker.tsx'
import { yearOf } from '#values/local-date.ts'
import { actingOf, idOf } from '#platform/things/acting.ts'
import { removeThing, withdrawThing } from '#platform/things/lifecycle.ts'
import { createMeasure, saveMeasure } from './commands/save.ts'
import { confirmMeasure, missingOf, publishMeasure } from './commands/state.ts'
import { exportedMeasures } from './documents/list.ts'
import { measureFilter } from './model/filter.ts'
import { editMeasureForm, measureForm, type MeasureForm } from './model/form.ts'
import { MeasureFormPage } from './pages/form.tsx'
import { MeasuresPage } from './pages/list.tsx'
import { MeasurePage } from './pages/one.tsx'
import { differencesShown } from './pages/differences.ts'
import { paths } from './paths.ts'
import { listChoices } from './queries/choices.ts'
import { exportMeasures } from './queries/export.ts'
import { listMeasures } from './queries/list.ts'
import { getMeasure } from './queries/one.ts'
import { listOptions } from './queries/options.ts'
import { findTyped } from './queries/typed.ts'
import { texts } from './texts/index.ts'

export const routes = domain()

const say = (c: Ctx) => texts(c.var.speech)

routes.get(paths.list, async (c) => {
  const { db, person, services, sees } = c.var
  const filter = v.parse(measureFilter, c.req.query())
  const reading = await readingOf(c)
  const year = filter.jahr ?? yearOf(today(services.clock))
  const page = { limit: filter.zeilen, offset: (filter.seite - 1) * filter.zeilen }
  const list = await listMeasures(db, reading, filter, year, page)
  const options = await listOptions(db, reading)
  const may = {
    create: mayEver(person, 'measure:create'),
    bulk: mayEver(person, 'measure:bulk'),
    seeDrafts: sees.drafts,
  }
  return c.render(
    <MeasuresPage list={list} filter={filter} options={options} year={year} today={today(services.clock)} may={may} />,
  )
})

for (const ending of endings) {
  routes.get(paths.export(ending), async (c) => {
    const reading = await readingOf(c)
    const filter = v.parse(measureFilter, c.req.query())
    const measures = await exportMeasures(c.var.db, reading, filter, filter.jahr ?? yearOf(today(c.var.services.clock)))
    return answerTable(c, ending, exportedMeasures(measures, say(c), reading.sees))
  })
}

routes.get(paths.new, authorize('measure:create'), async (c) => formPage(c, { state: 'NOT_STARTED', course: 'GREY' }))

routes.post(paths.list, authorize('measure:create'), async (c) => {
  const values = await readTyped(c)
  if (searchAsked(values)) return formPage(c, values)
  const form = checkForm(values, measureForm, say(c))
  if (!form.ok) return formPage(c, values, form.errors)
  requireRight(c, 'measure:create', form.value)
  const id = await keepingNumber(() => actingOf(c).then((who) => createMeasure(c.var.db, who, form.value)))
  if (id === undefined) return formPage(c, values, { number: say(c)('numberTaken') })
  const notice = values['publish'] ? await publish(c, id) : say(c)('notice.created')
  return redirectTo(c, paths.one(id), notice)
})

routes.get('/massnahmen/:id{[0-9]+}', async (c) => {
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
      missing={missing}
      may={{
        edit: may('measure:edit'),
        publish: may('publish'),
        remove: may('measure:create'),
        seeHistory: mayEver(person, 'history:see'),
        needsApproval: municipality.approvalRequired && !mayEver(person, 'approve'),
      }}
    />,
  )
})

routes.get('/massnahmen/:id{[0-9]+}/bearbeiten', authorize('measure:edit'), async (c) => {
  const { values } = await editable(c)
  return formPage(c, values)
})

routes.post('/massnahmen/:id{[0-9]+}/bearbeiten', authorize('measure:edit'), async (c) => {
  const stored = await editable(c)
  const values = await readTyped(c)
  if (searchAsked(values)) return formPage(c, values)
  const form = checkForm(values, measureForm, say(c))
  const lock = checkForm(values, editMeasureForm, say(c))
  if (!form.ok || !lock.ok) return formPage(c, values, form.ok ? {} : form.errors)
  requireRight(c, 'measure:edit', form.value)
  try {
    const who = await actingOf(c)
    const done = await keepingNumber(() =>
      saveMeasure(c.var.db, who, idOf(c), lock.value.version, form.value).then(() => true),
    )
    if (!done) return await formPage(c, values, { number: say(c)('numberTaken') })
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    return formPage(c, { ...values, version: String(stored.row.version) }, {}, stored.values)
  }
  const notice = values['publish'] ? await publish(c, idOf(c)) : say(c)('notice.saved')
  return redirectTo(c, paths.one(idOf(c)), notice)
})

routes.post('/massnahmen/:id{[0-9]+}/veroeffentlichen', authorize('publish'), async (c) => {
  await editable(c)
  return redirectTo(c, paths.one(idOf(c)), await publish(c, idOf(c)))
})

routes.post('/massnahmen/:id{[0-9]+}/zurueckziehen', authorize('publish'), async (c) => {
  await editable(c)
  await withdrawThing(c.var.db, await actingOf(c), 'measure', idOf(c))
  return redirectTo(c, paths.one(idOf(c)), say(c)('notice.withdrawn'))
})

routes.post('/massnahmen/:id{[0-9]+}/bestaetigen', authorize('measure:edit'), async (c) => {
  await editable(c)
  await confirmMeasure(c.var.db, await actingOf(c), idOf(c), today(c.var.services.clock))
  return redirectTo(c, paths.one(idOf(c)), say(c)('notice.confirmed'))
})

routes.post('/massnahmen/:id{[0-9]+}/loeschen', authorize('measure:create'), async (c) => {
  await editable(c)
  const lock = await readForm(c, editMeasureForm, say(c))
  if (!lock.ok) throw new LostRace()
  await removeThing(c.var.db, await actingOf(c), 'measure', idOf(c), lock.value.version)
  return redirectTo(c, paths.list, say(c)('notice.removed'))
})

/** The stored measure, if this person may change it. */
async function editable(c: Ctx) {
  const { planVersionId } = await actingOf(c)
  const stored = await findTyped(c.var.db, planVersionId, idOf(c))
  if (!stored) throw new NotFound()
  if (!mayWith(c.var.person, 'measure:edit', stored.row)) throw new Forbidden('measure:edit')
  return stored
}

/** The form may move a measure to another field or lead: the right is asked for where it goes, too. */
function requireRight(c: Ctx, permission: string, form: MeasureForm) {
  if (!mayWith(c.var.person, permission, { actionFieldId: form.actionFieldId, ...form.lead }))
    throw new Forbidden(permission)
}

/** Publishes, or says what is missing; saving has happened already either way. */
async function publish(c: Ctx, id: number): Promise<string> {
  const { db, municipality, person } = c.var
  const t = say(c)
  if (!mayEver(person, 'publish')) return t('notice.saved')
  const missing = await missingWords(c, id)
  if (missing.length > 0) return t('publish.missing', { list: missing.join(', ') })
  const needsApproval = municipality.approvalRequired && !mayEver(person, 'approve')
  return t(`notice.${await publishMeasure(db, await actingOf(c), id, { needsApproval })}`)
}

const missingWords = async (c: Ctx, id: number) => {
  const { planVersionId, municipalityId } = await readingOf(c)
  const keys = await missingOf(c.var.db, { planVersionId, municipalityId, accountId: null }, id)
  return keys.map((key) => say(c).dynamic(`need.${key}`))
}

const leadIds = (lead: { kind: string; id: number } | null) => ({
  leadOrgUnitId: lead?.kind === 'org-unit' ? lead.id : null,
  leadActorId: lead?.kind === 'actor' ? lead.id : null,
})

/** undefined when the number belongs to another measure. */
async function keepingNumber<T>(save: () => Promise<T>): Promise<T | undefined> {
  try {
    return await save()
  } catch (error) {
    if (
      error instanceof Error &&
      'constraint' in error &&
      error.constraint === 'measure_municipality_id_plan_version_id_number_key'
    )
      return undefined
    throw error
  }
}

async function formPage(c: Ctx, values: Typed, errors: Record<string, string> = {}, theirs?: Typed) {
  const { db, person } = c.var
  const { planVersionId } = await readingOf(c)
  const choices = await listChoices(db, planVersionId, values, searchAsked(values))
  const id = c.req.param('id')
  const stored = id ? await findTyped(db, planVersionId, Number(id)) : undefined
  const race = theirs && differencesShown(say(c), theirs, values, choices)
  const version = Number(values['version']) || stored?.row.version || 0
  return c.render(
    <MeasureFormPage
      values={values}
      errors={errors}
      choices={choices}
      mayPublish={mayEver(person, 'publish')}
      {...(stored && {
        existing: {
          id: stored.row.id,
          version,
          number: stored.row.number,
          isPublished: stored.row.publishedAt !== null,
        },
      })}
      {...(race && { race })}
    />,
    theirs ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  )
}
