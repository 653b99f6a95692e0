import { sql } from 'kysely'
import { differences, writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { Refused } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import { lockThing, newPlanItem, publishThing } from '#platform/things/lifecycle.ts'
import { sortKey } from '#values/flex-date.ts'
import { hashOf } from '#values/local-text.ts'
import {
  missingInPart,
  type ChapterForm,
  type EventForm,
  type PartForm,
  type PartKind,
  type PhaseForm,
} from '../model/parts.ts'

const tables = { chapter: 'chapter', phase: 'phase', event: 'planEvent' } as const

/** The columns of the row that a form fills. */
function columnsOf(kind: PartKind, form: PartForm) {
  if (kind === 'chapter') {
    const { title, place, afterFieldId, text } = form as ChapterForm
    return { title, place, afterFieldId, text: text ?? '' }
  }
  if (kind === 'phase') return form as PhaseForm
  const { title, date, text, isTentative } = form as EventForm
  return { title, date, sortDate: date && sortKey(date), text, isTentative }
}

/** What is stored of one part, with its state; undefined: there is none. */
export async function findPart(
  db: Database,
  { planVersionId }: Pick<Acting, 'planVersionId'>,
  kind: PartKind,
  id: number,
) {
  const row = await db
    .selectFrom(tables[kind])
    .where('planVersionId', '=', planVersionId)
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirst()
  return row as (Record<string, unknown> & { version: number; title: string; publishedAt: Date | null }) | undefined
}

/** Creates a draft, last in its place. Returns its lasting id. */
export const createPart = (db: Database, acting: Acting, kind: PartKind, form: PartForm): Promise<number> =>
  inTransaction(db, async (tx) => {
    const { municipalityId, planVersionId } = acting
    const id = await newPlanItem(tx, acting, kind)
    const position =
      kind === 'event'
        ? {}
        : {
            position: sql<number>`(select coalesce(max(position), 0) + 1 from ${sql.table(kind)} where plan_version_id = ${planVersionId})`,
          }
    const columns = columnsOf(kind, form)
    await tx
      .insertInto(tables[kind])
      .values({ municipalityId, planVersionId, id, ...columns, ...position } as never)
      .execute()
    await writeAudit(tx, { ...acting, thingKind: kind, thingId: id, act: 'created' }, differences({}, columns))
    return id
  })

/** Saves a part that was read as `version`. Throws LostRace. What is public stays public. */
export const savePart = (
  db: Database,
  acting: Acting,
  kind: PartKind,
  id: number,
  version: number,
  form: PartForm,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { publishedAt } = await lockThing(tx, acting, kind, id, version)
    const before = (await findPart(tx, acting, kind, id)) ?? {}
    const columns = columnsOf(kind, form)
    await tx
      .updateTable(tables[kind])
      .set({ ...columns, version: version + 1, updatedAt: new Date() } as never)
      .where('planVersionId', '=', acting.planVersionId)
      .where('id', '=', id)
      .execute()
    await writeAudit(tx, { ...acting, thingKind: kind, thingId: id, act: 'changed' }, differences(before, columns), {
      isPublic: publishedAt !== null,
    })
  })

/** Shows a part to the public. Throws Refused('notComplete') when something is missing. */
export const publishPart = (
  db: Database,
  acting: Acting,
  kind: PartKind,
  id: number,
  approval: { needsApproval: boolean },
): Promise<'published' | 'submitted'> =>
  inTransaction(db, async (tx) => {
    await lockThing(tx, acting, kind, id)
    const missing = await missingOfPart(tx, acting, kind, id)
    if (missing.length > 0) throw new Refused('notComplete', { missing })
    return publishThing(tx, acting, kind, id, approval)
  })

/** What this part lacks to be published; empty: nothing. Keys of texts. */
export async function missingOfPart(db: Database, acting: Acting, kind: PartKind, id: number): Promise<string[]> {
  const part = await findPart(db, acting, kind, id)
  return part
    ? missingInPart(kind, { title: part.title, text: (part['text'] as string | null | undefined) ?? null })
    : []
}

/** A ready-made step: its German title, and the same in other languages. */
export interface TemplateStep {
  title: string
  translations: Record<string, string>
}

/** Adds the steps of a template as drafts, in their order. */
export const addTemplate = (db: Database, acting: Acting, steps: readonly TemplateStep[]): Promise<void> =>
  inTransaction(db, async (tx) => {
    for (const { title, translations } of steps) {
      const form: PhaseForm = { title, periodFrom: null, periodTo: null, state: 'PLANNED', outcome: null }
      const id = await createPart(tx, acting, 'phase', form)
      const rows = Object.entries(translations).map(([language, text]) => ({
        municipalityId: acting.municipalityId,
        thingKind: 'phase',
        thingId: id,
        field: 'title',
        language,
        text,
        sourceHash: hashOf(title),
        confirmedAt: new Date(),
      }))
      await tx.insertInto('translation').values(rows).execute()
    }
  })
