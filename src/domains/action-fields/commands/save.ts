import { sql } from 'kysely'
import { differences, writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { NotFound, Refused } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import type { Stored } from '#platform/things/editing.ts'
import { lockThing, newPlanItem } from '#platform/things/lifecycle.ts'
import { makesCircle, type FieldForm, type OrderKind, type TargetGroupForm, type TopicForm } from '../model/forms.ts'
import { findField, findTargetGroup, findTopic } from '../queries/stored.ts'

const tables = {
  'action-field': 'action_field',
  'cross-cutting-topic': 'cross_cutting_topic',
  'target-group': 'target_group',
} as const satisfies Record<OrderKind, string>

type Find<Form> = (db: Database, planVersionId: number, id: number) => Promise<Stored<Form> | undefined>

/** Creating and saving are the same for all three: each field of the form is a column of the same name. */
function saving<Form extends FieldForm | TopicForm | TargetGroupForm>(kind: OrderKind, find: Find<Form>) {
  const table = sql.table(tables[kind])

  /** Creates a draft at the end of the list. Returns its lasting id. */
  const create = (db: Database, acting: Acting, form: Form): Promise<number> =>
    inTransaction(db, async (tx) => {
      const { municipalityId, planVersionId } = acting
      await requireNoCircle(tx, acting, kind, 0, form)
      const id = await newPlanItem(tx, acting, kind)
      const columns = Object.keys(form).map((name) => sql.ref(name))
      await sql`insert into ${table} (municipality_id, plan_version_id, id, position, ${sql.join(columns)})
        values (${municipalityId}, ${planVersionId}, ${id},
          (select coalesce(max(position), 0) + 1 from ${table} where plan_version_id = ${planVersionId}),
          ${sql.join(Object.values(form))})`.execute(tx)
      await writeAudit(tx, { ...acting, thingKind: kind, thingId: id, act: 'created' }, differences({}, { ...form }))
      return id
    })

  /** Saves what was read as `version`. Throws LostRace when somebody saved it meanwhile. */
  const save = (db: Database, acting: Acting, id: number, version: number, form: Form): Promise<void> =>
    inTransaction(db, async (tx) => {
      const { publishedAt } = await lockThing(tx, acting, kind, id, version)
      const before = await find(tx, acting.planVersionId, id)
      if (!before) throw new NotFound()
      await requireNoCircle(tx, acting, kind, id, form)
      const sets = Object.entries(form).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
      await sql`update ${table} set ${sql.join(sets)}, version = version + 1, updated_at = now()
        where plan_version_id = ${acting.planVersionId} and id = ${id}`.execute(tx)
      const changes = differences({ ...before.content }, { ...form })
      await writeAudit(tx, { ...acting, thingKind: kind, thingId: id, act: 'changed' }, changes, {
        isPublic: publishedAt !== null,
      })
    })
  return { create, save }
}

/** Throws Refused('circle') when a target group would stand below itself, Refused('unknownParent') for a forged one. */
async function requireNoCircle(
  db: Database,
  { planVersionId }: Acting,
  kind: OrderKind,
  id: number,
  form: FieldForm | TopicForm | TargetGroupForm,
): Promise<void> {
  const parentId = 'parentId' in form ? form.parentId : null
  if (kind !== 'target-group' || parentId === null) return
  const rows = await db
    .selectFrom('targetGroup')
    .where('planVersionId', '=', planVersionId)
    .select(['id', 'parentId'])
    .execute()
  const parents = new Map(rows.map((row) => [row.id, row.parentId]))
  if (!parents.has(parentId)) throw new Refused('unknownParent')
  if (makesCircle(id, parentId, parents)) throw new Refused('circle')
}

export const { create: createField, save: saveField } = saving<FieldForm>('action-field', findField)
export const { create: createTopic, save: saveTopic } = saving<TopicForm>('cross-cutting-topic', findTopic)
export const { create: createTargetGroup, save: saveTargetGroup } = saving<TargetGroupForm>(
  'target-group',
  findTargetGroup,
)
