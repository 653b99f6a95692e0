import { createTransport, type SendMailOptions } from 'nodemailer'
import { storeMail } from './mail-folder.ts'

export interface Mail {
  /** One address, without a name. */
  to: string
  subject: string
  /** Always there; `html` is the same in colour. */
  text: string
  html?: string
  /** BCP 47, e.g. `de`. */
  language: string
}
export interface Mailer {
  /** Throws MailError when the address is none or the server refuses. */
  send: (mail: Mail) => Promise<void>
  /** `smtp`: mails leave the house. `folder`: they lie in the folder and the demo shows them. */
  readonly kind: 'smtp' | 'folder'
}
interface Options {
  /** smtp://name:password@host:port; without it mails become files. */
  smtpUrl?: string | undefined
  folder: string
  /** As in a mail's From: `Name <address>`. */
  from: string
  now?: () => Date
}

export class MailError extends Error {}

const patienceMs = 15_000

/** Sends by SMTP where SMTP_URL is set, else writes each mail as .eml into the folder. */
export function createMailer({ smtpUrl, folder, from, now = () => new Date() }: Options): Mailer {
  // Nothing in a mail comes from a file or an address: what a person typed must not make the server read either.
  const safe = { disableFileAccess: true, disableUrlAccess: true }
  if (smtpUrl) {
    const patience = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs }
    const smtp = createTransport({ url: smtpUrl, ...patience, ...safe })
    return {
      kind: 'smtp',
      send: (mail) => orMailError(() => smtp.sendMail(compose(mail, from, now()))),
    }
  }
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'unix', ...safe })
  return {
    kind: 'folder',
    send: (mail) =>
      orMailError(async () => {
        const date = now()
        const { message } = await writer.sendMail(compose(mail, from, date))
        if (!Buffer.isBuffer(message)) throw new Error('The mail was not written in one piece')
        await storeMail(folder, date, message)
      }),
  }
}

async function orMailError(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof MailError) throw error
    throw new MailError('The mail could not be sent', { cause: error })
  }
}

function compose({ to, subject, text, html, language }: Mail, from: string, date: Date): SendMailOptions {
  return {
    from,
    // As an object, so that nothing in it is read as a list, a name or a group.
    to: { name: '', address: oneAddress(to) },
    subject: oneLine(subject),
    text,
    ...(html !== undefined && { html }),
    date,
    headers: {
      'Content-Language': oneLine(language).replace(/[^A-Za-z0-9-]/g, ''),
      // RFC 3834: no machine shall answer this one.
      'Auto-Submitted': 'auto-generated',
    },
  }
}

function oneAddress(text: string): string {
  if (text.length <= 254 && /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+$/.test(text) && oneLine(text) === text)
    return text
  throw new MailError('This is not one mail address')
}

// A line break would begin a header of its own.
const oneLine = (text: string) =>
  text
    // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ')
    .trim()
