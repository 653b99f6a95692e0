import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { localDateOf, type LocalDate } from '#values/local-date.ts'
import { previewState, type Preview, type PreviewState } from '../model/preview.ts'

interface Row {
  id: number
  note: string
  createdBy: string | null
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
  lastUsedAt: Date | null
}

/** The links of this municipality, newest first. One statement. */
export async function listPreviews(db: Database, now: Date): Promise<Preview[]> {
  const { rows } = await sql<Row>`select p.id, p.note, u.name as created_by, p.created_at, p.expires_at, p.revoked_at,
      p.last_used_at from preview_link p left join auth."user" u on u.id = p.created_by
    order by p.id desc limit 200`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    note: row.note,
    createdBy: row.createdBy,
    createdOn: localDateOf(row.createdAt),
    lastDay: lastDayOf(row.expiresAt),
    lastUsedOn: row.lastUsedAt && localDateOf(row.lastUsedAt),
    state: previewState(row, now),
  }))
}

/** It ends with the last day: a moment before its end it is still that day. */
const lastDayOf = (expiresAt: Date): LocalDate => localDateOf(new Date(expiresAt.getTime() - 1))

export interface FoundPreview {
  id: number
  note: string
  expiresAt: Date
  lastDay: LocalDate
  state: PreviewState
}

/** The link with this token in this municipality; undefined: there never was one, or it was cleared away. */
export async function findPreview(db: Database, tokenHash: string, now: Date): Promise<FoundPreview | undefined> {
  const row = await db
    .selectFrom('previewLink')
    .where('tokenHash', '=', tokenHash)
    .select(['id', 'note', 'expiresAt', 'revokedAt'])
    .executeTakeFirst()
  if (!row) return undefined
  const { id, note, expiresAt } = row
  return { id, note, expiresAt, lastDay: lastDayOf(expiresAt), state: previewState(row, now) }
}
