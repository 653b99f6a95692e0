import { today } from '#platform/clock.ts'
import { absoluteAddressOf, baseOf, redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { hideMunicipality, keepPrivate } from '#platform/http/municipality-scope.ts'
import { NotFound } from '#platform/http/problems.ts'
import { idOf } from '#platform/things/acting.ts'
import { cacheHeader } from '#platform/page-cache/header.ts'
import { addDays } from '#values/local-date.ts'
import { createPreview, hashOfToken, notePreviewUse, revokePreview } from '../commands/previews.ts'
import { defaultPreviewDays, previewCookie, previewForm } from '../model/preview.ts'
import { PreviewEndPage, PreviewEntrancePage, PreviewOverPage } from '../pages/preview-entrance.tsx'
import { PreviewsPage } from '../pages/previews.tsx'
import { paths } from '../paths.ts'
import { findPreview, listPreviews } from '../queries/previews.ts'
import { texts } from '../texts/index.ts'

const say = (c: Ctx) => texts(c.var.speech)
const now = (c: Ctx) => c.var.services.clock.now()
const acting = (c: Ctx) => ({ municipalityId: c.var.municipality.id, accountId: c.var.person?.accountId ?? null })

/** What a preview link opens. These pages stand before the door: a closed municipality has them, too. */
export const previewEntrance = domain()
const entrance = '/vorschau/:token{[\\w-]{43}}'

previewEntrance.get(entrance, async (c) => {
  const preview = await previewOf(c)
  if (preview.state !== 'open') return over(c)
  return asSecret(await c.render(<PreviewEntrancePage token={c.req.param('token')} lastDay={preview.lastDay} />))
})

previewEntrance.post(entrance, async (c) => {
  const preview = await previewOf(c)
  if (preview.state !== 'open') return over(c)
  await notePreviewUse(c.var.db, preview.id, now(c))
  const seconds = Math.floor((preview.expiresAt.getTime() - now(c).getTime()) / 1000)
  setCookie(c, c.req.param('token'), seconds)
  return asSecret(redirectTo(c, '/'))
})

/** The link of this address. Never was one: the address does not exist, whatever municipality stands in it. */
async function previewOf(c: Ctx) {
  const preview = await findPreview(c.var.db, hashOfToken(c.req.param('token') ?? ''), now(c))
  if (preview) return preview
  if (!c.var.municipality.isOpen) hideMunicipality(c)
  throw new NotFound()
}

/** Revoked or out of time. Nothing more is told about a municipality that is not open. */
async function over(c: Ctx) {
  if (!c.var.municipality.isOpen) hideMunicipality(c)
  return asSecret(await c.render(<PreviewOverPage />, 410))
}

/** An address that is a key: nobody keeps the answer, not even our own page cache. */
function asSecret(answer: Response): Response {
  keepPrivate(answer)
  answer.headers.delete(cacheHeader)
  return answer
}

function setCookie(c: Ctx, token: string, seconds: number) {
  const secure = c.var.services.config.publicUrl.startsWith('https:') ? '; Secure' : ''
  const name = previewCookie(c.var.municipality.id)
  c.header(
    'Set-Cookie',
    `${name}=${token}; Path=${baseOf(c) || '/'}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`,
    { append: true },
  )
}

export const previews = domain()

previews.get(paths.previews, async (c) => {
  if (c.var.isPreview) return c.render(<PreviewEndPage />)
  await authorize('preview:manage')(c, () => Promise.resolve())
  return listPage(c, { note: '', lastDay: addDays(today(c.var.services.clock), defaultPreviewDays) })
})

previews.post(paths.previews, authorize('preview:manage'), async (c) => {
  const form = await readForm(c, previewForm(today(c.var.services.clock)), say(c))
  if (!form.ok) return listPage(c, form.values, form.errors)
  const token = await createPreview(c.var.db, acting(c), form.value)
  return listPage(c, {}, {}, absoluteAddressOf(c, paths.previewLink(token)))
})

previews.post('/vorschau/:id{[0-9]+}/widerrufen', authorize('preview:manage'), async (c) => {
  await revokePreview(c.var.db, acting(c), idOf(c), now(c))
  return redirectTo(c, paths.previews, say(c)('preview.notice.revoked'))
})

previews.post(paths.endPreview, async (c) => {
  setCookie(c, '', 0)
  const stays = c.var.municipality.isOpen || c.var.person?.membership !== undefined
  if (!stays) hideMunicipality(c)
  return redirectTo(c, '/')
})

/** `made`: the link that was made just now, shown this once. */
async function listPage(c: Ctx, values: Typed, errors: Record<string, string> = {}, made?: string) {
  const list = await listPreviews(c.var.db, now(c))
  return c.render(
    <PreviewsPage
      previews={list}
      values={made ? { lastDay: addDays(today(c.var.services.clock), defaultPreviewDays) } : values}
      errors={errors}
      isClosed={!c.var.municipality.isOpen}
      {...(made && { made })}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
