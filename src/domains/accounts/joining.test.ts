import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { namesOf } from '#domains/accounts/index.ts'
import type { Ctx } from '#platform/http/app.ts'
import { speechFor } from '#platform/http/request.ts'
import { localDateOf } from '#values/local-date.ts'
import { forgetInvitations } from './commands/invitations.ts'
import { forgetEnded } from './commands/people.ts'
import { openSite, password, type Site } from './testing.ts'

let site: Site
before(async () => void (site = await openSite()))
after(() => site[Symbol.asyncDispose]())

async function officer(slug = 'musterkreis') {
  const person = await site.person('officer', slug)
  const browser = site.browser()
  await browser.signIn(person.email)
  return { ...person, browser }
}
async function invited(email: string, more: Readonly<Record<string, string>> = {}, slug = 'musterkreis') {
  const boss = await officer(slug)
  const form = { name: 'Neue Kollegin', email, language: 'de', roles: 'steering', ...more }
  assert.equal((await boss.browser.post(`/${slug}/personen/einladen`, form)).status, 303)
  const [mail] = await site.mailsTo(email)
  return { boss, path: new URL(mail?.links[0] ?? '').pathname }
}
const memberOf = (email: string, slug = 'musterkreis') =>
  site.inside(slug, async ({ db }) => {
    const account = await site.services.auth.findAccountByEmail(email)
    return db
      .selectFrom('membership')
      .where('accountId', '=', account?.accountId ?? '00000000-0000-0000-0000-000000000000')
      .selectAll()
      .executeTakeFirst()
  })
const namesIn = (accountIds: string[], slug = 'musterkreis') =>
  site.inside(slug, ({ db }) =>
    namesOf({ var: { db, services: site.services, speech: speechFor('de') } } as unknown as Ctx, accountIds),
  )

test('an invited person opens the link, chooses a password, and is there', async () => {
  const email = 'anna@amt.example'
  const { path } = await invited(email, { endsOn: '31.12.2099' })
  for (let i = 0; i < 5; i++) {
    assert.equal((await site.browser().get(path)).status, 200)
    assert.equal((await site.browser().head(path)).status, 200)
  }
  assert.equal(await site.services.auth.findAccountByEmail(email), undefined, 'nothing has happened yet')

  const browser = site.browser()
  const short = await browser.post(path, { name: 'Anna Beispiel', password: 'kurz' })
  assert.equal(short.status, 422)
  assert.match(short.text, /mindestens 12 Zeichen/)
  const done = await browser.post(path, { name: 'Anna Beispiel', password })
  assert.deepEqual([done.status, done.location], [303, '/musterkreis'])
  assert.match(
    (await browser.get('/konto')).text,
    /Mitglied der Steuerungsgruppe<span class="tw-muted"> · bis 31\.12\.2099/,
  )
  assert.equal((await memberOf(email))?.endsOn, '2099-12-31')
  assert.equal((await site.browser().post(path, { password })).status, 410, 'once only')
})

test('whoever has an account gets the new role by the button, but is not signed in by the mail', async () => {
  const reader = await site.person('reader', 'stillkreis')
  const { path } = await invited(reader.email)
  const browser = site.browser()
  const page = await browser.get(path)
  assert.doesNotMatch(page.text, /name="password"/)
  const done = await browser.post(path)
  assert.equal(done.location, '/anmelden?weiter=%2Fmusterkreis')
  assert.equal((await browser.get('/konto')).status, 303)
  assert.equal((await memberOf(reader.email))?.roles.join(), 'steering')

  const again = site.browser()
  assert.equal((await again.signIn(reader.email)).location, '/konto', 'two places: one chooses')
  assert.match((await again.get('/konto')).text, /Landkreis musterkreis.*Landkreis stillkreis/s)
})

test('somebody else who is signed in is told whose invitation it is', async () => {
  const { path } = await invited('berta@amt.example')
  const other = await officer()
  assert.match((await other.browser.get(path)).text, /gilt für berta@amt\.example/)
})

test('an invitation that has run out is none', async () => {
  const { path } = await invited('zuspaet@amt.example')
  await site.inside('musterkreis', ({ db }) =>
    db
      .updateTable('invitation')
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where('email', '=', 'zuspaet@amt.example')
      .execute(),
  )
  const page = await site.browser().get(path)
  assert.equal(page.status, 410)
  assert.match(page.text, /gilt nicht mehr/)
  assert.equal((await site.browser().post(path, { password })).status, 410)
  assert.equal((await site.browser().get('/einladung/unsinn')).status, 410)
})

