import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Ctx } from './app.ts'

/** What went wrong, for machines (RFC 9457); `more` are members beyond the standard ones. */
export interface ProblemJson {
  status: ContentfulStatusCode
  title: string
  detail: string
  more?: Readonly<Record<string, unknown>>
}

export const answerProblemJson = (c: Ctx, { status, title, detail, more = {} }: ProblemJson): Response =>
  c.body(JSON.stringify({ type: 'about:blank', title, status, detail, ...more }), status, {
    'content-type': 'application/problem+json',
    'content-language': c.var.speech.language,
    'cache-control': 'no-store',
  })
