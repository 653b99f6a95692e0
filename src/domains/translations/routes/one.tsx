import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { problemText, readTyped, type Typed } from '#platform/http/form.ts'
import { LostRace, NotFound } from '#platform/http/problems.ts'
import { actingOf, idOf } from '#platform/things/acting.ts'
import type { Difference } from '#platform/things/race.tsx'
import { hashOf } from '#values/local-text.ts'
import { saveTranslations } from '../commands/save.ts'
import { longest, partsOf, readTexts } from '../model/form.ts'
import { fieldName, type TranslatedThing } from '../model/one.ts'
import { markOf, outcomesOf } from '../model/saving.ts'
import { isTextKind, isUnchecked, targetsOf, type TargetLanguage, type TextKind } from '../model/texts.ts'
import { OnePage } from '../pages/one.tsx'
import { fieldOf, languageOf } from '../pages/words.tsx'
import { paths } from '../paths.ts'
import { findFormerGerman, getTranslatedThing } from '../queries/one.ts'
import { texts } from '../texts/index.ts'

export const oneRoutes = domain()
const address = '/sprachen/:kind{[a-z-]+}/:id{[0-9]+}'
const say = (c: Ctx) => texts(c.var.speech)

oneRoutes.get(address, authorize('translation:edit'), async (c) => {
  const { thing } = await asked(c)
  return onePage(c, thing, { values: valuesOf(thing, languagesOf(c)) })
})

oneRoutes.post(address, authorize('translation:edit'), async (c) => {
  const { thing, acting } = await asked(c)
  const values = await readTyped(c)
  const typed = readTexts(values, languagesOf(c))
  if (typed.tooLong.length > 0) {
    const errors = typed.tooLong.map(({ name, length }) => [
      name,
      problemText(say(c), 'tooLong', { requirement: longest, length }),
    ])
    return onePage(c, thing, { values, errors: Object.fromEntries(errors) as Record<string, string> })
  }
  try {
    const saved = await saveTranslations(c.var.db, acting, thing, languagesOf(c), typed.texts)
    const here = new URL(c.req.url).search
    return redirectTo(
      c,
      paths.of(thing.kind, thing.id) + here,
      say(c)('notice.saved', { count: saved.written + saved.removed }),
    )
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    const { thing: now } = await asked(c)
    const race = outcomesOf(now, typed.texts).flatMap(({ typed: { field, language, text }, stored, outcome }) =>
      outcome.act === 'lost'
        ? [differenceOf(c, now.kind, { field, language, theirs: stored?.text ?? '', yours: text })]
        : [],
    )
    // The next save is made in sight of what the other one wrote.
    const seen = Object.entries(valuesOf(now, languagesOf(c))).filter(([name]) => /\.(mark|source)$/.test(name))
    return onePage(c, now, { values: { ...values, ...Object.fromEntries(seen) }, race })
  }
})

/** The thing of the address, with the languages that are shown. Throws NotFound for other kinds. */
async function asked(c: Ctx) {
  const kind = c.req.param('kind') ?? ''
  if (!isTextKind(kind)) throw new NotFound()
  const acting = await actingOf(c)
  return {
    acting,
    thing: await getTranslatedThing(c.var.db, acting.planVersionId, { kind, id: idOf(c) }, languagesOf(c)),
  }
}

/** All offered languages, or the one of `?zielsprache=`. */
function languagesOf(c: Ctx): TargetLanguage[] {
  const offered = targetsOf(c.var.municipality.languages)
  const only = offered.filter((language) => language === c.req.query('zielsprache'))
  return only.length > 0 ? only : offered
}

/** The form as it stands when nobody has typed yet. */
function valuesOf({ texts: all }: TranslatedThing, languages: readonly TargetLanguage[]): Record<string, string> {
  const values: Record<string, string> = {}
  for (const { field, german, versions } of all) {
    for (const language of languages) {
      const version = versions.get(language)
      const name = fieldName(field, language)
      const parts = partsOf(name)
      values[name] = version?.text ?? ''
      values[parts.mark] = markOf(version)
      values[parts.source] = hashOf(german)
      if (version && isUnchecked(version)) values[parts.machine] = 'on'
    }
  }
  return values
}

const differenceOf = (
  c: Ctx,
  kind: TextKind,
  { field, language, theirs, yours }: { field: string; language: string; theirs: string; yours: string },
): Difference => ({ label: `${fieldOf(say(c), kind, field)} (${languageOf(say(c), language)})`, theirs, yours })

async function onePage(
  c: Ctx,
  thing: TranslatedThing,
  { values, errors = {}, race }: { values: Typed; errors?: Record<string, string>; race?: Difference[] },
) {
  const languages = languagesOf(c)
  const only = languages.length < targetsOf(c.var.municipality.languages).length ? languages[0] : undefined
  const former = await findFormerGerman(c.var.db, thing)
  return c.render(
    <OnePage {...{ thing, languages, only, former, values, errors }} {...(race && { race })} />,
    race ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  )
}
