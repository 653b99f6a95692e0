import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Typed } from '#platform/http/form.ts'
import { pickOptions, type Picked } from '#platform/things/pick.ts'
import type { Option } from './options.ts'

export interface FormChoices {
  actionFields: Option[]
  goalIds: Picked
  measureIds: Picked
}

/**
 * What the form of an indicator offers. `values`: what is typed now, so that ticked things stay ticked; `asked`: the
 * picker whose search button was pressed. Two statements, three with a search.
 */
export async function listChoices(
  db: Database,
  planVersionId: number,
  values: Typed,
  asked?: string,
): Promise<FormChoices> {
  const fields = await db
    .selectFrom('actionField')
    .where('planVersionId', '=', planVersionId)
    .select(['id', 'code', 'title'])
    .orderBy('position')
    .execute()
  const sources = {
    goalIds: sql`select id, text as label, position from goal where plan_version_id = ${planVersionId}`,
    measureIds: sql`select id, number || ' ' || title as label, row_number() over (order by number_order, id) as position
      from measure where plan_version_id = ${planVersionId}`,
  }
  return {
    actionFields: fields.map(({ id, code, title }) => ({ value: String(id), label: `${code} ${title}`.trim() })),
    ...(await pickOptions(db, sources, values, asked)),
  }
}

/** The areas that a value can belong to. */
export async function listAreaChoices(db: Database): Promise<Option[]> {
  const rows = await db
    .selectFrom('area')
    .where('validTo', 'is', null)
    .where('level', '<>', 'COUNTY')
    .select(['id', 'name', 'edition'])
    .orderBy('name')
    .execute()
  return rows.map(({ id, name }) => ({ value: String(id), label: name }))
}
