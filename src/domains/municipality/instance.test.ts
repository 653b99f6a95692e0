import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { createApp } from '#app/app.ts'
import { readMail } from '#platform/mail/mail-folder.ts'
import { createMailer } from '#platform/mail/mail.ts'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import { openOffice, type Office } from '#tests/office.ts'
import { makeInstanceAdmin } from './testing.ts'

const instance = async (options: Parameters<typeof openOffice>[0] = { role: 'reader' }) => {
  const office = await openOffice(options)
  await makeInstanceAdmin(office)
  return office
}
const created = { name: 'Landkreis Böblingen', kind: 'county', federalState: 'BW', languages: ['en', 'tr'] }

const find = ({ db }: Office, slug: string) =>
  db.selectFrom('municipality').where('slug', '=', slug).selectAll().executeTakeFirst()
const mailsOf = async ({ services }: Office) => {
  const folder = join(services.config.dataDir, 'mail')
  return Promise.all(readdirSync(folder).map((name) => readMail(folder, name.replace('.eml', ''))))
}
const idIn = (location: string) => Number(/\/verwaltung\/(\d+)/.exec(location)?.[1])

test('the instance lists its municipalities with their state and address', async () => {
  await using office = await instance()
  const { status, text } = await office.get('/verwaltung')
  assert.equal(status, 200)
  assert.match(text, /Probekreis/)
  assert.match(text, new RegExp(`href="/${office.slug}"`))
  assert.match(text, /offen/)
})

test('a list of many municipalities asks no more than a list of few', async () => {
  await using office = await instance()
  const add = (count: number, from: number) =>
    office.db
      .insertInto('municipality')
      .values(
        Array.from({ length: count }, (_, index) => ({
          ...{ slug: `kreis-x${from + index}`, name: `Kreis ${from + index}` },
          ...({ kind: 'county', federalState: 'HE' } as const),
        })),
      )
      .execute()
  await add(3, 0)
  await office.get('/verwaltung')
  const few = office.statements()
  await add(27, 3)
  await office.get('/verwaltung')
  assert.equal(office.statements(), few)
  assert.ok(few <= 4, `${few} statements`)
})

test('only who runs the instance sees it', async () => {
  await using office = await openOffice({ role: 'officer' })
  const pages = ['/verwaltung', '/verwaltung/neu', `/verwaltung/${office.municipalityId}`, '/verwaltung/beispiele']
  for (const page of pages) assert.equal((await office.get(page)).status, 403, page)
  assert.equal((await office.post('/verwaltung/neu', created)).status, 403)
  assert.equal((await office.post('/verwaltung/beispiele', {})).status, 403)
  assert.equal((await office.post('/verwaltung/testmail', { to: 'a@b.de' })).status, 403)
  await office.as(null)
  for (const page of pages) assert.notEqual((await office.get(page)).status, 200, page)
})

test('a new municipality is closed, has the words of its state, an empty plan, and its first officer is invited', async () => {
  await using office = await instance()
  const officer = { officerEmail: 'Ada@boeblingen.example', officerName: 'Ada Beispiel' }
  const { status, location } = await office.post('/verwaltung/neu', { ...created, ...officer })
  assert.equal(status, 303)
  const row = await find(office, 'boeblingen')
  assert.equal(row?.isOpen, false)
  assert.equal(row.name, 'Böblingen')
  assert.deepEqual(row.languages, ['de', 'en', 'tr'])
  assert.deepEqual(row.words, { territory: 'Landkreis', administration: 'Landratsamt', council: 'Kreistag' })
  assert.equal(idIn(location), row.id)

  const inside = await office.services.connections.run(row.id, 'read', async ({ db }) => ({
    versions: await db.selectFrom('planVersion').select(['number', 'state', 'publishedAt']).execute(),
    invitations: await db.selectFrom('invitation').select(['email', 'roles', 'acceptedAt']).execute(),
    entries: await db.selectFrom('auditEntry').select(['thingKind', 'act']).orderBy('id').execute(),
  }))
  assert.deepEqual(inside.versions, [{ number: 1, state: 'DRAFT', publishedAt: null }])
  assert.deepEqual(inside.invitations, [{ email: 'ada@boeblingen.example', roles: ['officer'], acceptedAt: null }])
  assert.deepEqual(
    inside.entries.map(({ thingKind, act }) => `${thingKind} ${act}`),
    ['plan-version created', 'municipality created', 'invitation created'],
  )

  const [mail] = await mailsOf(office)
  assert.equal(mail?.to, 'ada@boeblingen.example')
  assert.match(mail?.text ?? '', /Guten Tag Ada Beispiel/)
  assert.match(mail?.links[0] ?? '', /\/einladung\/[\w-]{30,}$/)
  await office.as(null)
  assert.equal((await office.get('/boeblingen/massnahmen')).status, 404)
})

