import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'

interface Where {
  db: Database
  municipalityId: number
  planVersionId: number
}
interface Filled {
  fields: number[]
  topics: number[]
  groups: number[]
  needs: number[]
  goals: number[]
  measures: number[]
  indicators: number[]
}

/**
 * Fills a plan for a test: two fields, a topic and a group, and `count` each of needs, goals, measures and indicators;
 * the n-th of each is tied to the n-th of the next. All published.
 */
export async function fillPlan({ db, municipalityId, planVersionId }: Where, count: number): Promise<Filled> {
  const row = { municipalityId, planVersionId }
  const publishedAt = new Date('2026-06-01')
  const identity = async (kind: DB['planItem']['kind']) => {
    const { id } = await db
      .insertInto('planItem')
      .values({ municipalityId, kind })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }
  const several = async (
    kind: DB['planItem']['kind'],
    number: number,
    insert: (id: number, n: number) => Promise<unknown>,
  ) => {
    const ids: number[] = []
    for (let n = 1; n <= number; n++) {
      const id = await identity(kind)
      await insert(id, n)
      ids.push(id)
    }
    return ids
  }
  const fields = await several('action-field', 2, (id, n) =>
    db
      .insertInto('actionField')
      .values({ ...row, id, code: String(n), title: n === 1 ? 'Sprache' : 'Wohnen', position: n, publishedAt })
      .execute(),
  )
  const topics = await several('cross-cutting-topic', 1, (id) =>
    db
      .insertInto('crossCuttingTopic')
      .values({ ...row, id, title: 'Ehrenamt', publishedAt })
      .execute(),
  )
  const groups = await several('target-group', 1, (id) =>
    db
      .insertInto('targetGroup')
      .values({ ...row, id, title: 'Eltern', publishedAt })
      .execute(),
  )
  const fieldOf = (n: number) => fields[n % 2 === 1 ? 0 : 1] ?? null
  const needs = await several('need', count, (id, n) =>
    db
      .insertInto('need')
      .values({ ...row, id, statement: `Bedarf ${n}`, actionFieldId: fieldOf(n), position: n, publishedAt })
      .execute(),
  )
  const goals = await several('goal', count, (id, n) =>
    db
      .insertInto('goal')
      .values({
        ...row,
        id,
        level: 'IMPACT_GOAL',
        text: `Ziel ${n} ist erreicht`,
        actionFieldId: fieldOf(n),
        position: n,
        publishedAt,
      })
      .execute(),
  )
  const measures = await several('measure', count, (id, n) =>
    db
      .insertInto('measure')
      .values({
        ...row,
        id,
        number: `${n % 2 === 1 ? 1 : 2}.${n}`,
        numberOrder: [n % 2 === 1 ? 1 : 2, n],
        title: `Maßnahme ${n}`,
        actionFieldId: fieldOf(n),
        state: 'RUNNING',
        publishedAt,
      })
      .execute(),
  )
  const indicators = await several('indicator', count, (id, n) =>
    db
      .insertInto('indicator')
      .values({
        ...row,
        id,
        code: `I${n}`,
        title: `Anteil ${n}`,
        unit: 'Prozent',
        targetValue: 40,
        actionFieldId: fieldOf(n),
        position: n,
        publishedAt,
      })
      .execute(),
  )
  await sql`insert into goal_need (municipality_id, plan_version_id, goal_id, need_id)
    select ${municipalityId}, ${planVersionId}, g, n from unnest(${goals}::bigint[], ${needs}::bigint[]) as l(g, n)`.execute(
    db,
  )
  await sql`insert into measure_goal (municipality_id, plan_version_id, measure_id, goal_id)
    select ${municipalityId}, ${planVersionId}, m, g from unnest(${measures}::bigint[], ${goals}::bigint[]) as l(m, g)`.execute(
    db,
  )
  await sql`insert into measure_indicator (municipality_id, plan_version_id, measure_id, indicator_id)
    select ${municipalityId}, ${planVersionId}, m, i from unnest(${measures}::bigint[], ${indicators}::bigint[]) as l(m, i)`.execute(
    db,
  )
  return { fields, topics, groups, needs, goals, measures, indicators }
}
