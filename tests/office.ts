import { randomUUID } from 'node:crypto'
import { createApp } from '#app/app.ts'
import type { Role } from '#domains/accounts/index.ts'
import type { Database } from '#platform/db/database.ts'
import { Session } from '#platform/db/database.ts'
import { nested } from '#platform/db/connections.ts'
import { openPool } from '#platform/db/database.ts'
import { startTransaction, testDatabaseUrl } from '#platform/testing/database.ts'
import { testServices } from '#platform/testing/services.ts'
import type { Identity } from '#platform/services.ts'

/** An answer as a test looks at it. */
export interface Answer {
  status: number
  text: string
  /** The body as it came, for files. */
  bytes: Uint8Array
  location: string
  headers: Headers
}

/** A municipality with a plan, somebody who is signed in (or nobody), and the app around it, all in one transaction. */
export interface Office extends AsyncDisposable {
  municipalityId: number
  planVersionId: number
  slug: string
  accountId: string
  db: Database
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  post: (path: string, fields: Record<string, string | string[]>, headers?: Record<string, string>) => Promise<Answer>
  /** Posts a form with one file in the field `file`. */
  upload: (path: string, file: { name: string; bytes: Uint8Array; fields?: Record<string, string> }) => Promise<Answer>
  /** Statements of the last request. */
  statements: () => number
  /** Another person in the same municipality. */
  as: (role: Role | null, limits?: Partial<Limits>) => Promise<void>
  /** The instance's administrator, without a role in any municipality. */
  asInstanceAdmin: () => Promise<void>
  /** The officer of another municipality. */
  asOfficerElsewhere: () => Promise<void>
  /** Every address that is answered, as it stands in the code. */
  routes: () => { method: string; path: string }[]
  services: ReturnType<typeof testServices>
}
interface Limits {
  onlyLed: boolean
  orgUnitId: number | null
  actorId: number | null
  actionFieldIds: number[]
}
interface Options {
  role?: Role | null
  isOpen?: boolean
  limits?: Partial<Limits>
  approvalRequired?: boolean
  languages?: string[]
}

const pool = openPool(testDatabaseUrl(), 2)
let offices = 0

/** Opens an office: `await using office = await openOffice({ role: 'officer' })`. */
export async function openOffice({
  role = 'officer',
  isOpen = true,
  limits = {},
  approvalRequired = false,
  languages = ['de', 'en', 'ar'],
}: Options = {}): Promise<Office> {
  const transaction = await startTransaction()
  const { client } = transaction
  const db = new Session(client).db
  const slug = `kreis-${process.pid}-${++offices}`
  const { id: municipalityId } = await db
    .insertInto('municipality')
    .values({
      slug,
      name: 'Probekreis',
      kind: 'county',
      federalState: 'BW',
      isOpen,
      approvalRequired,
      languages,
      words: JSON.stringify({ plan: 'Teilhabeplan' }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await client.query(`select set_config('app.municipality', $1, true)`, [String(municipalityId)])
  const { id: planId } = await db
    .insertInto('plan')
    .values({ municipalityId })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: planVersionId } = await db
    .insertInto('planVersion')
    .values({
      municipalityId,
      planId,
      number: 1,
      title: 'Teilhabeplan',
      state: 'IN_FORCE',
      publishedAt: new Date('2026-01-01'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()

  let identity: Identity | undefined
  let statements = 0
  const services = testServices({ connections: nested(client), pool, identity: () => identity })
  const inner = services.log
  services.log = (entry) => {
    statements = Number(entry['statements'])
    inner(entry)
  }
  const app = createApp(services)

  const as: Office['as'] = async (as, limits = {}) => {
    if (as === null) {
      identity = undefined
      return
    }
    const accountId = randomUUID()
    identity = { accountId, name: `Frau ${as}`, email: `${as}@probekreis.example`, secondFactor: 'none' }
    await db
      .insertInto('membership')
      .values({ municipalityId, accountId, roles: [as], ...limits })
      .execute()
  }
  await as(role, limits)

  const become = (name: string): string => {
    const accountId = randomUUID()
    identity = { accountId, name, email: `${name}@elsewhere.example`, secondFactor: 'none' }
    return accountId
  }
  const asInstanceAdmin = async () => {
    await db
      .insertInto('instanceAdmin')
      .values({ accountId: become('admin') })
      .execute()
  }
  const asOfficerElsewhere = async () => {
    const other = {
      slug: `${slug}-nebenan`,
      name: 'Nachbarkreis',
      kind: 'county',
      federalState: 'BW',
      isOpen: true,
    } as const
    const { id } = await db.insertInto('municipality').values(other).returning('id').executeTakeFirstOrThrow()
    await client.query(`select set_config('app.municipality', $1, true)`, [String(id)])
    await db
      .insertInto('membership')
      .values({ municipalityId: id, accountId: become('neighbour'), roles: ['officer'] })
      .execute()
    await client.query(`select set_config('app.municipality', $1, true)`, [String(municipalityId)])
    services.municipalities.forget()
  }

  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await app.request(path.startsWith('/') ? path : `/${slug}/${path}`, init)
    const bytes = new Uint8Array(await response.arrayBuffer())
    return {
      status: response.status,
      text: new TextDecoder().decode(bytes),
      bytes,
      location: response.headers.get('location') ?? '',
      headers: response.headers,
    }
  }
  return {
    municipalityId,
    planVersionId,
    slug,
    get accountId() {
      return identity?.accountId ?? ''
    },
    db,
    services,
    as,
    asInstanceAdmin,
    asOfficerElsewhere,
    routes: () =>
      app.routes
        .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
        .map(({ method, path }) => ({ method, path })),
    statements: () => statements,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, fields, headers = {}) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
      return send(path, { method: 'POST', body, headers })
    },
    upload: (path, { name, bytes, fields = {} }) => {
      const body = new FormData()
      for (const [field, value] of Object.entries(fields)) body.append(field, value)
      body.append('file', new File([bytes.slice()], name))
      return send(path, { method: 'POST', body })
    },
    [Symbol.asyncDispose]: () => transaction[Symbol.asyncDispose](),
  }
}