test('an invitation that waits is listed until it is accepted', async () => {
  await using office = await instance()
  const { location } = await office.post('/verwaltung/neu', created)
  await office.post(`${location}/einladung`, { officerEmail: 'ada@boeblingen.example', officerName: 'Ada Beispiel' })
  const { text } = await office.get(location)
  assert.match(text, /Ada Beispiel, <bdi>ada@boeblingen\.example<\/bdi>.*Der Link gilt bis zum/)
})

test('when no mail can be sent the municipality is there all the same, and the page says that nobody was invited', async () => {
  await using office = await instance()
  office.services.mailer = createMailer({ smtpUrl: 'smtp://127.0.0.1:1', folder: 'x', from: 'x <x@y.example>' })
  const { location } = await office.post('/verwaltung/neu', { ...created, officerEmail: 'ada@boeblingen.example' })
  assert.ok(await find(office, 'boeblingen'))
  const { text, status } = await office.post(`/verwaltung/${idIn(location)}/einladung`, {
    officerEmail: 'ada@boeblingen.example',
  })
  assert.equal(status, 422)
  assert.match(text, /konnte nicht gesendet werden/)
})

test('an incomplete form is refused with every error, and everything typed stays', async () => {
  await using office = await instance()
  const { status, text } = await office.post('/verwaltung/neu', {
    name: '',
    slug: 'kreis-neu',
    officerEmail: 'kein at',
  })
  assert.equal(status, 422)
  for (const field of ['name', 'kind', 'federalState', 'officerEmail'])
    assert.match(text, new RegExp(`href="#${field}"`))
  assert.match(text, /value="kreis-neu"/)
})

const wrongSlugs: [slug: string, says: RegExp][] = [
  ['anmelden', /braucht das Programm selbst/],
  ['Kreis Neu', /Kleinbuchstaben/],
  ['oparl', /braucht das Programm selbst/],
]
for (const [slug, says] of wrongSlugs) {
  test(`the address „${slug}“ is refused with one that is free`, async () => {
    await using office = await instance()
    const { status, text } = await office.post('/verwaltung/neu', { ...created, slug })
    assert.equal(status, 422)
    assert.match(text, says)
    assert.match(text, /boeblingen/)
  })
}

test('a taken address is refused; without a wish the next free one is taken', async () => {
  await using office = await instance()
  await office.post('/verwaltung/neu', created)
  assert.match((await office.post('/verwaltung/neu', { ...created, slug: 'boeblingen' })).text, /boeblingen-2/)
  await office.post('/verwaltung/neu', created)
  assert.ok(await find(office, 'boeblingen-2'))
})

