import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readMessage } from './message.ts'

/** A mail as the folder holds it. */
export interface StoredMail {
  /** The file's name without its ending; sorts by the moment of sending. */
  id: string
  to: string
  recipients: string[]
  subject: string
  language: string
  date: Date
  text: string
  /** Every http(s) address in the text, in its order. */
  links: string[]
}

const idPattern = /^\d{8}T\d{9}Z-\d{4}-[0-9a-f]{8}$/
let count = 0

/** Writes one mail as a whole: a reader sees it complete or not at all. Only the owner may read it: it holds links. */
export async function storeMail(folder: string, date: Date, message: Buffer): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const moment = date.toISOString().replace(/[-:.]/g, '')
  const id = `${moment}-${String(count++ % 10_000).padStart(4, '0')}-${randomBytes(4).toString('hex')}`
  const file = join(folder, `${id}.eml`)
  await writeFile(`${file}.part`, message, { mode: 0o600, flag: 'wx' })
  await rename(`${file}.part`, file)
  return id
}

/** The newest mails first, at most `limit`. An absent folder is an empty one. */
export async function listMails(folder: string, limit = 100): Promise<StoredMail[]> {
  const ids = await listIds(folder)
  const newest = ids.toSorted().toReversed().slice(0, limit)
  const mails = await Promise.all(newest.map((id) => readMail(folder, id)))
  return mails.filter((mail) => mail !== undefined)
}

async function listIds(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const ids = names.filter((name) => name.endsWith('.eml')).map((name) => name.slice(0, -'.eml'.length))
  return ids.filter((id) => idPattern.test(id))
}

/** Every mail of the folder with the moment it was sent, without reading any. */
export async function listMailDates(folder: string): Promise<{ id: string; date: Date }[]> {
  const moment = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/
  const ids = await listIds(folder)
  return ids.map((id) => ({ id, date: new Date(id.replace(moment, '$1-$2-$3T$4:$5:$6.$7Z').slice(0, 24)) }))
}

/** Removes one mail. One that is gone already is no error. */
export const removeMail = (folder: string, id: string): Promise<void> =>
  idPattern.test(id) ? rm(join(folder, `${id}.eml`), { force: true }) : Promise.resolve()

/** One mail, or undefined when there is none of this id. The id may come from an address: it never leaves the folder. */
export async function readMail(folder: string, id: string): Promise<StoredMail | undefined> {
  if (!idPattern.test(id)) return undefined
  const source = await readFile(join(folder, `${id}.eml`), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return source === undefined ? undefined : { id, ...readMessage(source) }
}
