import { mayWith } from '#domains/accounts/index.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { checkForm, readTyped, type Typed } from '#platform/http/form.ts'
import { readPicture } from '#platform/files/picture.ts'
import { mayEver } from '#platform/http/person.ts'
import { Forbidden, LostRace } from '#platform/http/problems.ts'
import { readingOf } from '#platform/http/reading.ts'
import { actingOf } from '#platform/things/acting.ts'
import { WithdrawPage } from '#platform/things/withdraw-page.tsx'
import { saidWhenClosed } from '#platform/things/said.ts'
import { publishVersion, saveFunder, saveVersion, withdrawVersion, type Logo } from '../commands/version.ts'
import { lockForm } from '../model/parts.ts'
import { funderForm, missingForLogo, versionForm } from '../model/version.ts'
import { differencesShown } from '../pages/differences.ts'
import { FunderFormPage } from '../pages/funder-form.tsx'
import { VersionFormPage } from '../pages/version-form.tsx'
import { paths } from '../paths.ts'
import { getTypedVersion } from '../queries/typed.ts'
import { getVersion } from '../queries/version.ts'
import { texts } from '../texts/index.ts'

export const editRoutes = domain()

const say = (c: Ctx) => texts(c.var.speech)

/** The version that is worked on as it is stored, for somebody who may change it. */
async function stored(c: Ctx) {
  const who = await actingOf(c)
  if (!mayWith(c.var.person, 'plan:edit', {})) throw new Forbidden('plan:edit')
  return { who, ...(await getTypedVersion(c.var.db, who.planVersionId)) }
}

editRoutes.get(paths.edit, authorize('plan:edit'), async (c) => versionPage(c, (await stored(c)).text))

editRoutes.post(paths.edit, authorize('plan:edit'), async (c) => {
  const { who, text } = await stored(c)
  const values = await readTyped(c)
  const form = checkForm(values, versionForm, say(c))
  const lock = checkForm(values, lockForm, say(c))
  if (!form.ok || !lock.ok) return versionPage(c, values, form.ok ? {} : form.errors)
  try {
    const isOnly = await onlyOneInForce(() => saveVersion(c.var.db, who, lock.value.version, form.value))
    if (!isOnly) return await versionPage(c, values, { state: say(c)('alreadyInForce') })
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    return versionPage(c, values, {}, text)
  }
  return redirectTo(c, paths.plan, say(c)('notice.saved'))
})

/** false when another version of the plan is in force already. */
async function onlyOneInForce(save: () => Promise<void>): Promise<boolean> {
  try {
    await save()
    return true
  } catch (error) {
    if (error instanceof Error && 'constraint' in error && error.constraint === 'plan_version_in_force') return false
    throw error
  }
}

async function versionPage(c: Ctx, values: Typed, errors: Record<string, string> = {}, theirs?: Typed) {
  const { version, isPublished } = await stored(c)
  const typed = theirs ? version : Number(values['version']) || version
  return c.render(
    <VersionFormPage
      values={values}
      errors={errors}
      version={typed}
      isPublished={isPublished}
      {...(theirs && { race: differencesShown(say(c), theirs, values) })}
    />,
    theirs ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  )
}

editRoutes.get(paths.funder, authorize('plan:edit'), async (c) => funderPage(c, (await stored(c)).funder))

editRoutes.post(paths.funder, authorize('plan:edit'), async (c) => {
  const { who, funder, logo } = await stored(c)
  const values = await readTyped(c)
  const form = checkForm(values, funderForm, say(c))
  const lock = checkForm(values, lockForm, say(c))
  const picture = await pictureOf(c, values)
  const errors: Record<string, string> = form.ok ? {} : { ...form.errors }
  if (typeof picture === 'string') errors['logo'] = say(c)(picture)
  const given = typeof picture === 'string' ? undefined : picture
  const removes = values['removeLogo'] === 'on' && !given
  const hasLogo = given !== undefined || (logo !== null && !removes)
  if (form.ok) {
    const missing = missingForLogo(form.value, hasLogo)
    for (const [name, key] of Object.entries(missing)) errors[name] = say(c).dynamic(key)
  }
  if (!form.ok || !lock.ok || Object.keys(errors).length > 0) return funderPage(c, values, errors, given)
  try {
    await saveFunder(c.var.db, who, lock.value.version, form.value, given ?? (removes ? 'remove' : 'keep'))
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    return funderPage(c, values, {}, given, funder)
  }
  return redirectTo(c, paths.plan, say(c)('notice.saved'))
})

/**
 * The posted picture, put into the file store at once: when the form is refused for another reason the picture is not
 * lost, it travels on as a mark (kind, hash, size and name) that only fits bytes that are stored.
 */
async function pictureOf(c: Ctx, values: Typed): Promise<Logo | 'notAPicture' | 'pictureTooLarge' | undefined> {
  const { files } = c.var.services
  const picture = await readPicture(c, 'logo')
  if (typeof picture === 'string') return picture
  if (picture) {
    const { bytes, mediaType, name } = picture
    return { sha256: await files.put(bytes), mediaType, name, size: bytes.length }
  }
  const [, mediaType = '', sha256 = '', name = ''] =
    /^(image\/(?:png|jpeg|webp|gif)) ([0-9a-f]{64}) (.{1,200})$/.exec(String(values['kept'] ?? '')) ?? []
  if (!sha256) return undefined
  const bytes = await files.get(sha256).catch(() => undefined)
  return bytes && { sha256, mediaType, name, size: bytes.length }
}

async function funderPage(c: Ctx, values: Typed, errors: Record<string, string> = {}, given?: Logo, theirs?: Typed) {
  const { version, logo } = await stored(c)
  const typed = theirs ? version : Number(values['version']) || version
  return c.render(
    <FunderFormPage
      values={values}
      errors={errors}
      version={typed}
      logo={logo}
      {...(given && { kept: { name: given.name, mark: `${given.mediaType} ${given.sha256} ${given.name}` } })}
      {...(theirs && { race: differencesShown(say(c), theirs, values) })}
    />,
    theirs ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  )
}

editRoutes.post(paths.publish, authorize('publish'), async (c) => {
  const { municipality, person, db } = c.var
  // A whole version opens everything in it: where approval is asked for, only who gives it may do so.
  if (municipality.approvalRequired && !mayEver(person, 'approve')) throw new Forbidden('approve')
  await publishVersion(db, await actingOf(c))
  return redirectTo(c, paths.plan, saidWhenClosed(c) ?? say(c)('notice.versionPublished'))
})

editRoutes.get(paths.withdraw, authorize('publish'), async (c) => {
  const { title } = await getVersion(c.var.db, await readingOf(c))
  return c.render(
    <WithdrawPage
      title={title.text}
      crumbs={[{ label: say(c)('plan'), path: paths.plan }]}
      action={paths.withdraw}
      cancel={paths.plan}
      gone={say(c)('version.gone')}
    />,
  )
})

editRoutes.post(paths.withdraw, authorize('publish'), async (c) => {
  const { municipality, person, db } = c.var
  if (municipality.approvalRequired && !mayEver(person, 'approve')) throw new Forbidden('approve')
  await withdrawVersion(db, await actingOf(c))
  return redirectTo(c, paths.plan, say(c)('notice.versionWithdrawn'))
})
