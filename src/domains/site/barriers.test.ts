import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { answerBy, reportState } from '#domains/site/model/barrier-report.ts'
import { listMails } from '#platform/mail/mail-folder.ts'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import { daysBetween, isLocalDate } from '#values/local-date.ts'
import { openOffice, type Office } from '#tests/office.ts'

const report = {
  text: 'Das Diagramm wird nicht vorgelesen',
  page: '/zahlen/3',
  email: 'frau@beispiel.example',
  website: '',
}
const problemsIn = async (html: string) => [...(await axeFindings(html)), ...(await htmlFindings(html))]
const mailsOf = (office: Office) => listMails(join(office.services.dataDir, 'mail'))

async function withAddress(role: 'officer' | null) {
  const office = await openOffice({ role })
  const address = JSON.stringify({ email: 'post@probekreis.example' })
  await office.db.updateTable('municipality').set({ address }).where('id', '=', office.municipalityId).execute()
  return office
}
const rows = (office: Office) => office.db.selectFrom('barrierReport').selectAll().orderBy('id').execute()

async function insert(
  office: Office,
  receivedAt: string,
  answeredOn: string | null = null,
  municipalityId = office.municipalityId,
) {
  const { id } = await office.db
    .insertInto('barrierReport')
    .values({ municipalityId, text: report.text, email: report.email, receivedAt: new Date(receivedAt), answeredOn })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

test('anyone can report a barrier: it is kept, the office gets a mail without the address, and an answer is promised', async () => {
  await using office = await withAddress(null)
  const answer = await office.post('barriere-melden', report)
  assert.equal(answer.status, 303)
  assert.match(decodeURIComponent(answer.headers.get('set-cookie') ?? ''), /bis zum 24\.12\.2026 eine Antwort/)
  const [row] = await rows(office)
  assert.equal(row?.text, report.text)
  assert.equal(row?.email, report.email)
  const [mail] = await mailsOf(office)
  assert.equal(mail?.to, 'post@probekreis.example')
  assert.match(mail?.text ?? '', /Diagramm/)
  assert.doesNotMatch(mail?.text ?? '', /frau@/)
  assert.match(mail?.links[0] ?? '', new RegExp(`/barriere-melden/eingang/${row?.id}$`))
})

test('the history says that a report came, but not what was in it', async () => {
  await using office = await withAddress(null)
  await office.post('barriere-melden', report)
  const entries = await office.db
    .selectFrom('auditEntry')
    .where('thingKind', '=', 'barrier-report')
    .selectAll()
    .execute()
  assert.equal(entries[0]?.act, 'created')
  assert.doesNotMatch(JSON.stringify(entries), /Diagramm|frau@/)
})

test('a refused report keeps everything that was typed', async () => {
  await using office = await withAddress(null)
  const { status, text } = await office.post('barriere-melden', { ...report, text: '', email: 'keine' })
  assert.equal(status, 422)
  assert.match(text, /Bitte schreiben Sie, was nicht klappt/)
  assert.match(text, /Das ist keine E-Mail-Adresse/)
  assert.match(text, /value="\/zahlen\/3"/)
  assert.match(text, /value="keine"/)
  assert.deepEqual(await problemsIn(text), [])
  assert.deepEqual(await rows(office), [])
})

test('a form filled in by a program is refused, and a person only has to send it again', async () => {
  await using office = await withAddress(null)
  const { status, text } = await office.post('barriere-melden', { ...report, website: 'https://spam.example' })
  assert.equal(status, 422)
  assert.match(text, /als hätte ein Programm es ausgefüllt/)
  assert.match(text, /Das Diagramm wird nicht vorgelesen/)
  assert.doesNotMatch(text, /spam\.example/)
  assert.deepEqual(await rows(office), [])
})

test('a flood from one connection is stopped with the text kept; the next municipality is not touched by it', async () => {
  await using office = await withAddress(null)
  for (let n = 0; n < 5; n++) assert.equal((await office.post('barriere-melden', report)).status, 303)
  const sixth = await office.post('barriere-melden', report)
  assert.equal(sixth.status, 429)
  assert.match(sixth.text, /Bitte warten Sie 12 Minuten/)
  assert.match(sixth.text, /Das Diagramm wird nicht vorgelesen/)
  assert.equal((await rows(office)).length, 5)
})

test('a mail server that is down does not lose a report', async () => {
  await using office = await withAddress(null)
  const { MailError } = await import('#platform/mail/mail.ts')
  office.services.log = () => undefined
  office.services.mailer = { kind: 'smtp', send: () => Promise.reject(new MailError('down')) }
  assert.equal((await office.post('barriere-melden', report)).status, 303)
  assert.equal((await rows(office)).length, 1)
})

test('the office sees what waits first, with what is overdue said in words', async () => {
  await using office = await withAddress('officer')
  const late = await insert(office, '2026-09-01T10:00:00Z')
  await insert(office, '2026-11-20T10:00:00Z')
  await insert(office, '2026-10-01T10:00:00Z', '2026-10-05')
  const { text } = await office.get('barriere-melden/eingang')
  const states = [...text.matchAll(/tw-badge[^>]*>([^<]+)</g)].map(([, state]) => state)
  assert.deepEqual(states, ['überfällig', 'offen', 'fristgerecht beantwortet'])
  assert.ok(text.indexOf(`eingang/${late}`) < text.indexOf('offen'))
  assert.deepEqual(await problemsIn(text), [])
  assert.match((await office.get('barrierefreiheit')).text, /2 Meldungen warten auf eine Antwort/)
})

test('a list of thirty reports takes as many statements as one of three', async () => {
  await using office = await withAddress('officer')
  for (let n = 0; n < 3; n++) await insert(office, '2026-11-20T10:00:00Z')
  await office.get('barriere-melden/eingang')
  const few = office.statements()
  for (let n = 0; n < 27; n++) await insert(office, '2026-11-20T10:00:00Z')
  await office.get('barriere-melden/eingang')
  assert.equal(office.statements(), few)
  assert.ok(few <= 4, `${few} statements`)
})

test('an answer is recorded with its day and mailed to whoever reported', async () => {
  await using office = await withAddress('officer')
  const id = await insert(office, '2026-11-20T10:00:00Z')
  const { status, location } = await office.post(`barriere-melden/eingang/${id}`, {
    answer: 'Die Tabelle steht jetzt daneben.',
  })
  assert.equal(status, 303)
  assert.match(location, /eingang$/)
  const [row] = await rows(office)
  assert.deepEqual([row?.answer, row?.answeredOn], ['Die Tabelle steht jetzt daneben.', '2026-11-24'])
  const [mail] = await mailsOf(office)
  assert.equal(mail?.to, report.email)
  assert.match(mail?.text ?? '', /Die Tabelle steht jetzt daneben/)
  assert.match((await office.get(`barriere-melden/eingang/${id}`)).text, /fristgerecht beantwortet/)
})

test('an empty answer is refused', async () => {
  await using office = await withAddress('officer')
  const id = await insert(office, '2026-11-20T10:00:00Z')
  const { status, text } = await office.post(`barriere-melden/eingang/${id}`, { answer: ' ' })
  assert.equal(status, 422)
  assert.deepEqual(await problemsIn(text), [])
})

test('two people answer at the same time: the second sees both answers, and no second mail goes out', async () => {
  await using office = await withAddress('officer')
  const id = await insert(office, '2026-11-20T10:00:00Z')
  await office.post(`barriere-melden/eingang/${id}`, { answer: 'Die erste Antwort' })
  const second = await office.post(`barriere-melden/eingang/${id}`, { answer: 'Die zweite Antwort' })
  assert.equal(second.status, 409)
  assert.match(second.text, /Die erste Antwort/)
  assert.match(second.text, /Die zweite Antwort/)
  assert.deepEqual(await problemsIn(second.text), [])
  assert.equal((await mailsOf(office)).length, 1)
})

test('reports are for the office only', async () => {
  await using office = await withAddress(null)
  const id = await insert(office, '2026-11-20T10:00:00Z')
  for (const role of [null, 'reader', 'councillor', 'statistics'] as const) {
    await office.as(role)
    assert.equal((await office.get('barriere-melden/eingang')).status, role ? 403 : 303)
    assert.equal((await office.get(`barriere-melden/eingang/${id}`)).status, role ? 403 : 303)
    assert.equal((await office.post(`barriere-melden/eingang/${id}`, { answer: 'x' })).status, role ? 403 : 401)
  }
})

test('another municipality has no such report', async () => {
  await using office = await withAddress('officer')
  await using other = await openOffice({ role: 'officer' })
  const id = await insert(office, '2026-11-20T10:00:00Z')
  assert.equal((await other.get(`barriere-melden/eingang/${id}`)).status, 404)
  assert.equal((await other.post(`barriere-melden/eingang/${id}`, { answer: 'x' })).status, 404)
})

for (const [received, days, last] of [
  ['2026-11-24', 30, '2026-12-24'],
  ['2026-01-31', 30, '2026-03-02'],
  ['2026-11-24', 42, '2027-01-05'],
  ['2028-02-28', 1, '2028-02-29'],
] as const) {
  test(`a report of ${received} is to be answered within ${days} days, by ${last}`, () =>
    assert.equal(answerBy(received, days), last))
}

test('a report is overdue only after the days that the law gives', () => {
  const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 90 }), (date, days) => {
      const received = date.toISOString().slice(0, 10)
      const last = answerBy(received, days)
      assert.ok(isLocalDate(last) && daysBetween(received, last) === days)
      assert.equal(reportState({ receivedOn: received, answeredOn: null }, last, days), 'open')
      assert.equal(reportState({ receivedOn: received, answeredOn: last }, '2050-01-01', days), 'inTime')
      assert.equal(reportState({ receivedOn: received, answeredOn: null }, '2050-01-01', days), 'overdue')
    }),
  )
})
