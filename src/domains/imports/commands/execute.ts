import { createNamedActors } from '#domains/actors/index.ts'
import { createNamedParts } from '#domains/action-fields/index.ts'
import { importMeasures } from '#domains/measures/index.ts'
import { createNamedUnits } from '#domains/org-units/index.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { LostRace } from '#platform/http/problems.ts'
import type { Sheet } from '#platform/tables/workbook.ts'
import type { Acting } from '#platform/things/acting.ts'
import type { Choices } from '../model/choices.ts'
import { creatableKinds, type CreatableKind, type ImportKind } from '../model/kind.ts'
import { withRealIds, type ImportOutcome } from '../model/outcome.ts'
import type { Creation } from '../model/references.ts'
import { mostProblemsKept, reportedRemark, type ImportResult } from '../model/result.ts'
import { computeOutcome } from '../queries/outcome.ts'

/**
 * Reads a sheet in: all of it or nothing. Returns what came of it; a refusal has written nothing. `onProgress` hears how
 * many rows are done.
 */
export async function executeImport(
  db: Database,
  acting: Acting,
  kind: ImportKind,
  sheet: Sheet,
  choices: Choices,
  onProgress?: (done: number) => Promise<void>,
): Promise<ImportResult> {
  const outcome = await computeOutcome(db, acting, kind, sheet, choices)
  return executeOutcome(db, acting, kind, outcome, choices, onProgress)
}

/** The same for an outcome that is computed already. */
export async function executeOutcome(
  db: Database,
  acting: Acting,
  kind: ImportKind,
  outcome: ImportOutcome,
  choices: Choices,
  onProgress?: (done: number) => Promise<void>,
): Promise<ImportResult> {
  const result = resultOf(kind, outcome)
  if (outcome.counts.problem > 0 && !choices.leaveOutProblems) return { ...result, ...nothing, refused: 'problems' }
  if (outcome.counts.created + outcome.counts.updated === 0) return { ...result, refused: 'nothing' }
  try {
    await inTransaction(db, async (tx) => {
      const ids = await createThings(tx, acting, outcome.creations)
      const idOf = (reference: number) => ids.get(reference) ?? 0
      const rows = outcome.rows.filter((row) => row.outcome === 'created' || row.outcome === 'updated')
      await importMeasures(
        tx,
        acting,
        rows.map(({ measure }) => withRealIds(measure, idOf)),
        onProgress,
      )
    })
    return result
  } catch (error) {
    if (error instanceof LostRace) return { ...result, ...nothing, refused: 'lost-race' }
    if (isTakenNumber(error)) return { ...result, ...nothing, refused: 'number-taken' }
    throw error
  }
}

const nothing = { created: {}, updated: {} }

/** Two measures change their numbers with each other, or somebody took one meanwhile. */
const isTakenNumber = (error: unknown) =>
  error instanceof Error &&
  'constraint' in error &&
  error.constraint === 'measure_municipality_id_plan_version_id_number_key'

/** What would come of it: the same for a dry run and for the real one. */
export function resultOf({ what }: ImportKind, { rows, counts, creations }: ImportOutcome): ImportResult {
  const created: Record<string, number> = { [what]: counts.created }
  for (const { kind, isUnused } of creations) if (!isUnused) created[kind] = (created[kind] ?? 0) + 1
  return {
    created,
    updated: { [what]: counts.updated },
    unchanged: counts.unchanged,
    leftOut: counts.problem,
    problems: rows.flatMap(({ problems }) => problems.map(reportedRemark)).slice(0, mostProblemsKept),
  }
}

/** Creates what rows point to, kind by kind. Returns the real id of each reference (-1, -2 …). */
async function createThings(
  db: Database,
  acting: Acting,
  creations: readonly Creation[],
): Promise<Map<number, number>> {
  const ids = new Map<number, number>()
  for (const kind of creatableKinds) {
    const wanted = creations.flatMap((creation, place) =>
      creation.kind === kind && !creation.isUnused ? [{ creation, reference: -(place + 1) }] : [],
    )
    if (wanted.length === 0) continue
    const made = await create(
      db,
      acting,
      kind,
      wanted.map(({ creation }) => creation),
    )
    for (const [place, { reference }] of wanted.entries()) ids.set(reference, made[place] ?? 0)
  }
  return ids
}

function create(db: Database, acting: Acting, kind: CreatableKind, creations: readonly Creation[]): Promise<number[]> {
  const names = creations.map(({ name }) => name)
  if (kind === 'org-unit') return createNamedUnits(db, acting, names)
  if (kind === 'actor') return createNamedActors(db, acting, names)
  return createNamedParts(
    db,
    acting,
    creations.map(({ name, code }) => ({ kind, title: name, ...(code && { code }) })),
  )
}
