import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Option } from './options.ts'

export interface Leads {
  units: Option[]
  /** Those who lead something already, the chosen one, and what a search found: a county can have thousands of actors. */
  actors: Option[]
}

/** Who can lead a measure: no unit that has ended, unless it leads this one already. `chosen`: the value of the form (`akteur-7`); `search`: words of the form's search. One statement. */
export async function listLeads(
  db: Database,
  planVersionId: number,
  { chosen = '', search = '' }: { chosen?: string; search?: string } = {},
): Promise<Leads> {
  const [, kind, digits] = /^(amt|akteur)-(\d{1,15})$/.exec(chosen) ?? []
  const chosenId = (of: string) => (kind === of ? Number(digits) : 0)
  const { rows } = await sql<{ kind: 'amt' | 'akteur'; id: number; name: string }>`
    select * from (
    select 'amt' as kind, id, name, position from org_unit
      where ended_on is null or ended_on >= current_date or id = ${chosenId('amt')}
    union all
    select 'akteur', id, name, 0 from actor
      where id in (
        select ${chosenId('akteur')}::bigint
        union all select lead_actor_id from measure where plan_version_id = ${planVersionId} and lead_actor_id is not null
        union all (select s.id from search_actors(${search}) s where ${search} <> '' order by s.rank desc limit 20))
    ) leads order by kind, position, name collate "de"`.execute(db)
  const of = (kind: string) =>
    rows.filter((row) => row.kind === kind).map(({ id, name }) => ({ value: `${kind}-${id}`, label: name }))
  return { units: of('amt'), actors: of('akteur') }
}
