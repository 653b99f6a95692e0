import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** What the environment says, checked. The table of all variables stands in the README. */
export interface Config {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  databaseOwnerUrl: string | undefined
  secret: string
  /** Without a final slash; the address under which people reach this instance. */
  publicUrl: string
  hasPublicUrl: boolean
  trustProxy: number
  smtpUrl: string | undefined
  mailFrom: string
  metricsToken: string | undefined
  demo: boolean
  demoPassword: string | undefined
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined
}

/** A variable with a value that cannot be used. The message names it and says what would be right. */
export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the environment. Throws ConfigError; makes DATA_DIR and, with the embedded database, the secret file. */
export function readConfig(env: Environment): Config {
  const port = whole(env, 'PORT', 3000, 0, 65535)
  const host = env['HOST'] || '127.0.0.1'
  const dataDir = resolve(env['DATA_DIR'] || './data')
  const databaseUrl = postgresUrl(env, 'DATABASE_URL')
  const publicUrl = httpUrl(env, 'PUBLIC_URL')
  makeFolder(dataDir)
  return {
    port,
    host,
    dataDir,
    databaseUrl,
    databaseOwnerUrl: postgresUrl(env, 'DATABASE_OWNER_URL'),
    secret: readSecret(env, dataDir, databaseUrl !== undefined),
    publicUrl: publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    hasPublicUrl: publicUrl !== undefined,
    trustProxy: whole(env, 'TRUST_PROXY', 0, 0, 10),
    smtpUrl: env['SMTP_URL'] || undefined,
    mailFrom: env['MAIL_FROM'] || 'Teilhabewerk <teilhabewerk@localhost>',
    metricsToken: env['METRICS_TOKEN'] || undefined,
    demo: flag(env, 'DEMO', true),
    demoPassword: password(env, 'DEMO_PASSWORD'),
    oidc: oidc(env),
  }
}

function whole(env: Environment, name: string, otherwise: number, from: number, to: number): number {
  const text = env[name]
  if (!text) return otherwise
  const value = Number(text)
  if (Number.isInteger(value) && value >= from && value <= to) return value
  throw new ConfigError(`${name} muss eine ganze Zahl von ${from} bis ${to} sein, ist aber „${text}“.`)
}

function flag(env: Environment, name: string, otherwise: boolean): boolean {
  const text = env[name]
  if (!text) return otherwise
  if (text === '0' || text === '1') return text === '1'
  throw new ConfigError(`${name} muss 0 oder 1 sein, ist aber „${text}“.`)
}

function password(env: Environment, name: string): string | undefined {
  const text = env[name]
  if (!text) return undefined
  if (text.length >= 12) return text
  throw new ConfigError(`${name} muss mindestens 12 Zeichen haben.`)
}

function parseUrl(env: Environment, name: string, protocols: string[], example: string): string | undefined {
  const text = env[name]
  if (!text) return undefined
  const url = URL.parse(text)
  if (url && protocols.includes(url.protocol)) return text.replace(/\/+$/, '')
  throw new ConfigError(`${name} muss eine Adresse wie ${example} sein.`)
}
const httpUrl = (env: Environment, name: string) =>
  parseUrl(env, name, ['http:', 'https:'], 'https://teilhabe.kreis.example')
const postgresUrl = (env: Environment, name: string) =>
  parseUrl(env, name, ['postgres:', 'postgresql:'], 'postgresql://name:kennwort@server/datenbank')

function oidc(env: Environment): Config['oidc'] {
  const issuer = httpUrl(env, 'OIDC_ISSUER')
  if (!issuer) return undefined
  const clientId = env['OIDC_CLIENT_ID']
  const clientSecret = env['OIDC_CLIENT_SECRET']
  if (!clientId || !clientSecret) {
    throw new ConfigError('Mit OIDC_ISSUER werden auch OIDC_CLIENT_ID und OIDC_CLIENT_SECRET gebraucht.')
  }
  return { issuer, clientId, clientSecret, name: env['OIDC_NAME'] || 'Behördenkonto' }
}

function makeFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ConfigError(`DATA_DIR (${folder}) kann nicht angelegt werden: ${reason}`)
  }
}

function readSecret(env: Environment, dataDir: string, isForeignDatabase: boolean): string {
  const given = env['SECRET']
  if (given) {
    if (Buffer.byteLength(given) >= 32) return given
    throw new ConfigError('SECRET muss mindestens 32 Bytes lang sein.')
  }
  if (isForeignDatabase) {
    throw new ConfigError(
      'Mit DATABASE_URL wird auch SECRET gebraucht (mindestens 32 Bytes, auf allen Rechnern gleich).',
    )
  }
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}
