import type { Ctx } from '#platform/http/app.ts'
import { isReadHere } from '#values/language.ts'
import { openOf, tallyOf } from '../model/overview.ts'
import { targetsOf } from '../model/texts.ts'
import { listPublicTexts } from './texts.ts'

/**
 * How far the texts are in each language: the numbers of `/sprachen` for other pages, of the languages that are read here. Plain and easy German are written for
 * chosen texts, so what is not there in them is not missing.
 */
export async function scoreTexts({ var: { db, municipality } }: Ctx, planVersionId: number) {
  const languages = targetsOf(municipality.languages.filter(isReadHere))
  const texts = languages.length === 0 ? [] : await listPublicTexts(db, planVersionId, languages)
  return tallyOf(texts, languages).map(({ language, all, tally }) => {
    const open = openOf(texts, [language], { zielsprache: undefined, art: undefined, stand: undefined, q: '' })
    const of = (wanted: string) => open.filter(({ state }) => state === wanted)
    const missing = language.startsWith('de-x-') ? [] : of('missing')
    return { language, total: all, current: tally.done, missing, stale: of('stale'), unchecked: of('unchecked') }
  })
}