test('removing a person takes their data out of the history; what they did stays, without their name', async () => {
  const email = 'clara@amt.example'
  const { boss, path } = await invited(email, { functionTitle: 'Leiterin Jugendamt' })
  await site.browser().post(path, { name: 'Clara Beispiel', password })
  const member = await memberOf(email)
  assert.ok(member)
  const personal = () =>
    site.inside('musterkreis', ({ db }) =>
      db
        .selectFrom('auditPersonal as p')
        .innerJoin('auditEntry as e', 'e.id', 'p.auditEntryId')
        .where((eb) => eb.or([eb('e.thingId', '=', member.id), eb('p.after', 'like', '%clara%')]))
        .select(['e.thingKind', 'p.field', 'p.after', 'p.removedOn'])
        .execute(),
    )
  assert.ok((await personal()).some(({ after }) => after === email))
  assert.deepEqual([...(await namesIn([member.accountId])).values()], ['Clara Beispiel'])

  const confirm = await boss.browser.get(`/musterkreis/personen/${member.id}/entfernen`)
  assert.match(confirm.text, /Clara Beispiel arbeitet danach hier nicht mehr mit/)
  assert.equal((await boss.browser.post(`/musterkreis/personen/${member.id}/entfernen`)).status, 303)

  assert.equal(await memberOf(email), undefined)
  assert.equal(await site.services.auth.findAccountByEmail(email), undefined, 'no place left: the account goes')
  assert.equal((await site.browser().signIn(email)).status, 422)
  const left = await personal()
  assert.deepEqual(
    left.filter(({ after }) => after !== null),
    [],
  )
  assert.ok(left.every(({ removedOn }) => removedOn !== null))
  const [name] = (await namesIn([member.accountId])).values()
  assert.match(name ?? '', /^entfernt am \d\d\.\d\d\.\d{4}$/)
  const entries = await site.inside('musterkreis', ({ db }) =>
    db
      .selectFrom('auditEntry')
      .where('thingKind', '=', 'membership')
      .where('thingId', '=', member.id)
      .orderBy('id')
      .select('act')
      .execute(),
  )
  assert.deepEqual(
    entries.map(({ act }) => act),
    ['created', 'removed'],
  )
  const texts = await site.pool.query(`select count(*)::int as n from invitation i where i.email = $1`, [email])
  assert.equal((texts.rows[0] as { n: number }).n, 0)
})

test('who takes part elsewhere too keeps the account, and is gone only here', async () => {
  const two = await site.person('reader', 'stillkreis')
  const { boss, path } = await invited(two.email)
  await site.browser().post(path)
  const member = await memberOf(two.email)
  await boss.browser.post(`/musterkreis/personen/${member?.id}/entfernen`)
  assert.ok(await site.services.auth.findAccountByEmail(two.email))
  assert.match([...(await namesIn([two.accountId])).values()].join(), /^entfernt am /)
  assert.deepEqual([...(await namesIn([two.accountId], 'stillkreis')).values()], [two.name])
})

test('two officers who remove each other at the same moment leave one', async () => {
  const slug = 'stillkreis'
  await site.inside(slug, ({ db }) => db.deleteFrom('membership').execute())
  const [one, other] = [await officer(slug), await officer(slug)]
  const ids = await site.inside(slug, ({ db }) => db.selectFrom('membership').orderBy('id').select('id').execute())
  const answers = await Promise.all([
    one.browser.post(`/${slug}/personen/${ids[1]?.id}/entfernen`),
    other.browser.post(`/${slug}/personen/${ids[0]?.id}/entfernen`),
  ])
  const left = await site.inside(slug, ({ db }) => db.selectFrom('membership').select('id').execute())
  assert.equal(left.length, 1)
  assert.equal(answers.filter(({ status }) => status === 303).length, 1)
})

test('an invitation that nobody accepted is forgotten a month after it ran out, with name and address', async () => {
  const email = 'vergessen@amt.example'
  await invited(email)
  const municipalityId = site.idOf('musterkreis')
  const forget = (days: number) =>
    site.inside('musterkreis', ({ db }) =>
      forgetInvitations(db, municipalityId, new Date(Date.now() + days * 86_400_000)),
    )
  const waiting = () =>
    site.inside('musterkreis', ({ db }) =>
      db.selectFrom('invitation').where('email', '=', email).select('id').execute(),
    )
  await forget(43)
  assert.equal((await waiting()).length, 1)
  assert.ok((await forget(45)) >= 1)
  assert.equal((await waiting()).length, 0)
  const kept = await site.inside('musterkreis', ({ db }) =>
    db.selectFrom('auditPersonal').where('after', '=', email).select('id').execute(),
  )
  assert.deepEqual(kept, [])
})

test('whose end date passed a month ago is forgotten like somebody who was removed', async () => {
  const gone = await site.person('reader', 'musterkreis', { endsOn: '2020-01-01' })
  const recent = await site.person('reader', 'musterkreis', {
    endsOn: localDateOf(new Date(Date.now() - 5 * 86_400_000)),
  })
  await site.inside('musterkreis', ({ db }) => forgetEnded(db, site.idOf('musterkreis'), localDateOf(new Date())))
  assert.equal(await site.services.auth.findAccountByEmail(gone.email), undefined)
  assert.ok(await site.services.auth.findAccountByEmail(recent.email))
  assert.match([...(await namesIn([gone.accountId])).values()].join(), /^entfernt am /)
})

test('nothing went wrong unseen', () => assert.deepEqual(site.faults, []))
