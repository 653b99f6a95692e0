import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'

/** Characters a password needs, and the most it may have (a longer one would only cost time). */
export const passwordLength = { min: 12, max: 128 }

// OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, 2 passes, 1 lane is the least to use.
const cost = { memory: 19456, passes: 2, parallelism: 1 }
const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2)

/** Hashes with Argon2id. The result is a PHC string ($argon2id$v=19$m=…,t=…,p=…$salt$hash): it carries its own cost. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive('argon2id', { ...cost, message: prepare(password), nonce: salt, tagLength: 32 })
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(salt)}$${encode(hash)}`
}

/** Whether the password belongs to the hash. False too for a hash of another kind. */
export async function isPassword(password: string, phc: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(phc)
  if (!parts) return false
  const [, memory, passes, parallelism, salt = '', expected = ''] = parts
  const tag = Buffer.from(expected, 'base64')
  const hash = await derive('argon2id', {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    message: prepare(password),
    nonce: Buffer.from(salt, 'base64'),
    tagLength: tag.length,
  })
  return timingSafeEqual(hash, tag)
}

// The same ü typed on two keyboards may be one or two code points.
const prepare = (password: string) => Buffer.from(password.normalize('NFC'))
const encode = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
