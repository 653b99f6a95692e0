/** Days for which it is kept what an import replaced. Afterwards it can no longer be taken back. */
export const keptDays = 90

/** Something that an import made or changed, and that stays as it is when the rest is taken back. */
export interface Staying {
  kind: string
  id: number
  /** What names it; null: it is no longer known. */
  title: string | null
  /**
   * changed: somebody worked on it since. removed: it is gone already. linked: something else points to what the import
   * created. conflict: its former values are no longer possible, because their number or something they named is gone.
   */
  why: 'changed' | 'removed' | 'linked' | 'conflict'
  /** The last that was done to it since, as far as the history says. */
  at: string | null
  accountId: string | null
  /** Fields that were changed since. */
  fields: string[]
}

/** What taking an import back would do, or has done: how many of which kind. */
export interface TakingBack {
  /** Created by the import: they go. */
  removed: Record<string, number>
  /** Changed by the import: they get what stood there before. */
  restored: Record<string, number>
  stays: Staying[]
}

/** Whether an import can be taken back, and why not. */
export type Reversibility = 'possible' | 'done' | 'too-old' | 'other-version' | 'nothing'

interface RunLike {
  state: string
  planVersionId: number | null
  takenBackAt: Date | null
  result: { created: Record<string, number>; updated: Record<string, number> } | null
}

/** Whether this run can be taken back by somebody who works on the version `planVersionId`. */
export function reversibilityOf(run: RunLike, hasKept: boolean, planVersionId: number): Reversibility {
  if (run.takenBackAt) return 'done'
  const { created = {}, updated = {} } = run.result ?? {}
  const touched = [...Object.values(created), ...Object.values(updated)].some((count) => count > 0)
  if (run.state !== 'DONE' || !touched) return 'nothing'
  if (!hasKept) return 'too-old'
  return run.planVersionId === planVersionId ? 'possible' : 'other-version'
}

export const totalOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)
