import { createMiddleware } from 'hono/factory'
import { hostOfRequest, redirectTo } from '#platform/http/addresses.ts'
import { domain, type AppEnv, type Ctx } from '#platform/http/app.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { reservedSegments } from '#platform/http/municipalities.ts'
import { Forbidden, Refused, SignInNeeded } from '#platform/http/problems.ts'
import { MailError } from '#platform/mail/mail.ts'
import { mapHost, renameSlug, unmapHost } from '../commands/addresses.ts'
import { createMunicipality, insideMunicipality, type InvitedOfficer, type Neighbours } from '../commands/found.ts'
import { hostForm, inviteForm, newMunicipalityForm, slugForm, testMailForm } from '../model/instance.ts'
import { freeSlug, suggestSlug } from '../model/slug.ts'
import { InstancePage, RemoveDemoPage, type MailState } from '../pages/instance.tsx'
import { MunicipalityPage, NewMunicipalityPage } from '../pages/municipality.tsx'
import { paths } from '../paths.ts'
import { getMunicipality, listMunicipalities, listTakenSlugs, listWaitingOfficers } from '../queries/instance.ts'
import { texts } from '../texts/index.ts'

const say = (c: Ctx) => texts(c.var.speech)
const idOf = (c: Ctx) => Number(c.req.param('id'))
const actingOn = (c: Ctx) => ({ municipalityId: idOf(c), accountId: c.var.person?.accountId ?? null })
const status = (errors: Record<string, string>) => (Object.keys(errors).length > 0 ? 422 : 200)

/** Only who runs the instance. */
const instanceAdmin = createMiddleware<AppEnv>(async (c, next) => {
  if (!c.var.person) throw new SignInNeeded()
  if (!c.var.person.isInstanceAdmin) throw new Forbidden('instance')
  await next()
})

/** The administration of the instance: which municipalities there are, where they stand, whether mails leave the house. */
export function instanceRoutes(neighbours: Neighbours) {
  const routes = domain()
  for (const path of [paths.instanceAdmin, `${paths.instanceAdmin}/*`]) routes.use(path, instanceAdmin)

  routes.get(paths.instanceAdmin, (c) => instancePage(c))
  routes.get(paths.newMunicipality, (c) => c.render(<NewMunicipalityPage values={{ languages: ['en'] }} errors={{}} />))
  routes.get('/verwaltung/:id{[0-9]+}', (c) => municipalityPage(c))

  routes.post(paths.newMunicipality, async (c) => {
    const { db, person } = c.var
    const form = await readForm(c, newMunicipalityForm, say(c))
    if (!form.ok) return c.render(<NewMunicipalityPage values={form.values} errors={form.errors} />, 422)
    const { officerEmail, officerName, slug: wish, ...municipality } = form.value
    const places = { reserved: reservedSegments, taken: await listTakenSlugs(db) }
    const slug = wish ?? freeSlug(suggestSlug(municipality.name), places)
    const id = await keeping(() =>
      createMunicipality(db, person?.accountId ?? null, { ...municipality, slug }, neighbours),
    )
    if (id instanceof Refused) {
      const suggestion = freeSlug(suggestSlug(municipality.name), places)
      const errors = { slug: say(c).dynamic(id.message, { suggestion }) }
      return c.render(<NewMunicipalityPage values={form.values} errors={errors} />, 422)
    }
    if (!officerEmail) return redirectTo(c, paths.municipality(id), say(c)('new.done'))
    const officer = { email: officerEmail, name: officerName ?? '' }
    const isSent = await invite(c, { id, name: municipality.name }, officer)
    const notice = say(c)(isSent ? 'new.doneInvited' : 'new.doneNotMailed', { email: officerEmail })
    return redirectTo(c, paths.municipality(id), notice)
  })

  routes.post('/verwaltung/:id{[0-9]+}/adresse', async (c) => {
    const form = await readForm(c, slugForm, say(c))
    if (!form.ok) return municipalityPage(c, form.values, form.errors)
    const done = await keeping(() => renameSlug(c.var.db, actingOn(c), form.value.slug))
    if (done instanceof Refused) {
      const places = { reserved: reservedSegments, taken: await listTakenSlugs(c.var.db, idOf(c)) }
      const suggestion = freeSlug(suggestSlug(form.value.slug), places)
      return municipalityPage(c, form.values, { slug: say(c).dynamic(done.message, { suggestion }) })
    }
    return redirectTo(c, paths.municipality(idOf(c)), say(c)('slug.renamed'))
  })

  routes.post('/verwaltung/:id{[0-9]+}/hostnamen', async (c) => {
    const form = await readForm(c, hostForm, say(c))
    if (!form.ok) return municipalityPage(c, form.values, form.errors)
    const own = hostOfRequest(new URL(c.var.services.config.publicUrl).host)
    const done = await keeping(() => mapHost(c.var.db, actingOn(c), form.value.host, own))
    if (done instanceof Refused) return municipalityPage(c, form.values, { host: say(c).dynamic(done.message) })
    return redirectTo(c, paths.municipality(idOf(c)), say(c)('hosts.added', { host: done }))
  })

  routes.post('/verwaltung/:id{[0-9]+}/hostnamen/entfernen', async (c) => {
    const form = await readForm(c, hostForm, say(c))
    if (!form.ok) return municipalityPage(c, form.values, form.errors)
    await unmapHost(c.var.db, actingOn(c), form.value.host)
    return redirectTo(c, paths.municipality(idOf(c)), say(c)('hosts.removed', { host: form.value.host }))
  })

  routes.post('/verwaltung/:id{[0-9]+}/einladung', async (c) => {
    const form = await readForm(c, inviteForm, say(c))
    if (!form.ok) return municipalityPage(c, form.values, form.errors)
    const { officerEmail: email, officerName } = form.value
    const isSent = await invite(c, await getMunicipality(c.var.db, idOf(c)), { email, name: officerName ?? '' })
    if (!isSent) return municipalityPage(c, form.values, { officerEmail: say(c)('notMailed') })
    return redirectTo(c, paths.municipality(idOf(c)), say(c)('invite.sent', { email: form.value.officerEmail }))
  })

  routes.get(paths.removeDemo, async (c) => {
    const all = await listMunicipalities(c.var.db)
    return c.render(<RemoveDemoPage examples={all.filter(({ isDemo }) => isDemo)} values={{}} errors={{}} />)
  })

  routes.post(paths.removeDemo, async (c) => {
    const { municipalities, accounts, adminStays } = await neighbours.removeDemo(c.var.db)
    const notice = say(c)('demo.done', { municipalities, accounts })
    return redirectTo(c, paths.instanceAdmin, adminStays ? `${notice} ${say(c)('demo.adminStays')}` : notice)
  })

  routes.post(paths.testMail, async (c) => {
    const form = await readForm(c, testMailForm, say(c))
    if (!form.ok) return instancePage(c, { values: form.values, errors: form.errors })
    return instancePage(c, { values: form.values, errors: {}, result: await sendTestMail(c, form.value.to) })
  })

  const invite = (c: Ctx, municipality: { id: number; name: string }, officer: InvitedOfficer) =>
    insideMunicipality(c.var.db, municipality.id, () => neighbours.inviteOfficer(c, municipality, officer))
  return routes
}

