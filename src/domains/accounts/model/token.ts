import { createHash } from 'node:crypto'

/** In the database lies only the hash of a mailed token: who reads it cannot act for somebody else. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')
