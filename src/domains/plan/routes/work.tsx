import { mayWith } from '#domains/accounts/index.ts'
import { today } from '#platform/clock.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type AppEnv, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { checkForm, readTyped } from '#platform/http/form.ts'
import { mayEver } from '#platform/http/person.ts'
import { Forbidden, NotFound, Refused } from '#platform/http/problems.ts'
import { readingOf } from '#platform/http/reading.ts'
import { actingOf } from '#platform/things/acting.ts'
import { things, type ThingKind } from '#platform/things/kinds.ts'
import { linkedThings, pageOf } from '#platform/things/linked.ts'
import { returnThing } from '#platform/things/return.ts'
import { saidWhenClosed } from '#platform/things/said.ts'
import { withQuery } from '#values/query.ts'
import type { Hono } from 'hono'
import { ownPublishers, publishDrafts, type Publishers } from '../commands/publishing.ts'
import { scoreOf, type TextScore } from '../model/completeness.ts'
import { chosenThings, incompleteText, parseIncomplete, parseThingName, returnForm } from '../model/drafts.ts'
import { DraftsPage, ReturnPage } from '../pages/drafts.tsx'
import { LinkedDraftsPage } from '../pages/linked-drafts.tsx'
import { MissingPage } from '../pages/missing.tsx'
import { paths } from '../paths.ts'
import { listFacts } from '../queries/completeness.ts'
import { listDrafts } from '../queries/drafts.ts'
import { texts } from '../texts/index.ts'

const say = (c: Ctx) => texts(c.var.speech)

/** How far the texts are in each language of this municipality. */
export type ScoreTexts = (c: Ctx, planVersionId: number) => Promise<TextScore[]>

/** What waits to be done. `others`: how the other domains publish their things; `scoreTexts`: how translations are counted. */
export function workRoutes(others: Publishers, scoreTexts: ScoreTexts): Hono<AppEnv> {
  const routes = domain()
  const publishers = { ...ownPublishers, ...others }

  routes.get(paths.missing, authorize('plan:edit'), async (c) => {
    const { db, services } = c.var
    const { planVersionId } = await readingOf(c)
    const groups = scoreOf(await listFacts(db, planVersionId), today(services.clock))
    return c.render(<MissingPage groups={groups} languages={await scoreTexts(c, planVersionId)} />)
  })

  routes.get(paths.drafts, authorize('draft:see'), async (c) => {
    const { db, person } = c.var
    const { planVersionId } = await readingOf(c)
    const { drafts, total } = await listDrafts(db, planVersionId)
    return c.render(
      <DraftsPage
        drafts={drafts}
        total={total}
        may={{
          publish: mayEver(person, 'publish'),
          approve: mayEver(person, 'approve'),
          needsApproval: needsApproval(c),
        }}
        kinds={new Set(Object.keys(publishers))}
        incomplete={parseIncomplete(c.req.query('fehlt'))}
      />,
    )
  })

  routes.get(paths.linkedDrafts, authorize('publish'), async (c) => {
    const { kind, id } = thingOf(c.req.query('thing') ?? '')
    const linked = await linkedThings(c.var.db, (await readingOf(c)).planVersionId, kind, id)
    const drafts = linked.filter(({ publishedAt }) => publishedAt === null)
    return c.render(<LinkedDraftsPage drafts={drafts} back={pageOf({ kind, id })} needsApproval={needsApproval(c)} />)
  })

  routes.post(paths.publishDrafts, authorize('publish'), async (c) => {
    const t = say(c)
    const values = await readTyped(c)
    // A button of one row publishes that row alone, whatever is ticked elsewhere.
    const chosen = chosenThings(values['one'] ?? values['thing'])
    if (chosen.length === 0) return redirectTo(c, paths.drafts, t('drafts.nothingChosen'))
    if (!mayWith(c.var.person, 'publish', {})) throw new Forbidden('publish')
    const approval = { needsApproval: needsApproval(c) }
    const { published, submitted, incomplete } = await publishDrafts(
      c.var.db,
      await actingOf(c),
      chosen,
      publishers,
      approval,
    )
    const notice = [
      published > 0 && (saidWhenClosed(c) ?? t('drafts.published', { count: published })),
      submitted > 0 && t('drafts.submitted', { count: submitted }),
      incomplete.length > 0 && t('drafts.incomplete', { count: incomplete.length }),
    ]
    const path = withQuery(paths.drafts, { fehlt: incompleteText(incomplete) })
    return redirectTo(c, path, notice.filter(Boolean).join(' '))
  })

  routes.get(paths.returnDraft, authorize('approve'), async (c) => returnPage(c, c.req.query('thing') ?? '', {}))

  routes.post(paths.returnDraft, authorize('approve'), async (c) => {
    const values = await readTyped(c)
    const name = String(values['thing'] ?? '')
    const form = checkForm(values, returnForm, say(c))
    if (!form.ok) return returnPage(c, name, values, form.errors)
    const { kind, id } = thingOf(name)
    try {
      await returnThing(c.var.db, await actingOf(c), kind, id, form.value.comment)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return returnPage(c, name, values, { form: say(c)('notSubmitted') })
    }
    return redirectTo(c, paths.drafts, say(c)('drafts.returned'))
  })
  return routes
}

const needsApproval = ({ var: { municipality, person } }: Ctx) =>
  municipality.approvalRequired && !mayEver(person, 'approve')

function thingOf(name: string): { kind: ThingKind; id: number } {
  const found = parseThingName(name)
  if (!found || !(found.kind in things)) throw new NotFound()
  return { kind: found.kind as ThingKind, id: found.id }
}

async function returnPage(
  c: Ctx,
  name: string,
  values: Record<string, string | string[]>,
  errors: Record<string, string> = {},
) {
  const { kind, id } = thingOf(name)
  const { planVersionId } = await readingOf(c)
  const { drafts } = await listDrafts(c.var.db, planVersionId, kind)
  const draft = drafts.find((one) => one.id === id)
  if (!draft) throw new NotFound()
  const status = Object.keys(errors).length > 0 ? 422 : 200
  return c.render(<ReturnPage thing={name} label={draft.label} values={values} errors={errors} />, status)
}
