import type { Ctx } from '#platform/http/app.ts'

/** A picture that came with a form, checked by its first bytes: what a browser calls it is not believed. */
export interface Picture {
  bytes: Uint8Array
  mediaType: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'
  name: string
}

const largest = 2 * 1024 * 1024

const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0) =>
  start.every((byte, place) => bytes[at + place] === byte)

/** undefined: none of the kinds of picture that every browser shows. SVG is none of them: it may hold programs. */
export function pictureTypeOf(bytes: Uint8Array): Picture['mediaType'] | undefined {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return 'image/gif'
  const isRiff = startsWith(bytes, [0x52, 0x49, 0x46, 0x46])
  return isRiff && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8) ? 'image/webp' : undefined
}

/** The picture posted as `field`; undefined: none was chosen. Or why it cannot be taken, as a key of a text. */
export async function readPicture(
  c: Ctx,
  field: string,
): Promise<Picture | 'notAPicture' | 'pictureTooLarge' | undefined> {
  const body = await c.req.parseBody({ all: true })
  const file = [body[field]].flat().find((one): one is File => one instanceof File)
  if (!file || file.size === 0) return undefined
  if (file.size > largest) return 'pictureTooLarge'
  const bytes = new Uint8Array(await file.arrayBuffer())
  const mediaType = pictureTypeOf(bytes)
  return mediaType ? { bytes, mediaType, name: file.name.slice(0, 200) } : 'notAPicture'
}
