import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readMail } from '#platform/mail/mail-folder.ts'
import { createMailer } from '#platform/mail/mail.ts'
import { openOffice, type Office } from '#tests/office.ts'
import { makeInstanceAdmin } from './testing.ts'

const instance = async (options: Parameters<typeof openOffice>[0] = { role: 'reader' }) => {
  const office = await openOffice(options)
  await makeInstanceAdmin(office)
  return office
}
const mailsOf = async ({ services }: Office) => {
  const folder = join(services.config.dataDir, 'mail')
  return Promise.all(readdirSync(folder).map((name) => readMail(folder, name.replace('.eml', ''))))
}

test('a test mail says that it lies in a folder and did not leave the house', async () => {
  await using office = await instance()
  assert.match((await office.get('/verwaltung')).text, /Es ist kein Mailserver eingetragen/)
  const { status, text } = await office.post('/verwaltung/testmail', { to: 'it@probekreis.example' })
  assert.equal(status, 200)
  assert.match(text, /liegt in DATA_DIR\/mail\. Sie hat das Haus nicht verlassen/)
  const [mail] = await mailsOf(office)
  assert.equal(mail?.to, 'it@probekreis.example')
})

test('a test mail that the server refuses says why', async () => {
  await using office = await instance()
  office.services.mailer = createMailer({ smtpUrl: 'smtp://127.0.0.1:1', folder: 'x', from: 'x <x@y.example>' })
  assert.match((await office.get('/verwaltung')).text, /Mailserver aus SMTP_URL/)
  const { text } = await office.post('/verwaltung/testmail', { to: 'it@probekreis.example' })
  assert.match(text, /ging nicht hinaus\. Der Mailserver sagt: .*ECONNREFUSED/)
  const wrong = await office.post('/verwaltung/testmail', { to: 'niemand' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /href="#to"/)
})
