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
import { createIndicator, saveIndicator } from '../commands/save.ts'
import { saveThresholds } from '../commands/settings.ts'
import { indicatorForm, lockForm, settingForm, type IndicatorForm } from '../model/form.ts'
import { IndicatorFormPage } from '../pages/form.tsx'
import { differencesShown } from '../pages/differences.ts'
import { SettingPage } from '../pages/setting.tsx'
import { paths } from '../paths.ts'
import { listChoices, type FormChoices } from '../queries/choices.ts'
import { findTyped, getTypedThresholds } from '../queries/typed.ts'
import { address, editable, publish, say } from './acts.ts'

export const formRoutes = domain()

formRoutes.get(paths.new, authorize('indicator:edit'), (c) => formPage(c, { direction: 'HIGHER', decimals: '0' }))

formRoutes.post(paths.list, authorize('indicator:edit'), async (c) => {
  const values = await readTyped(c)
  if (searchAsked(values)) return formPage(c, values)
  const form = checkForm(values, indicatorForm, say(c))
  if (!form.ok) return formPage(c, values, form.errors)
  requireRight(c, form.value)
  const id = await createIndicator(c.var.db, await actingOf(c), form.value)
  const notice = values['publish'] ? await publish(c, id) : say(c)('notice.created')
  return redirectTo(c, paths.one(id), notice)
})

formRoutes.get(`${address}/bearbeiten`, authorize('indicator:edit'), async (c) => {
  const { values } = await editable(c)
  return formPage(c, values)
})

formRoutes.post(`${address}/bearbeiten`, authorize('indicator:edit'), async (c) => {
  const stored = await editable(c)
  const values = await readTyped(c)
  if (searchAsked(values)) return formPage(c, values)
  const form = checkForm(values, indicatorForm, say(c))
  const lock = checkForm(values, lockForm, say(c))
  if (!form.ok || !lock.ok) return formPage(c, values, form.ok ? {} : form.errors)
  requireRight(c, form.value)
  try {
    await saveIndicator(c.var.db, await actingOf(c), idOf(c), lock.value.version, form.value)
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    return formPage(c, { ...values, version: String(stored.row.version) }, {}, stored.values)
  }
  const notice = values['publish'] ? await publish(c, idOf(c)) : say(c)('notice.saved')
  return redirectTo(c, paths.one(idOf(c)), notice)
})

/** The form may move an indicator to another field: the right is asked for where it goes, too. */
function requireRight(c: Ctx, { actionFieldId }: IndicatorForm) {
  if (!mayWith(c.var.person, 'indicator:edit', { actionFieldId })) throw new Forbidden('indicator:edit')
}

async function formPage(c: Ctx, values: Typed, errors: Record<string, string> = {}, theirs?: Typed) {
  const { db, person } = c.var
  const { planVersionId } = await readingOf(c)
  const choices = await listChoices(db, planVersionId, values, searchAsked(values))
  const id = c.req.param('id')
  const stored = id ? await findTyped(db, planVersionId, Number(id)) : undefined
  const race = theirs && differencesShown(say(c), theirs, values, wordsOf(c, choices))
  const version = Number(values['version']) || stored?.row.version || 0
  return c.render(
    <IndicatorFormPage
      {...{ values, errors, choices }}
      mayPublish={mayEver(person, 'publish')}
      {...(stored && {
        existing: { id: stored.row.id, version, code: stored.row.code, isPublished: stored.row.publishedAt !== null },
      })}
      {...(race && { race })}
    />,
    theirs ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** The fields and choices of the form in words. */
function wordsOf(c: Ctx, choices: FormChoices) {
  const t = say(c)
  const labels: Record<string, string> = { actionFieldId: 'actionField', goalIds: 'goals', measureIds: 'measures' }
  const options: Record<string, FormChoices['actionFields']> = {
    actionFieldId: choices.actionFields,
    goalIds: choices.goalIds.chosen,
    measureIds: choices.measureIds.chosen,
  }
  return {
    label: (name: string) => t.dynamic(`form.${labels[name] ?? name}`),
    word: (name: string, value: string) =>
      name === 'direction'
        ? t.dynamic(`choice.${value}`)
        : name === 'kind'
          ? t.dynamic(`kind.${value}`)
          : options[name]?.find((option) => option.value === value)?.label,
  }
}

formRoutes.get(paths.settings, authorize('municipality:edit'), async (c) => {
  const { values, version } = await getTypedThresholds(c.var.db)
  return c.render(<SettingPage values={values} errors={{}} version={version} />)
})

formRoutes.post(paths.settings, authorize('municipality:edit'), async (c) => {
  const values = await readTyped(c)
  const form = checkForm(values, settingForm, say(c))
  const lock = checkForm(values, lockForm, say(c))
  const version = lock.ok ? lock.value.version : -1
  if (!form.ok) return c.render(<SettingPage values={values} errors={form.errors} version={version} />, 422)
  try {
    await saveThresholds(c.var.db, await actingOf(c), version, form.value)
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    const stored = await getTypedThresholds(c.var.db)
    const words = {
      label: (name: string) => say(c).dynamic(name === 'greenWithin' ? 'setting.green' : 'setting.yellow'),
      word: () => undefined,
    }
    const race = differencesShown(say(c), stored.values, values, words)
    return c.render(<SettingPage values={values} errors={{}} version={stored.version} race={race} />, 409)
  }
  return redirectTo(c, paths.list, say(c)('notice.saved'))
})
