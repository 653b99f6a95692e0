import type { Hono } from 'hono'
import type { VNode } from 'preact'
import * as v from 'valibot'
import { domain, type AppEnv, type Ctx } from '#platform/http/app.ts'
import { mayEver } from '#platform/http/person.ts'
import { readingOf } from '#platform/http/reading.ts'
import { listFiles } from '#platform/tables/list-files.ts'
import { idOf } from '#platform/things/acting.ts'
import { mayOf } from '#platform/things/editing.ts'
import { editingRoutes } from '#platform/things/editing-routes.tsx'
import { exportedGoals } from '../documents/list.ts'
import { goalFilter, isTree, mostInTree } from '../model/filter.ts'
import { missingToPublish, type Goal } from '../model/goal.ts'
import { GoalsPage } from '../pages/list.tsx'
import { GoalPage } from '../pages/one.tsx'
import { paths } from '../paths.ts'
import { exportGoals } from '../queries/export.ts'
import { listGoals } from '../queries/list.ts'
import { getGoal } from '../queries/one.ts'
import { editing, rights } from './editing.tsx'

/** What a later domain adds to the page of a goal, e.g. how far its numbers are on their way. */
export type GoalPanel = (c: Ctx, goal: Pick<Goal, 'id' | 'below'>) => Promise<VNode>

/** The routes of goals. `goalPanels` stand where the page speaks of numbers; the app fills them. */
export function goalRoutes({ goalPanels }: { goalPanels: readonly GoalPanel[] }): Hono<AppEnv> {
  const routes = domain()

  routes.get(paths.list, async (c) => {
    const { db, person, sees, isPreview } = c.var
    const filter = v.parse(goalFilter, c.req.query())
    const reading = await readingOf(c)
    const page = { limit: filter.zeilen, offset: (filter.seite - 1) * filter.zeilen }
    // Too many for a tree: the first page of the list instead.
    const list = await listGoals(db, reading, filter, { ...page, ...(isTree(filter) && { whole: mostInTree }) })
    const create = mayEver(person, 'goal:edit') && !reading.isOldVersion && !isPreview
    const may = { create, order: create && mayEver(person, 'plan:edit'), seeDrafts: sees.drafts }
    return c.render(<GoalsPage list={list} filter={filter} may={may} />)
  })

  listFiles(routes, paths.list, {
    load: async (c, only) => {
      const filter = only === undefined ? v.parse(goalFilter, c.req.query()) : { only }
      const reading = await readingOf(c)
      return exportedGoals(await exportGoals(c.var.db, reading, filter), c.var.speech, reading.sees)
    },
    explain: async (c, id) => getGoal(c.var.db, await readingOf(c), id),
  })

  editingRoutes(routes, editing)

  routes.get('/ziele/:id{[0-9]+}', async (c) => {
    const reading = await readingOf(c)
    const goal = await getGoal(c.var.db, reading, idOf(c))
    const may = mayOf(c, rights, { actionFieldId: goal.field?.id ?? null }, reading)
    const missing = may.edit && goal.publishedAt === null ? missingOf(goal) : []
    const panels: VNode[] = []
    for (const panel of goalPanels) panels.push(await panel(c, goal))
    return c.render(
      <GoalPage
        goal={goal}
        may={may}
        seesInternal={reading.sees.internal}
        missing={missing.map((name) => editing.missingWord(c, name))}
        panels={panels}
      />,
    )
  })
  return routes
}

const missingOf = ({ level, source, budgetProduct, needs }: Goal) =>
  missingToPublish({ level, source, needIds: needs, budgetProductId: budgetProduct === null ? null : 0 })
