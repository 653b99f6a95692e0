import type { Asked } from '#platform/api/collection.ts'
import { readListQuery, readParameters, type QueryProblem } from '#platform/api/read-query.ts'
import { today } from '#platform/clock.ts'
import type { Ctx } from '#platform/http/app.ts'
import { hideMunicipality } from '#platform/http/municipality-scope.ts'
import { NotFound } from '#platform/http/problems.ts'
import { answerProblemJson } from '#platform/http/problem-json.ts'
import { publicReadingBeside } from '#platform/http/reading.ts'
import { acceptedLanguages, pickLanguage, speechFor } from '#platform/http/request.ts'
import { texts } from '../texts/index.ts'

export { readListQuery, readParameters }

/**
 * The query of a request to the API, in whose language it is answered from here on. A municipality that is not open gives
 * out nothing, whoever asks. Throws NotFound.
 */
export function beginApi(c: Ctx): URLSearchParams {
  const { municipality } = c.var
  if (!municipality.isOpen) {
    hideMunicipality(c)
    throw new NotFound()
  }
  const query = new URL(c.req.url).searchParams
  const wanted = [query.get('language') ?? undefined, ...acceptedLanguages(c.req.header('accept-language'))]
  c.set('speech', speechFor(pickLanguage(wanted, municipality.languages), municipality))
  return query
}

/** What collections are asked: what the public may see, whoever asks. Throws NotFound for a version that is not there. */
export const askedOf = async (c: Ctx, query: URLSearchParams): Promise<Asked> => ({
  db: c.var.db,
  reading: await publicReadingBeside(c, query.get('planVersion') ?? ''),
  speech: c.var.speech,
  today: today(c.var.services.clock),
})

/** Says everything that is wrong with the parameters, by name. */
export function refuseQuery(c: Ctx, problems: readonly QueryProblem[]): Response {
  const t = texts(c.var.speech)
  const errors = problems.map(({ parameter, fault }) => ({
    parameter: parameter.slice(0, 100),
    detail: t(`problem.${fault}`, { parameter: parameter.slice(0, 100) }),
  }))
  const detail = errors.map((error) => error.detail).join(' ')
  return answerProblemJson(c, { status: 400, title: t('problem.title'), detail, more: { errors } })
}
