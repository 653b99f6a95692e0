import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { checkForm, readTyped, type Typed } from '#platform/http/form.ts'
import { mayEver } from '#platform/http/person.ts'
import { LostRace, NotFound } from '#platform/http/problems.ts'
import { saveFilm, type Upload } from '../commands/film.ts'
import { byteRange, filmForm, filmTypes } from '../model/film.ts'
import { FilmFormPage, SignLanguagePage } from '../pages/sign-language.tsx'
import { paths } from '../paths.ts'
import { findFilm } from '../queries/film.ts'
import { texts } from '../texts/index.ts'

/** The film in sign language: shown to everyone, entered by the office. */
export const signLanguage = domain()

const say = (c: Ctx) => texts(c.var.speech)

signLanguage.get(paths.signLanguage, async (c) =>
  c.render(<SignLanguagePage film={await findFilm(c.var.db)} mayEdit={mayEver(c.var.person, 'municipality:edit')} />),
)

signLanguage.get(paths.editSignLanguage, authorize('municipality:edit'), async (c) => {
  const film = await findFilm(c.var.db)
  return formPage(c, { link: film?.link ?? '', transcript: film?.transcript ?? '' })
})

signLanguage.post(paths.editSignLanguage, authorize('municipality:edit'), async (c) => {
  const values = await readTyped(c)
  const upload = await readUpload(c)
  const form = checkForm(values, filmForm, say(c))
  const wrongFile = upload && !filmTypes.includes(upload.mediaType)
  if (!form.ok || wrongFile) {
    return formPage(c, values, { ...(!form.ok && form.errors), ...(wrongFile && { file: say(c)('notAFilm') }) })
  }
  const { db, municipality, person, services } = c.var
  const acting = { municipalityId: municipality.id, accountId: person?.accountId ?? null }
  try {
    await saveFilm(db, acting, form.value, services.files, upload)
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    return formPage(c, values, {}, true)
  }
  return redirectTo(c, paths.signLanguage, say(c)('sign.notice.saved'))
})

async function readUpload(c: Ctx): Promise<Upload | undefined> {
  const { file } = await c.req.parseBody()
  if (!(file instanceof File) || file.size === 0) return undefined
  return { name: file.name, mediaType: file.type, bytes: new Uint8Array(await file.arrayBuffer()) }
}

async function formPage(c: Ctx, values: Typed, errors: Record<string, string> = {}, isRace = false) {
  const film = await findFilm(c.var.db)
  return c.render(
    <FilmFormPage
      values={values}
      errors={errors}
      version={isRace || !values['version'] ? (film?.version ?? 0) : Number(values['version'])}
      stored={film?.file?.name}
      {...(isRace && { race: { link: film?.link ?? null } })}
    />,
    isRace ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** The file itself, in parts where the browser asks for parts: without that some browsers play nothing. */
signLanguage.get(paths.signLanguageFilm, async (c) => {
  const film = await findFilm(c.var.db)
  if (!film?.file) throw new NotFound()
  const bytes = await c.var.services.files.get(film.file.sha256)
  const range = byteRange(c.req.header('range'), bytes.length)
  c.header('Accept-Ranges', 'bytes')
  c.header('Cache-Control', 'no-cache')
  c.header('ETag', `"${film.file.sha256.slice(0, 22)}"`)
  if (range === 'unsatisfiable') return c.body(null, 416, { 'Content-Range': `bytes */${bytes.length}` })
  c.header('Content-Type', film.file.mediaType)
  if (!range) return c.body(Buffer.from(bytes))
  c.header('Content-Range', `bytes ${range.from}-${range.to}/${bytes.length}`)
  return c.body(Buffer.from(bytes.subarray(range.from, range.to + 1)), 206)
})
