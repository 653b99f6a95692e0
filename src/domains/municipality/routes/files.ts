import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { checkForm, readTyped } from '#platform/http/form.ts'
import { NotFound } from '#platform/http/problems.ts'
import { describeLogo, removeLogo, saveLogo } from '../commands/settings.ts'
import { colourStyles } from '../model/colours.ts'
import { logoForm, readLogo } from '../model/logo.ts'
import { paths } from '../paths.ts'
import { findPublicFile } from '../queries/settings.ts'
import { texts } from '../texts/index.ts'
import { actingOf, stepPage } from './settings.tsx'

export const fileRoutes = domain()

// Their addresses hold a version, so what they answer never changes. A closed municipality's stay with its reader.
const keep = (c: Ctx) =>
  c.header('Cache-Control', `${c.var.municipality.isOpen ? 'public' : 'private'}, max-age=31536000, immutable`)

/** The municipality's own colour as a stylesheet: the security policy allows no other way. */
fileRoutes.get('/farben.css', (c) => {
  const { colour, colourDark } = c.var.municipality
  if (colour === null) throw new NotFound()
  keep(c)
  return c.body(colourStyles(colour, colourDark), 200, { 'content-type': 'text/css; charset=utf-8' })
})

fileRoutes.get('/logo', async (c) => {
  const { db, municipality, services } = c.var
  const file = municipality.logoFileId === null ? undefined : await findPublicFile(db, municipality.logoFileId)
  if (!file) throw new NotFound()
  keep(c)
  const bytes = await services.files.get(file.sha256)
  return c.body(new Uint8Array(bytes), 200, { 'content-type': file.mediaType, 'x-content-type-options': 'nosniff' })
})

fileRoutes.post(paths.addLogo, authorize('municipality:edit'), async (c) => {
  const t = texts(c.var.speech)
  const values = await readTyped(c)
  const form = checkForm(values, logoForm, t)
  const { name, bytes } = await fileOf(c)
  const isSameLogo = bytes.length === 0 && c.var.municipality.logoFileId !== null
  const logo = isSameLogo ? undefined : bytes.length === 0 ? 'missing.logo' : readLogo(bytes)
  const errors = { ...(typeof logo === 'string' && { logo: t(logo) }), ...(form.ok ? {} : form.errors) }
  if (typeof logo === 'string' || !form.ok) return stepPage(c, 'look', { values, errors })
  const alt = form.value.logoAlt
  if (logo) await saveLogo(c.var.db, actingOf(c), c.var.services.files, { name, bytes, logo, alt })
  else await describeLogo(c.var.db, actingOf(c), alt)
  return redirectTo(c, paths.step('look'), t('look.logoSaved'))
})

async function fileOf(c: Ctx): Promise<{ name: string; bytes: Uint8Array }> {
  const file = (await c.req.parseBody())['logo']
  if (!(file instanceof File)) return { name: '', bytes: new Uint8Array() }
  return { name: file.name.slice(0, 200), bytes: new Uint8Array(await file.arrayBuffer()) }
}

fileRoutes.post(paths.removeLogo, authorize('municipality:edit'), async (c) => {
  await removeLogo(c.var.db, actingOf(c))
  return redirectTo(c, paths.step('look'), texts(c.var.speech)('look.logoRemoved'))
})
