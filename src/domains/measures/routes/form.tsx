import { mayWith } from '#domains/accounts/index.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { checkForm, readTyped, type Typed } from '#platform/http/form.ts'
import { mayEver } from '#platform/http/person.ts'
import { Forbidden, LostRace } from '#platform/http/problems.ts'
import { readingOf } from '#platform/http/reading.ts'
import { actingOf, idOf } from '#platform/things/acting.ts'
import { searchAsked } from '#ui/link-picker.tsx'
import { createMeasure, saveMeasure } from '../commands/save.ts'
import { editMeasureForm, measureForm, measureFormKeeping, type MeasureForm } from '../model/form.ts'
import { differencesShown } from '../pages/differences.ts'
import { MeasureFormPage } from '../pages/form.tsx'
import { paths } from '../paths.ts'
import { listChoices } from '../queries/choices.ts'
import { findTyped } from '../queries/typed.ts'
import { address, editable, publish, say } from './acts.ts'

export const formRoutes = domain()

formRoutes.get(paths.new, authorize('measure:create'), async (c) =>
  formPage(c, { state: 'NOT_STARTED', course: 'GREY' }),
)

formRoutes.post(paths.list, authorize('measure:create'), async (c) => {
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

formRoutes.get(`${address}/bearbeiten`, authorize('measure:edit'), async (c) => {
  const { values } = await editable(c)
  return formPage(c, values)
})

formRoutes.post(`${address}/bearbeiten`, authorize('measure:edit'), async (c) => {
  const stored = await editable(c)
  const values = await readTyped(c)
  if (searchAsked(values)) return formPage(c, values)
  const form = checkForm(values, measureFormKeeping(stored.row.number), say(c))
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

/** The form may move a measure to another field or lead: the right is asked for where it goes, too. */
function requireRight(c: Ctx, permission: string, form: MeasureForm) {
  if (!mayWith(c.var.person, permission, { actionFieldId: form.actionFieldId, ...form.lead }))
    throw new Forbidden(permission)
}

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
