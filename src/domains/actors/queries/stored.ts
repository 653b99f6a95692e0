import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Typed } from '#platform/http/form.ts'
import type { Stored } from '#platform/things/editing.ts'
import { pickOptions, type Picked, type PickOption } from '#platform/things/pick.ts'
import type { Hanging } from '#platform/things/remove-page.tsx'
import { formatFlexDate } from '#values/flex-date.ts'
import { paths as bodyPaths } from '#domains/bodies/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import type { ActorType } from '../model/actor.ts'
import type { ActorContent } from '../model/form.ts'

/** A stored actor in the shape of its form. undefined: there is none. One statement. */
export async function findActor(db: Database, id: number): Promise<Stored<ActorContent> | undefined> {
  const row = await db
    .selectFrom('actor as a')
    .where('a.id', '=', id)
    .selectAll('a')
    .select([
      sql<number[]>`array(select l.action_field_id from actor_action_field l
        where l.municipality_id = a.municipality_id and l.actor_id = a.id order by 1)`.as('actionFieldIds'),
      sql<number[]>`array(select l.area_id from actor_area l
        where l.municipality_id = a.municipality_id and l.actor_id = a.id order by 1)`.as('areaIds'),
    ])
    .executeTakeFirst()
  if (!row) return undefined
  const { version, publishedAt, submittedAt } = row
  const content: ActorContent = {
    actorId: id,
    name: row.name,
    types: row.types as ActorType[],
    description: row.description,
    place: row.place,
    website: row.website,
    legalForm: row.legalForm,
    registerNumber: row.registerNumber,
    isNonProfit: row.isNonProfit,
    isMigrantOrganisation: row.isMigrantOrganisation,
    cooperation: row.cooperationState,
    cooperationForm: row.cooperationForm,
    cooperationSince: row.cooperationSince,
    languages: row.languages,
    offers: row.offers,
    actionFieldIds: row.actionFieldIds.map(Number),
    areaIds: row.areaIds.map(Number),
    confirmedOn: row.verifiedOn,
  }
  return { id, version, publishedAt, submittedAt, title: row.name, content }
}

/** The content as its form shows it. */
export const typedActor = (content: ActorContent): Typed => ({
  name: content.name,
  primaryType: content.types[0] ?? '',
  otherTypes: content.types.slice(1),
  description: content.description ?? '',
  place: content.place ?? '',
  website: content.website ?? '',
  legalForm: content.legalForm ?? '',
  registerNumber: content.registerNumber ?? '',
  isNonProfit: content.isNonProfit === null ? '' : content.isNonProfit ? 'yes' : 'no',
  isMigrantOrganisation: content.isMigrantOrganisation ? 'on' : '',
  cooperation: content.cooperation ?? '',
  cooperationForm: content.cooperationForm ?? '',
  cooperationSince: content.cooperationSince ? formatFlexDate(content.cooperationSince, 'de') : '',
  languages: content.languages.join(', '),
  offers: content.offers.join('\n'),
  actionFieldIds: content.actionFieldIds.map(String),
  areaIds: content.areaIds.map(String),
})

export interface ActorChoices {
  fields: PickOption[]
  areaIds: Picked
}

/** What the form of an actor offers. Two statements, three after a search. */
export async function listChoices(
  db: Database,
  planVersionId: number,
  values: Typed,
  asked?: string,
): Promise<ActorChoices> {
  const fields = await db
    .selectFrom('actionField')
    .where('planVersionId', '=', planVersionId)
    .select(['id', 'code', 'title'])
    .orderBy('position')
    .execute()
  const { areaIds } = await pickOptions(
    db,
    { areaIds: sql`select id, name as label, 0 as position from area where valid_to is null` },
    values,
    asked,
  )
  return { fields: fields.map(({ id, code, title }) => ({ value: String(id), label: `${code} ${title}` })), areaIds }
}

/** What hangs on an actor that is to be removed: what it leads and where it sits keeps it, partnerships only lose it. */
export async function hangingOn(db: Database, planVersionId: number, id: number): Promise<Hanging[]> {
  const { rows } = await sql<{ kind: 'measure' | 'body'; id: number; label: string; blocks: boolean }>`
    select 'measure' as kind, m.id, m.number || ' ' || m.title as label, m.lead_actor_id = ${id} is true as blocks
      from measure m where m.plan_version_id = ${planVersionId} and (m.lead_actor_id = ${id} or m.id in
        (select p.measure_id from measure_partner p where p.plan_version_id = ${planVersionId} and p.actor_id = ${id}))
    union all
    select distinct 'body', b.id, b.name, true from body_seat s join body b using (municipality_id)
      where b.id = s.body_id and s.actor_id = ${id}
    order by blocks desc, kind, label`.execute(db)
  return rows.map(({ kind, id: thing, label, blocks }) => ({
    label,
    path: kind === 'measure' ? measurePaths.one(thing) : bodyPaths.one(thing),
    blocks,
  }))
}
