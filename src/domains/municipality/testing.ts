import { deflateSync } from 'node:zlib'
import { createApp } from '#app/app.ts'
import type { Office } from '#tests/office.ts'
import { stepSegments } from './paths.ts'

/** The hidden mark of a form: what its fields held when it was made. */
export async function fingerprintIn(office: Office, step: keyof typeof stepSegments): Promise<string> {
  const { text } = await office.get(`einrichten/${stepSegments[step]}`)
  return /name="fingerprint" value="(\w+)"/.exec(text)?.[1] ?? ''
}

/** Opens a step, fills it and sends it. */
export const saveIn = async (
  office: Office,
  step: keyof typeof stepSegments,
  fields: Record<string, string | string[]>,
) => office.post(`einrichten/${stepSegments[step]}`, { fingerprint: await fingerprintIn(office, step), ...fields })

/** What the law asks for, filled in. */
export const filled = {
  address: {
    office: 'Landratsamt, Integrationsbüro',
    street: 'Am Kreishaus 1',
    postcode: '00999',
    place: 'Musterstadt',
    phone: '07000 410-5310',
    email: 'integration@probekreis.example',
  },
  imprint: { representative: 'die Landrätin oder der Landrat', responsible: 'Integrationsbüro, Am Kreishaus 1' },
  privacy: {
    officer: 'Behördlicher Datenschutz',
    officerEmail: 'datenschutz@probekreis.example',
    authority: 'Aufsicht, Straße 1, 00999 Musterstadt',
  },
  accessibility: {
    conformance: 'full',
    method: 'Selbstbewertung',
    assessedOn: '2026-10-01',
    enforcement: 'Schlichtungsstelle',
  },
} as const

export async function fillIn(office: Office) {
  for (const [step, fields] of Object.entries(filled)) await saveIn(office, step as keyof typeof filled, { ...fields })
}

/** Sends a file, as a browser does. */
export async function uploadIn(office: Office, path: string, fields: Record<string, string | File>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const response = await createApp(office.services).request(`/${office.slug}/${path}`, { method: 'POST', body })
  return { status: response.status, text: await response.text() }
}

/** A real PNG of one colour. */
export function pngOf(width: number, height: number): Uint8Array<ArrayBuffer> {
  const chunk = (name: string, data: Uint8Array) => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(data.length)
    head.write(name, 4, 'latin1')
    return Buffer.concat([head, data, Buffer.alloc(4)])
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width)
  size.writeUInt32BE(height, 4)
  size.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const rows = deflateSync(Buffer.alloc((width + 1) * height))
  const parts = [signature, chunk('IHDR', size), chunk('IDAT', rows), chunk('IEND', new Uint8Array())]
  return new Uint8Array(Buffer.concat(parts))
}

/** The beginning of a JPEG: enough to say what it is and how large. */
export function jpegOf(width: number, height: number): Uint8Array<ArrayBuffer> {
  const frame = Buffer.from([0xff, 0xc0, 0x00, 0x11, 0x08, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1])
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  const app = Buffer.from([0xff, 0xe0, 0x00, 0x10, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0])
  return new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xd8]), app, frame, Buffer.from([0xff, 0xd9])]))
}

/** The person who is signed in administers the instance from now on. */
export const makeInstanceAdmin = (office: Office) =>
  office.db.insertInto('instanceAdmin').values({ accountId: office.accountId }).execute()
