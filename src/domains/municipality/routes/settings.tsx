import * as v from 'valibot'
import { today } from '#platform/clock.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { checkForm, readTyped, type Typed } from '#platform/http/form.ts'
import { mayEver } from '#platform/http/person.ts'
import { LostRace, NotFound } from '#platform/http/problems.ts'
import type { MunicipalityRow } from '#platform/http/municipalities.ts'
import { numberFormatter } from '#values/number.ts'
import type { Neighbours } from '../commands/found.ts'
import { saveOwnWord, saveStep, type Acting } from '../commands/settings.ts'
import { unreadable } from '../model/colours.ts'
import { doneSteps, missingMusts } from '../model/completeness.ts'
import { legalRulesOf } from '../model/legal/legal.ts'
import { fingerprintOf, stepKeys, steps, type Fields, type StepKey } from '../model/steps.ts'
import { ownWordForm, typedWord, wordMeanings, wordOf, type WordMeaning } from '../model/words.ts'
import { differencesShown } from '../pages/differences.ts'
import { SettingsPage } from '../pages/overview.tsx'
import { StepPage } from '../pages/steps.tsx'
import { OwnWordPage, WordsPage } from '../pages/words.tsx'
import { paths, stepSegments, wordSegments } from '../paths.ts'
import { getSettings, hasApprover, listChangedFields, listLastChanges } from '../queries/settings.ts'
import { texts } from '../texts/index.ts'
import { legalPage, lookPage } from './step-parts.tsx'

const say = (c: Ctx) => texts(c.var.speech)
const mayEdit = authorize('municipality:edit')

/** The person of the request, who changes the municipality of the request. */
export const actingOf = (c: Ctx): Acting => ({
  municipalityId: c.var.municipality.id,
  accountId: c.var.person?.accountId ?? null,
})

/** Setting up. `renamePlan`: what follows when a municipality chooses another word for its plan. */
export function settingsRoutes({ renamePlan }: Pick<Neighbours, 'renamePlan'>) {
  const routes = domain()

  routes.get(paths.settings, mayEdit, async (c) => {
    const { db, municipality, person } = c.var
    const row = await getSettings(db, municipality.id)
    const changes = await listLastChanges(db, municipality.id)
    const done = doneSteps(row, await listChangedFields(db, municipality.id))
    const mayOpen = mayEver(person, 'plan:open')
    return c.render(
      <SettingsPage missing={missingMusts(row)} done={done} isOpen={row.isOpen} mayOpen={mayOpen} changes={changes} />,
    )
  })

  routes.get('/einrichten/:step', mayEdit, (c) => stepPage(c, stepOf(c)))

  routes.post('/einrichten/:step', mayEdit, async (c) => {
    const key = stepOf(c)
    const values = await readTyped(c)
    if (values['preview']) return stepPage(c, key, { values })
    const form = checkForm(values, steps[key].form, say(c))
    const errors = {
      ...(form.ok ? {} : form.errors),
      ...contrastErrors(c, key, values),
      ...(await approverErrors(c, key, values)),
    }
    if (!form.ok || Object.keys(errors).length > 0) return stepPage(c, key, { values, errors })
    try {
      await saveStep(c.var.db, actingOf(c), steps[key], String(values['fingerprint'] ?? ''), form.value, renamePlan)
    } catch (error) {
      if (!(error instanceof LostRace)) throw error
      return stepPage(c, key, { values, isRace: true })
    }
    return redirectTo(c, values['next'] ? after(key) : paths.settings, say(c)('settings.saved'))
  })

  routes.get('/einrichten/woerter/:meaning', mayEdit, async (c) => {
    const row = await getSettings(c.var.db, c.var.municipality.id)
    return ownWordPage(c, row, typedWord((row.words as Record<string, unknown>)[meaningOf(c)]))
  })

  routes.post('/einrichten/woerter/:meaning', mayEdit, async (c) => {
    const values = await readTyped(c)
    const form = checkForm(values, ownWordForm, say(c))
    if (!form.ok || values['preview']) {
      const row = await getSettings(c.var.db, c.var.municipality.id)
      return ownWordPage(c, row, values, form.ok ? {} : form.errors)
    }
    await saveOwnWord(c.var.db, actingOf(c), meaningOf(c), form.value, renamePlan)
    return redirectTo(c, paths.step('words'), say(c)('word.saved'))
  })
  return routes
}

