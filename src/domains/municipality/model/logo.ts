import * as v from 'valibot'
import { requiredText } from '#platform/forms/fields.ts'

/** What the picture shows, for people who do not see it. */
export const logoForm = v.object({ logoAlt: requiredText('missing.logoAlt', 200) })

export const maxLogoBytes = 200 * 1024
const maxSide = 4000
const minHeight = 44

export type LogoProblem = 'logo.tooBig' | 'logo.svg' | 'logo.notAnImage' | 'logo.tooSmall' | 'logo.tooLarge'
export interface Logo {
  mediaType: 'image/png' | 'image/jpeg'
  width: number
  height: number
}

/**
 * What an uploaded file is, by its content, whatever its name says. SVG is refused: it can hold scripts and addresses,
 * and a cleaned drawing is no longer the one that was handed in.
 */
export function readLogo(bytes: Uint8Array): Logo | LogoProblem {
  if (bytes.length > maxLogoBytes) return 'logo.tooBig'
  const size = pngSize(bytes) ?? jpegSize(bytes)
  if (!size) return looksLikeSvg(bytes) ? 'logo.svg' : 'logo.notAnImage'
  if (size.height < minHeight) return 'logo.tooSmall'
  return size.width > maxSide || size.height > maxSide ? 'logo.tooLarge' : size
}

const begins = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, index) => bytes[index] === byte)
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function pngSize(bytes: Uint8Array): Logo | undefined {
  const isPng = begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) && bytes.length > 33
  if (!isPng || latin(bytes, 12, 16) !== 'IHDR' || !latin(bytes, bytes.length - 12).includes('IEND')) return undefined
  const view = viewOf(bytes)
  return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** Walks from marker to marker until the one that begins the picture (SOF) says its size. */
function jpegSize(bytes: Uint8Array): Logo | undefined {
  if (!begins(bytes, [0xff, 0xd8, 0xff])) return undefined
  const view = viewOf(bytes)
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { mediaType: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

const looksLikeSvg = (bytes: Uint8Array) => /<svg[\s>]/i.test(latin(bytes, 0, 2000))
const latin = (bytes: Uint8Array, from: number, to = bytes.length) =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))
