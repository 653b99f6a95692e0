import type { Database } from '#platform/db/database.ts'
import { publishChange } from '#platform/page-cache/generations.ts'

/** What a change was done to, who did it, and where: every command writes one entry, in its own transaction. */
export interface Act {
  municipalityId: number
  /** Absent: the program itself (import at start, retention job). */
  accountId: string | null
  thingKind: string
  thingId: number
  /** A word of the office: created, changed, published, withdrawn, removed, merged … */
  act: string
  importId?: number | null
}

export type Changes = Record<string, { from: unknown; to: unknown }>

/**
 * The fields that differ. Values that look the same as JSON count as the same; so do nothing, an empty text or list and,
 * of what is new, a box that is not ticked: a history of empty lines tells nobody anything. Fields named in `personal` are kept
 * apart: the entry says only that they changed.
 */
export function differences(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Changes {
  const isSame = (from: unknown, to: unknown) =>
    stable(from) === stable(to) || (isBlank(from) && isBlank(to)) || (from === undefined && to === false)
  const changed = Object.keys(after).filter((key) => !isSame(before[key], after[key]))
  return Object.fromEntries(changed.map((key) => [key, { from: before[key] ?? null, to: after[key] ?? null }]))
}

const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0)

const stable = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

interface Options {
  /** Names of fields that hold data about a person. */
  personal?: readonly string[]
  retainUntil?: string | null
  /** The thing is, or was, public: cached pages end with this transaction. */
  isPublic?: boolean
}

/** Writes the entry; a save that changed nothing leaves none. */
export async function writeAudit(
  db: Database,
  { municipalityId, accountId, thingKind, thingId, act, importId = null }: Act,
  changes: Changes,
  { personal = [], retainUntil = null, isPublic = false }: Options = {},
): Promise<void> {
  if (act === 'changed' && Object.keys(changes).length === 0) return
  const shown = Object.entries(changes).map(([field, change]) => [
    field,
    personal.includes(field) ? 'personal' : change,
  ])
  const { id } = await db
    .insertInto('auditEntry')
    .values({
      municipalityId,
      accountId,
      thingKind,
      thingId,
      act,
      importId,
      changes: JSON.stringify(Object.fromEntries(shown)),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const secret = Object.entries(changes).filter(([field]) => personal.includes(field))
  if (secret.length > 0) {
    const rows = secret.map(([field, { from, to }]) => ({
      municipalityId,
      auditEntryId: id,
      field,
      before: asText(from),
      after: asText(to),
      retainUntil,
    }))
    await db.insertInto('auditPersonal').values(rows).execute()
  }
  if (isPublic) await publishChange(db, municipalityId)
}

const asText = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value)