function stepOf(c: Ctx): StepKey {
  const found = stepKeys.find((key) => stepSegments[key] === c.req.param('step'))
  if (!found) throw new NotFound()
  return found
}

function meaningOf(c: Ctx): WordMeaning {
  const found = wordMeanings.find((meaning) => wordSegments[meaning] === c.req.param('meaning'))
  if (!found) throw new NotFound()
  return found
}

const after = (key: StepKey): string => {
  const next = stepKeys[stepKeys.indexOf(key) + 1]
  return next ? paths.step(next) : paths.settings
}

/** Approval is asked for only where somebody can give it: otherwise nothing would ever become public. */
async function approverErrors(c: Ctx, key: StepKey, values: Typed): Promise<Record<string, string>> {
  if (key !== 'rules' || !values['approvalRequired'] || c.var.municipality.approvalRequired) return {}
  return (await canApprove(c)) ? {} : { approvalRequired: say(c)('missing.approver') }
}
const canApprove = (c: Ctx) => hasApprover(c.var.db, today(c.var.services.clock))

/** Colours that cannot be read, with what was measured and what would do. */
function contrastErrors(c: Ctx, key: StepKey, values: Typed): Record<string, string> {
  if (key !== 'look') return {}
  // Never rounded up to what would be enough.
  const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1, roundingMode: 'floor' } as const
  const number = numberFormatter(c.var.speech.language, oneDecimal)
  const entries = Object.entries(unreadable(values)).map(([field, { ratio, suggestion }]) => [
    field,
    say(c)(field === 'colour' ? 'notReadable.light' : 'notReadable.dark', { ratio: number.format(ratio), suggestion }),
  ])
  return Object.fromEntries(entries) as Record<string, string>
}

interface Shown {
  values?: Typed
  errors?: Record<string, string>
  isRace?: boolean
}

/** The page of a step: as it is saved, or as it was typed with what is wrong. */
export async function stepPage(c: Ctx, key: StepKey, { values, errors = {}, isRace = false }: Shown = {}) {
  const row = await getSettings(c.var.db, c.var.municipality.id)
  const stored = steps[key].typed(row)
  const form = {
    values: values ? { ...(Object.keys(errors).length > 0 || isRace ? {} : stored), ...values } : stored,
    errors,
    // Typed anew after an error it still says what the form was made from; after a lost race it says what was shown.
    fingerprint: isRace || !values ? fingerprintOf(stored) : String(values['fingerprint'] ?? fingerprintOf(stored)),
    done: doneSteps(row, await listChangedFields(c.var.db, row.id)),
    ...(isRace && values && { race: differencesShown(say(c), key, stored, values as Fields) }),
  }
  const status = isRace ? 409 : Object.keys(errors).length > 0 ? 422 : 200
  if (key === 'look') return c.render(lookPage(row, form), status)
  if (key === 'legal') return c.render(legalPage(c, row, form), status)
  if (key === 'words') return c.render(<WordsPage words={row.words as Record<string, unknown>} {...form} />, status)
  const isApproverMissing = key === 'rules' && !(await canApprove(c))
  return c.render(
    <StepPage step={key} rules={legalRulesOf(row)} isApproverMissing={isApproverMissing} {...form} />,
    status,
  )
}

async function ownWordPage(c: Ctx, row: MunicipalityRow, values: Typed, errors: Record<string, string> = {}) {
  const meaning = meaningOf(c)
  const form = v.safeParse(ownWordForm, { ...emptyWord, ...values })
  return c.render(
    <OwnWordPage
      meaning={meaning}
      words={row.words as Record<string, unknown>}
      {...(form.success && { typed: wordOf(form.output, meaning) })}
      values={values}
      errors={errors}
      fingerprint=""
      done={doneSteps(row, await listChangedFields(c.var.db, row.id))}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
const emptyWord = Object.fromEntries(Object.keys(ownWordForm.entries).map((name) => [name, '']))
