import type { VNode } from 'preact'
import type { Ctx } from '#platform/http/app.ts'
import { readingOf } from '#platform/http/reading.ts'
import { GoalAttainment } from '../pages/goal-panel.tsx'
import { findIndicators } from '../queries/list.ts'

/** The panel for the page of a goal: its numbers, with those of the goals below, and how far they are. Two statements, three in foreign languages. */
export async function attainmentOfGoal(c: Ctx, goal: { id: number; below: readonly number[] }): Promise<VNode> {
  const indicators = await findIndicators(
    c.var.db,
    await readingOf(c),
    { goals: [goal.id, ...goal.below] },
    { limit: 50, offset: 0 },
  )
  return <GoalAttainment indicators={indicators} />
}