/** A refusal becomes a value, so that the page can say it at its field; anything else is thrown on. */
async function keeping<T>(work: () => Promise<T>): Promise<T | Refused> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
}

async function instancePage(c: Ctx, mail: Omit<MailState, 'kind'> = { values: {}, errors: {} }) {
  const municipalities = await listMunicipalities(c.var.db)
  const values = Object.keys(mail.values).length > 0 ? mail.values : { to: c.var.person?.email ?? '' }
  const shown = { ...mail, values, kind: c.var.services.mailer.kind }
  return c.render(<InstancePage municipalities={municipalities} mail={shown} />, status({ ...mail.errors }))
}

async function municipalityPage(c: Ctx, values: Typed = {}, errors: Record<string, string> = {}) {
  const { db, services } = c.var
  const municipality = await getMunicipality(db, idOf(c))
  const waiting = await insideMunicipality(db, municipality.id, () => listWaitingOfficers(db))
  return c.render(
    <MunicipalityPage
      municipality={municipality}
      waiting={waiting}
      now={services.clock.now()}
      values={{ slug: municipality.slug, ...values }}
      errors={errors}
    />,
    status(errors),
  )
}

/** Says clearly where the mail went: to a server, into the folder, or nowhere and why. */
async function sendTestMail(c: Ctx, to: string): Promise<NonNullable<MailState['result']>> {
  const { mailer, config } = c.var.services
  const t = say(c)
  try {
    const text = t('mail.test.text', { address: config.publicUrl })
    await mailer.send({ to, subject: t('mail.test.subject'), text, language: c.var.speech.language })
    return { tone: 'ok', text: mailer.kind === 'smtp' ? t('mail.sent.smtp', { to }) : t('mail.sent.folder', { to }) }
  } catch (error) {
    if (!(error instanceof MailError)) throw error
    const reason = error.cause instanceof Error ? error.cause.message : error.message
    return { tone: 'stop', text: t('mail.failed', { reason }) }
  }
}
