import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { withRows } from '#platform/forms/rows.ts'
import type { Typed } from '#platform/http/form.ts'
import type { Stored } from '#platform/things/editing.ts'
import type { PickOption } from '#platform/things/pick.ts'
import type { Hanging } from '#platform/things/remove-page.tsx'
import { formatFlexDate } from '#values/flex-date.ts'
import type { BodyContent } from '../model/form.ts'
import { paths } from '../paths.ts'

/** A stored body in the shape of its form. undefined: there is none. Four statements. */
export async function findBody(db: Database, id: number): Promise<Stored<BodyContent> | undefined> {
  const row = await db
    .selectFrom('body as b')
    .where('b.id', '=', id)
    .selectAll('b')
    .select(
      sql<string[]>`array(select l.action_field_id from body_action_field l
        where l.municipality_id = b.municipality_id and l.body_id = b.id order by 1)`.as('actionFieldIds'),
    )
    .executeTakeFirst()
  if (!row) return undefined
  const tasks = await db
    .selectFrom('bodyTask')
    .where('bodyId', '=', id)
    .select(['text', 'mode'])
    .orderBy('position')
    .execute()
  const seats = await db
    .selectFrom('bodySeat as s')
    .leftJoin('actor as a', (join) =>
      join.onRef('a.municipalityId', '=', 's.municipalityId').onRef('a.id', '=', 's.actorId'),
    )
    .where('s.bodyId', '=', id)
    .select(['s.id', 's.kind', 's.label', 's.count', 's.role', 's.hasVote', 's.delegateBodyId', 's.personName'])
    .select(['s.personIsPublic as isPersonPublic', 'a.name as actorName'])
    .orderBy('s.position')
    .orderBy('s.id')
    .execute()
  const relations = await db
    .selectFrom('bodyRelation')
    .where('bodyId', '=', id)
    .select(['kind', 'otherId'])
    .orderBy('kind')
    .orderBy('otherId')
    .execute()
  const { version, publishedAt, submittedAt } = row
  const content: BodyContent = {
    name: row.name,
    shortName: row.shortName,
    type: row.type,
    purpose: row.purpose,
    legalBasis: row.legalBasis,
    meets: row.meets,
    targetSize: row.targetSize,
    since: row.since,
    parentId: row.parentId,
    isMemberListOpen: row.isMemberListOpen,
    actionFieldIds: row.actionFieldIds.map(Number),
    tasks,
    seats: seats.map((seat, place) => ({ ...seat, place })),
    relations: relations.map((relation, place) => ({ ...relation, place })),
  }
  return { id, version, publishedAt, submittedAt, title: row.name, content }
}

/** The content as its form shows it. */
export function typedBody(content: BodyContent): Typed {
  const box = (ticked: boolean) => (ticked ? 'on' : '')
  const id = (value: number | null) => (value === null ? '' : String(value))
  let values: Typed = {
    name: content.name,
    shortName: content.shortName ?? '',
    type: content.type,
    purpose: content.purpose ?? '',
    legalBasis: content.legalBasis ?? '',
    meets: content.meets ?? '',
    targetSize: id(content.targetSize),
    since: content.since ? formatFlexDate(content.since, 'de') : '',
    parentId: id(content.parentId),
    isMemberListOpen: box(content.isMemberListOpen),
    actionFieldIds: content.actionFieldIds.map(String),
  }
  values = withRows(values, 'tasks', content.tasks)
  values = withRows(
    values,
    'relations',
    content.relations.map(({ kind, otherId }) => ({ kind, otherId: String(otherId) })),
  )
  return withRows(
    values,
    'seats',
    content.seats.map((seat) => ({
      id: id(seat.id),
      kind: seat.kind,
      label: seat.label ?? '',
      count: String(seat.count),
      role: seat.role ?? '',
      hasVote: box(seat.hasVote),
      actorName: seat.actorName ?? '',
      delegateBodyId: id(seat.delegateBodyId),
      personName: seat.personName ?? '',
      isPersonPublic: box(seat.isPersonPublic),
    })),
  )
}

export interface BodyChoices {
  fields: PickOption[]
  bodies: (PickOption & { parentId: number | null })[]
  /** Names of actors, to be suggested; a name that is not among them may be typed all the same. */
  actors: string[]
}

/** What the form of a body offers. One statement. */
export async function listChoices(db: Database, planVersionId: number): Promise<BodyChoices> {
  const { rows } = await sql<{ kind: 'field' | 'body' | 'actor'; id: number; label: string; parentId: number | null }>`
    select * from (
    select 'field' as kind, id, code || ' ' || title as label, null::bigint as parent_id, position from action_field
      where plan_version_id = ${planVersionId}
    union all select 'body', id, name, parent_id, position from body
    union all (select 'actor', id, name, null, 0 from actor order by name limit 400)
    ) choices order by kind, position, label collate "de"`.execute(db)
  const of = (kind: string) => rows.filter((row) => row.kind === kind)
  return {
    fields: of('field').map(({ id, label }) => ({ value: String(id), label })),
    bodies: of('body').map(({ id, label, parentId }) => ({ value: String(id), label, parentId })),
    actors: of('actor').map(({ label }) => label),
  }
}

/** What hangs on a body that is to be removed: what belongs to it and who is sent by it keeps it, relations only lose it. */
export async function hangingOn(db: Database, id: number): Promise<Hanging[]> {
  const { rows } = await sql<{ id: number; name: string; blocks: boolean }>`
    select b.id, b.name, bool_or(blocks) as blocks from (
      select id as body_id, true as blocks from body where parent_id = ${id}
      union all select body_id, true from body_seat where delegate_body_id = ${id} and body_id <> ${id}
      union all select body_id, false from body_relation where other_id = ${id}
      union all select other_id, false from body_relation where body_id = ${id}
    ) h join body b on b.id = h.body_id group by b.id, b.name order by blocks desc, b.name`.execute(db)
  return rows.map(({ id: other, name, blocks }) => ({ label: name, path: paths.one(other), blocks }))
}