test('after a new address the old one leads on, and nobody else can take it', async () => {
  await using office = await instance()
  const old = office.slug
  const page = `/verwaltung/${office.municipalityId}`
  assert.equal((await office.post(`${page}/adresse`, { slug: 'kreis-umbenannt' })).status, 303)
  const moved = await office.get(`/${old}/massnahmen?seite=2`)
  assert.equal(moved.status, 308)
  assert.equal(moved.location, '/kreis-umbenannt/massnahmen?seite=2')
  assert.equal((await office.get('/kreis-umbenannt/massnahmen')).status, 200)
  const { text, status } = await office.post('/verwaltung/neu', { ...created, slug: old })
  assert.equal(status, 422)
  assert.match(text, /vergeben/)
  assert.match((await office.get(page)).text, new RegExp(`Frühere Adressen.*/${old}`, 's'))
  assert.equal((await office.post(`${page}/adresse`, { slug: old })).status, 303)
  assert.equal((await office.get(`/${old}/massnahmen`)).status, 200)
})

test('a mapped host name drops the first segment of the address', async () => {
  await using office = await instance()
  const page = `/verwaltung/${office.municipalityId}`
  assert.equal((await office.post(`${page}/hostnamen`, { host: 'https://Teilhabe.Probe.example/' })).status, 303)
  await office.services.municipalities.load()
  const app = createApp(office.services)
  const answer = await app.request('http://teilhabe.probe.example/massnahmen', {
    headers: { host: 'teilhabe.probe.example' },
  })
  assert.equal(answer.status, 200)
  assert.match(await answer.text(), /href="\/plan"/)
  await office.post(`${page}/hostnamen/entfernen`, { host: 'teilhabe.probe.example' })
  await office.services.municipalities.load()
  assert.equal(office.services.municipalities.byHost('teilhabe.probe.example'), undefined)
})

test('a host name that is none, the instance’s own or another’s is refused', async () => {
  await using office = await instance()
  const page = `/verwaltung/${office.municipalityId}`
  const { location } = await office.post('/verwaltung/neu', created)
  await office.post(`/verwaltung/${idIn(location)}/hostnamen`, { host: 'bb.example' })
  const refusals: [string, RegExp][] = [
    ['localhost', /kein Hostname/],
    ['bb.example', /gehört schon einer anderen/],
    ['', /Bitte geben Sie einen Hostnamen ein/],
  ]
  for (const [host, says] of refusals) {
    const { status, text } = await office.post(`${page}/hostnamen`, { host })
    assert.equal(status, 422, host)
    assert.match(text, says)
  }
  office.services.config.publicUrl = 'https://teilhabe.example'
  assert.match((await office.post(`${page}/hostnamen`, { host: 'teilhabe.example' })).text, /der ganzen Instanz/)
})

test('a municipality that does not exist is not found', async () => {
  await using office = await instance()
  for (const path of ['adresse', 'hostnamen', 'einladung']) {
    const fields = { slug: 'neu', host: 'neu.example', officerEmail: 'a@b.example' }
    assert.equal((await office.post(`/verwaltung/999999/${path}`, fields)).status, 404, path)
  }
  assert.equal((await office.get('/verwaltung/999999')).status, 404)
})

for (const language of ['de', 'ar'] as const) {
  test(`the pages of the instance are free of findings in ${language}`, async () => {
    await using office = await instance()
    const asked = `sprache=${language}`
    const page = `/verwaltung/${office.municipalityId}`
    await office.post(`${page}/hostnamen`, { host: 'teilhabe.probe.example' })
    const answers = [
      await office.get(`/verwaltung?${asked}`),
      await office.get(`/verwaltung/neu?${asked}`),
      await office.get(`${page}?${asked}`),
      await office.get(`/verwaltung/beispiele?${asked}`),
      await office.post(`/verwaltung/neu?${asked}`, {}),
      await office.post(`${page}/hostnamen?${asked}`, { host: 'x' }),
      await office.post(`/verwaltung/testmail?${asked}`, { to: 'x' }),
      await office.post(`/verwaltung/testmail?${asked}`, { to: 'a@b.example' }),
    ]
    for (const { text } of answers) {
      assert.deepEqual(await axeFindings(text), [])
      assert.deepEqual(await htmlFindings(text), [])
    }
  })
}
