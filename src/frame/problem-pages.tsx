import { paths as accountPaths } from '#domains/accounts/paths.ts'
import { answerSecondFactorNeeded, answerSignInNeeded } from '#domains/accounts/index.ts'
import { answerPlanInPreparation } from '#domains/plan/index.ts'
import type { Ctx } from '#platform/http/app.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { answerProblemJson } from '#platform/http/problem-json.ts'
import {
  Forbidden,
  Gone,
  LostRace,
  MovedTo,
  NotFound,
  PlanInPreparation,
  Refused,
  SecondFactorNeeded,
  SignInNeeded,
  TooLarge,
} from '#platform/http/problems.ts'
import { isSafe } from '#platform/http/security.ts'
import { languageOf, speechFor } from '#platform/http/request.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { Link } from '#ui/link.tsx'
import { Page } from '#ui/page.tsx'
import { withQuery } from '#values/query.ts'
import { interfaceLanguages } from '#values/language.ts'
import { frameTexts } from './texts/index.ts'

interface ProblemProps {
  title: string
  text: string
  /** Where to sign in and come back: what is not found may be there for those who have a role. */
  signIn?: string | undefined
}

function ProblemPage({ title, text, signIn }: ProblemProps) {
  const t = useTexts(frameTexts)
  return (
    <Page title={title}>
      <div class="tw-stack">
        <p class="tw-lead">{text}</p>
        {signIn && (
          <p>
            {t('problem.staff')} <Link path={signIn}>{t('foot.signIn')}</Link>
          </p>
        )}
        <LinkButton path="/">{t('problem.home')}</LinkButton>
      </div>
    </Page>
  )
}

const signInPath = (back: string) => withQuery(accountPaths.signIn, { weiter: back })

type Problem = [status: 401 | 403 | 404 | 410 | 409 | 413 | 422 | 500, title: string, text: string]

/** Turns what ended a request early into a page that says what happened and what to do; machines get problem+json. */
export function answerProblem(error: Error, c: Ctx): Response | Promise<Response> {
  if (!c.var.speech) c.set('speech', speechFor(languageOf(c, interfaceLanguages)))
  if (error instanceof MovedTo)
    return c.redirect(new URL(redirectTo(c, error.path).headers.get('location') ?? '/', c.req.url).pathname, 308)
  if (error instanceof SignInNeeded && !isForMachines(c)) return answerSignInNeeded(c)
  if (error instanceof SecondFactorNeeded && !isForMachines(c)) return answerSecondFactorNeeded(c)
  if (error instanceof PlanInPreparation && !isForMachines(c)) return answerPlanInPreparation(c)
  const [status, title, text] = describe(error, c)
  if (isForMachines(c)) return answerProblemJson(c, { status, title, detail: text })
  const { pathname, search } = new URL(c.req.url)
  const signIn = status === 404 && !c.var.person && isSafe(c.req.method) ? signInPath(pathname + search) : undefined
  return c.render(<ProblemPage title={title} text={text} signIn={signIn} />, status)
}

function describe(error: Error, c: Ctx): Problem {
  const t = frameTexts(c.var.speech)
  if (error instanceof PlanInPreparation) return [404, t('problem.noPlan'), t('problem.noPlan.text')]
  if (error instanceof NotFound) return [404, t('problem.notFound'), t('problem.notFound.text')]
  if (error instanceof Gone) return [410, t('problem.gone'), t('problem.gone.text', { title: error.title })]
  if (error instanceof SignInNeeded) return [401, t('problem.signIn'), t('problem.forbidden.text')]
  if (error instanceof SecondFactorNeeded) return [403, t('problem.forbidden'), t('problem.forbidden.text')]
  if (error instanceof Forbidden) {
    return [
      403,
      t('problem.forbidden'),
      error.message === 'origin'
        ? t('problem.origin.text')
        : error.message === 'preview'
          ? t('problem.preview.text')
          : t('problem.forbidden.text'),
    ]
  }
  if (error instanceof LostRace) return [409, t('problem.refused'), t('problem.error.text', { id: c.var.requestId })]
  if (error instanceof Refused) return [422, t('problem.refused'), t.dynamic(error.message, error.values)]
  if (error instanceof TooLarge) return [413, t('problem.tooLarge'), t('problem.tooLarge.text')]
  return [500, t('problem.error'), t('problem.error.text', { id: c.var.requestId })]
}

const isForMachines = (c: Ctx) =>
  /\/api\/|\.json$/.test(c.req.path) || (c.req.header('accept') ?? '').startsWith('application/json')
