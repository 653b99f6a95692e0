import type { Database } from '#platform/db/database.ts'
import type { Typed } from '#platform/http/form.ts'
import { formatFlexDate, type FlexDate } from '#values/flex-date.ts'
import { readLinks } from '../commands/links.ts'

/** A stored measure as its form shows it. `undefined`: there is none. */
export async function findTyped(db: Database, planVersionId: number, id: number) {
  const row = await db
    .selectFrom('measure')
    .where('planVersionId', '=', planVersionId)
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirst()
  if (!row) return undefined
  const links = await readLinks(db, { municipalityId: row.municipalityId, planVersionId, accountId: null }, id)
  const logic = row.logic as Record<string, string>
  const box = (ticked: boolean) => (ticked ? 'on' : '')
  const date = (value: FlexDate | null) => (value ? formatFlexDate(value, 'de') : '')
  const values: Typed = {
    number: row.number,
    title: row.title,
    description: row.description ?? '',
    actionFieldId: row.actionFieldId === null ? '' : String(row.actionFieldId),
    kind: row.kind ?? '',
    isFlagship: box(row.isFlagship),
    isQuickWin: box(row.isQuickWin),
    lead:
      row.leadOrgUnitId !== null
        ? `amt-${row.leadOrgUnitId}`
        : row.leadActorId === null
          ? ''
          : `akteur-${row.leadActorId}`,
    periodFrom: date(row.periodFrom),
    periodTo: date(row.periodTo),
    isPermanent: box(row.isPermanent),
    state: row.state,
    stateReason: row.stateReason ?? '',
    progress: row.progress === null ? '' : String(row.progress),
    course: row.course,
    courseReason: row.courseReason ?? '',
    courseReleased: box(row.courseReleased),
    internalNote: row.internalNote ?? '',
    ...Object.fromEntries(
      ['inputs', 'activities', 'outputs', 'outcomes', 'impact'].map((step) => [step, logic[step] ?? '']),
    ),
    ...Object.fromEntries(Object.entries(links).map(([name, ids]) => [name, ids.map(String)])),
  }
  return { row, values }
}
