import { authorize } from '#platform/http/authorize.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { checkForm, readForm, readTyped, type Typed } from '#platform/http/form.ts'
import { Forbidden, NotFound, Refused } from '#platform/http/problems.ts'
import { actingOf } from '#platform/things/acting.ts'
import { editable } from '#platform/things/editing-routes.tsx'
import { searchAsked } from '#ui/link-picker.tsx'
import { mayWith } from '#domains/accounts/index.ts'
import { createSeveral, rejectNeed } from '../commands/acts.ts'
import { mergeNeeds, unmergeNeed } from '../commands/merge.ts'
import { longestStatement, mostLines, needsOfLines, rejectForm, severalForm } from '../model/form.ts'
import { MergePage, RejectPage, SeveralPage } from '../pages/acts.tsx'
import { paths } from '../paths.ts'
import { idsOf, listChoices, listMergeable } from '../queries/choices.ts'
import { findNeed } from '../queries/stored.ts'
import { editing, say } from './editing.tsx'

export const actRoutes = domain()

actRoutes.get('/bedarfe/:id{[0-9]+}/ablehnen', authorize('need:edit'), async (c) => {
  const need = await editable(c, editing)
  return c.render(<RejectPage need={need} values={editing.typed(need.content)} errors={{}} />)
})

actRoutes.post('/bedarfe/:id{[0-9]+}/ablehnen', authorize('need:edit'), async (c) => {
  const need = await editable(c, editing)
  const form = await readForm(c, rejectForm, say(c))
  if (!form.ok) return c.render(<RejectPage need={need} values={form.values} errors={form.errors} />, 422)
  await rejectNeed(c.var.db, await actingOf(c), need.id, form.value.rejectionReason)
  return redirectTo(c, paths.one(need.id), say(c)('notice.rejected'))
})

actRoutes.get(paths.merge, authorize('need:edit'), (c) => {
  const ids = c.req.queries('id') ?? []
  return mergePage(c, { ids, into: ids[0] ?? '' })
})

actRoutes.post(paths.merge, authorize('need:edit'), async (c) => {
  const values = await readTyped(c)
  if (searchAsked(values)) return mergePage(c, values)
  const ids = idsOf(values['ids'])
  const into = Number(values['into'])
  if (ids.length < 2) return mergePage(c, values, { ids: say(c)('tooFew') })
  if (!ids.includes(into)) return mergePage(c, values, { into: say(c)('intoUnknown') })
  const acting = await actingOf(c)
  for (const id of ids) await requireRight(c, acting.planVersionId, id)
  try {
    await mergeNeeds(c.var.db, acting, into, ids)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return mergePage(c, values, { into: say(c).dynamic(error.message) })
  }
  return redirectTo(c, paths.one(into), say(c)('notice.merged', { count: ids.length - 1 }))
})

actRoutes.post('/bedarfe/:id{[0-9]+}/trennen', authorize('need:edit'), async (c) => {
  const { id } = await editable(c, editing)
  try {
    await unmergeNeed(c.var.db, await actingOf(c), id)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return redirectTo(c, paths.one(id), say(c)('notice.changedSince'))
  }
  return redirectTo(c, paths.one(id), say(c)('notice.unmerged'))
})

actRoutes.get(paths.several, authorize('need:edit'), (c) => severalPage(c, {}))

actRoutes.post(paths.several, authorize('need:edit'), async (c) => {
  const values = await readTyped(c)
  const form = checkForm(values, severalForm, say(c))
  if (!form.ok) return severalPage(c, values, form.errors)
  const wrong = wrongLines(c, form.value.lines)
  if (wrong) return severalPage(c, values, { lines: wrong })
  if (!mayWith(c.var.person, 'need:edit', form.value)) throw new Forbidden('need:edit')
  const { created, known } = await createSeveral(c.var.db, await actingOf(c), form.value)
  const notice = say(c)('notice.several', { created: created.length, known: known.length }).trim()
  return redirectTo(c, `${paths.list}?entwurf=1`, notice)
})

/** The lines that cannot become a need: too many of them, or one too long. */
function wrongLines(c: Ctx, text: string): string | undefined {
  const lines = needsOfLines(text)
  if (lines.length > mostLines) return say(c)('tooManyLines', { count: String(lines.length) })
  const place = lines.findIndex((line) => line.length > longestStatement)
  const length = String(lines[place]?.length)
  return place < 0 ? undefined : say(c)('lineTooLong', { line: String(place + 1), length })
}

async function requireRight(c: Ctx, planVersionId: number, id: number) {
  const stored = await findNeed(c.var.db, planVersionId, id)
  if (!stored) throw new NotFound()
  if (!editing.mayWith(c.var.person, 'need:edit', stored.content)) throw new Forbidden('need:edit')
}

async function mergePage(c: Ctx, values: Typed, errors: Record<string, string> = {}) {
  const { planVersionId } = await actingOf(c)
  const query = searchAsked(values) === 'ids' ? String(values['idsSearch'] ?? '') : undefined
  const picked = await listMergeable(c.var.db, planVersionId, idsOf(values['ids']), query)
  const status = Object.keys(errors).length > 0 ? 422 : 200
  return c.render(<MergePage picked={picked} values={values} errors={errors} />, status)
}

async function severalPage(c: Ctx, values: Typed, errors: Record<string, string> = {}) {
  const { planVersionId } = await actingOf(c)
  const choices = await listChoices(c.var.db, planVersionId, values)
  return c.render(
    <SeveralPage choices={choices} values={values} errors={errors} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
