import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import type { BodyInList, RelationKind } from '../model/body.ts'

interface LinkRow {
  kind: 'field' | RelationKind
  bodyId: number
  otherId: number
  name: string
}

/** All bodies in their order, with their relations and fields. Two statements, three in foreign languages. */
export async function listBodies(db: Database, reading: Reading): Promise<BodyInList[]> {
  const { sees, planVersionId } = reading
  const rows = await db
    .selectFrom('body as b')
    .$if(!sees.drafts, (query) => query.where('b.publishedAt', 'is not', null))
    .select(['b.id', 'b.name', 'b.shortName', 'b.type', 'b.purpose', 'b.parentId', 'b.meets', 'b.publishedAt'])
    .select(
      sql<number>`(select coalesce(sum(s.count), 0) from body_seat s
        where s.municipality_id = b.municipality_id and s.body_id = b.id)`.as('seatCount'),
    )
    .orderBy('b.position')
    .orderBy('b.id')
    .execute()
  const seen = (alias: string) => (sees.drafts ? sql`` : sql`and ${sql.ref(`${alias}.published_at`)} is not null`)
  const { rows: links } = await sql<LinkRow>`
    select * from (
    select 'field' as kind, l.body_id, f.id as other_id, f.title as name, f.position from body_action_field l
      join action_field f on f.municipality_id = l.municipality_id and f.id = l.action_field_id
      where f.plan_version_id = ${planVersionId} ${seen('f')}
    union all
    select r.kind, r.body_id, o.id, o.name, o.position from body_relation r
      join body o on o.municipality_id = r.municipality_id and o.id = r.other_id where true ${seen('o')}
    ) links order by kind desc, position, other_id`.execute(db)
  const words = await loadTranslations(db, reading.language, [
    { kind: 'body', ids: rows.map(({ id }) => id) },
    { kind: 'action-field', ids: links.filter(({ kind }) => kind === 'field').map(({ otherId }) => otherId) },
  ])
  return rows.map(({ publishedAt, ...row }) => {
    const own = links.filter(({ bodyId }) => bodyId === row.id)
    return {
      ...row,
      purpose: words.optional('body', row.id, 'purpose', row.purpose),
      relations: own.flatMap(({ kind, otherId, name }) =>
        kind === 'field' ? [] : [{ kind, other: { id: otherId, name } }],
      ),
      fields: own
        .filter(({ kind }) => kind === 'field')
        .map(({ otherId, name }) => ({ id: otherId, title: words.text('action-field', otherId, 'title', name) })),
      isDraft: publishedAt === null,
    }
  })
}
