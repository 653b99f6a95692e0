import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createMailer, MailError, type Mail } from './mail.ts'
import { listMails, readMail } from './mail-folder.ts'
import { readMessage } from './message.ts'

const from = 'Teilhabewerk <integration@musterkreis.example>'
const link = 'https://teilhabe.example/anmelden/link/abcDEF_-123'
const mail: Mail = {
  to: 'öznur.yılmaz@musterkreis.example',
  subject:
    'Ihr Anmeldelink für das Amt für Teilhabe und gesellschaftlichen Zusammenhalt im Landkreis Musterkreis – gültig 15 Minuten',
  text: `Guten Tag Öznur Yılmaz,\n\nmit diesem Link melden Sie sich an:\n${link}\n\n=3D bleibt =3D. أهلاً وسهلاً\n${'Wort '.repeat(60)}`,
  language: 'de',
}

async function folderOf() {
  const folder = await mkdtemp(join(tmpdir(), 'mail-'))
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) }
}

test('without a mail server a mail lies in the folder and can be read again word for word', async () => {
  await using place = await folderOf()
  const now = new Date('2026-11-24T14:03:07.250Z')
  await createMailer({ folder: place.folder, from, now: () => now }).send(mail)

  const [read] = await listMails(place.folder)

  assert.ok(read)
  assert.deepEqual([read.to, read.subject, read.language], [mail.to, mail.subject, 'de'])
  assert.equal(read.text.trimEnd(), mail.text.trimEnd())
  assert.deepEqual(read.links, [link])
  assert.equal(read.date.toISOString(), '2026-11-24T14:03:07.000Z')
  assert.match(read.id, /^20261124T140307250Z-/)
  const [file = ''] = await readdir(place.folder)
  assert.equal((await stat(join(place.folder, file))).mode & 0o077, 0, 'only the owner may read it')
})

test('a mail with an HTML twin still shows its plain text', async () => {
  await using place = await folderOf()
  await createMailer({ folder: place.folder, from }).send({
    ...mail,
    html: `<p lang="de">Öffnen Sie <a href="${link}">den Link</a></p>`,
  })

  const [read] = await listMails(place.folder)

  assert.equal(read?.text.trimEnd(), mail.text.trimEnd())
})

test('mails of the same moment keep their order, the newest first, and none overwrites another', async () => {
  await using place = await folderOf()
  const mailer = createMailer({ folder: place.folder, from, now: () => new Date('2026-11-24T14:03:07Z') })
  for (const subject of ['eins', 'zwei', 'drei']) await mailer.send({ ...mail, subject })

  assert.deepEqual(
    (await listMails(place.folder)).map(({ subject }) => subject),
    ['drei', 'zwei', 'eins'],
  )
  assert.equal((await listMails(place.folder, 1)).length, 1)
})

test('a folder that is not there yet holds no mails, and an id never leads out of the folder', async () => {
  await using place = await folderOf()

  assert.deepEqual(await listMails(join(place.folder, 'none')), [])
  assert.equal(await readMail(place.folder, '../../etc/passwd'), undefined)
  assert.equal(await readMail(place.folder, '20261124T140307250Z-0000-deadbeef'), undefined)
})

test('a line break in subject or language begins no header of its own', async () => {
  await using place = await folderOf()
  const mailer = createMailer({ folder: place.folder, from })
  await mailer.send({
    ...mail,
    subject: 'Hallo\r\nBcc: opfer@fremd.example\r\n\r\nText',
    language: 'de\r\nBcc: x@fremd.example',
  })

  const [read] = await listMails(place.folder)

  assert.equal(read?.subject, 'Hallo Bcc: opfer@fremd.example Text')
  assert.equal(read?.language, 'deBccxfremdexample')
})

test('what is not exactly one address is refused and nothing is written', async () => {
  await using place = await folderOf()
  const mailer = createMailer({ folder: place.folder, from })
  const wrong = [
    '',
    'niemand',
    'a@b.example, c@d.example',
    'A <a@b.example>',
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example\u0000',
    `${'a'.repeat(250)}@b.example`,
  ]
  for (const to of wrong) await assert.rejects(mailer.send({ ...mail, to }), MailError, to)

  assert.deepEqual(await listMails(place.folder), [])
})

/** Speaks as much SMTP as one mail needs and keeps what it was told. */
async function smtpServer({ refuses = false } = {}) {
  const heard: string[] = []
  const server = createServer((socket) => {
    let inData = false
    let rest = ''
    socket.write('220 mail.test ESMTP\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      rest += chunk.toString()
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        heard.push(line)
        if (inData) {
          if (line !== '.') continue
          inData = false
          socket.write('250 taken\r\n')
        } else if (/^DATA/i.test(line)) {
          inData = true
          socket.write('354 go on\r\n')
        } else if (/^RCPT/i.test(line)) socket.write(refuses ? '550 no such person\r\n' : '250 fine\r\n')
        else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else socket.write(/^EHLO/i.test(line) ? '250-mail.test\r\n250 8BITMIME\r\n' : '250 fine\r\n')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { heard, smtpUrl: `smtp://127.0.0.1:${port}`, [Symbol.asyncDispose]: close }
}

test('with a mail server the mail goes there, to this one person, and no file stays behind', async () => {
  await using place = await folderOf()
  await using server = await smtpServer()
  await createMailer({ smtpUrl: server.smtpUrl, folder: place.folder, from }).send({
    ...mail,
    to: 'ada@musterkreis.example',
  })

  assert.ok(server.heard.some((line) => line.startsWith('MAIL FROM:<integration@musterkreis.example>')))
  assert.deepEqual(
    server.heard.filter((line) => line.startsWith('RCPT')),
    ['RCPT TO:<ada@musterkreis.example>'],
  )
  const start = server.heard.indexOf('DATA') + 1
  const received = readMessage(server.heard.slice(start, server.heard.indexOf('.', start)).join('\r\n'))
  assert.deepEqual([received.subject, received.links], [mail.subject, [link]])
  assert.ok(server.heard.includes('Auto-Submitted: auto-generated'))
  assert.deepEqual(await readdir(place.folder), [])
})

test('a server that refuses or is away is an error, not a mail that seems sent', async () => {
  await using place = await folderOf()
  await using server = await smtpServer({ refuses: true })
  const to = 'ada@musterkreis.example'

  await assert.rejects(
    createMailer({ smtpUrl: server.smtpUrl, folder: place.folder, from }).send({ ...mail, to }),
    MailError,
  )
  await assert.rejects(
    createMailer({ smtpUrl: 'smtp://127.0.0.1:1', folder: place.folder, from }).send({ ...mail, to }),
    MailError,
  )
})
