import { sql } from 'kysely'
import { everything, type Slice } from '#platform/api/collection.ts'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import type { OnlyOne } from '#platform/tables/list-files.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import type { BodyInList, RelationKind } from '../model/body.ts'

interface LinkRow {
  kind: 'field' | RelationKind
  bodyId: number
  otherId: number
  name: string
}

/** How many bodies there are. One statement. */
export async function countBodies(db: Database, { sees }: Reading): Promise<number> {
  const { total } = await db
    .selectFrom('body')
    .$if(!sees.drafts, (query) => query.where('publishedAt', 'is not', null))
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/**
 * The bodies in their order, all or one page of them, with their relations and fields. Two statements, three in foreign
 * languages.
 */
export async function listBodies(
  db: Database,
  reading: Reading,
  { limit, offset, only }: Slice & OnlyOne = everything,
): Promise<BodyInList[]> {
  const { sees, planVersionId } = reading
  const rows = await db
    .selectFrom('body as b')
    .$if(!sees.drafts, (query) => query.where('b.publishedAt', 'is not', null))
    .select(['b.id', 'b.name', 'b.shortName', 'b.type', 'b.purpose', 'b.meets', 'b.publishedAt'])
    .select(
      sql<
        number | null
      >`(select p.id from body p where p.id = b.parent_id ${sees.drafts ? sql`` : sql`and p.published_at is not null`})`.as(
        'parentId',
      ),
    )
    .select(
      sql<number>`(select coalesce(sum(s.count), 0) from body_seat s
        where s.municipality_id = b.municipality_id and s.body_id = b.id)`.as('seatCount'),
    )
    .$if(only !== undefined, (query) => query.where('b.id', '=', only ?? 0))
    .orderBy('b.position')
    .orderBy('b.id')
    .limit(limit)
    .offset(offset)
    .execute()
  const ids = rows.map(({ id }) => id)
  const seen = (alias: string) => (sees.drafts ? sql`` : sql`and ${sql.ref(`${alias}.published_at`)} is not null`)
  const { rows: links } = await sql<LinkRow>`
    select * from (
    select 'field' as kind, l.body_id, f.id as other_id, f.title as name, f.position from body_action_field l
      join action_field f on f.municipality_id = l.municipality_id and f.id = l.action_field_id
      where f.plan_version_id = ${planVersionId} and l.body_id = any(${ids}) ${seen('f')}
    union all
    select r.kind, r.body_id, o.id, o.name, o.position from body_relation r
      join body o on o.municipality_id = r.municipality_id and o.id = r.other_id where r.body_id = any(${ids}) ${seen('o')}
    ) links order by kind desc, position, other_id`.execute(db)
  const words = await loadTranslations(db, reading.language, [
    { kind: 'body', ids },
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
