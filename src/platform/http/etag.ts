import { createHash } from 'node:crypto'

/** A body's ETag: a hash of its bytes, so that the same answer has the same one in every process. */
export const etagOf = (body: Uint8Array | string): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

/** Whether whoever asks holds this body already, in whatever encoding it was sent. */
export const holdsTag = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  ifNoneMatch.split(',').some((one) => {
    const tag = one.trim().replace(/^W\//, '')
    return tag === '*' || tag.replace(/-(?:br|gzip)"$/, '"') === etag
  })
