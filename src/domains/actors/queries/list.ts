import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import type { Reading } from '#platform/http/reading.ts'
import type { OnlyOne } from '#platform/tables/list-files.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import { addMonths, type LocalDate } from '#values/local-date.ts'
import { staleAfterMonths, type ActorInList, type ActorType } from '../model/actor.ts'
import type { ActorFilter, SortKey } from '../model/filter.ts'

export interface ActorList {
  actors: ActorInList[]
  /** How many match, how many of them are migrant organisations, how many actors there are in all. */
  total: number
  migrantOrganisations: number
  all: number
}
interface Page {
  limit: number
  offset: number
}
/** `evenDraft`: whoever asks belongs to this actor. */
type Filter = Partial<ActorFilter> & OnlyOne & { evenDraft?: boolean }

const matches =
  ({ sees }: Reading, filter: Filter, today: LocalDate) =>
  (eb: ExpressionBuilder<DB & { a: DB['actor'] }, 'a'>): Expression<SqlBool> => {
    const conditions: Expression<SqlBool>[] = []
    const linked = (table: string, column: string, id: number) =>
      conditions.push(
        sql<SqlBool>`exists (select from ${sql.table(table)} l
          where l.municipality_id = a.municipality_id and l.actor_id = a.id and l.${sql.ref(column)} = ${id})`,
      )
    if (filter.only !== undefined) conditions.push(eb('a.id', '=', filter.only))
    if (filter.evenDraft) return eb.and(conditions)
    if (!sees.drafts) conditions.push(eb('a.publishedAt', 'is not', null))
    else if (filter.stand === 'entwurf') conditions.push(eb('a.publishedAt', 'is', null))
    else if (filter.stand === 'alt')
      conditions.push(sql<SqlBool>`coalesce(a.verified_on < ${addMonths(today, -staleAfterMonths)}, true)`)
    if (filter.art) conditions.push(sql<SqlBool>`${filter.art} = any(a.types)`)
    if (filter.mo) conditions.push(eb('a.isMigrantOrganisation', '=', true))
    if (filter.zusammenarbeit) conditions.push(eb('a.cooperationState', '=', filter.zusammenarbeit))
    if (filter.sprachen) conditions.push(sql<SqlBool>`${filter.sprachen} = any(a.languages)`)
    if (filter.feld) linked('actor_action_field', 'action_field_id', filter.feld)
    if (filter.gebiet) linked('actor_area', 'area_id', filter.gebiet)
    if (filter.q) conditions.push(sql<SqlBool>`a.id in (select s.id from search_actors(${filter.q}) s)`)
    return eb.and(conditions)
  }

const orders: Record<SortKey, ReturnType<typeof sql>> = {
  name: sql`a.name`,
  ort: sql`a.place collate "de" nulls last`,
  // What has waited longest stands first: that is what one asks for.
  bestaetigt: sql`a.verified_on nulls first`,
}

interface Row extends Omit<ActorInList, 'description' | 'fields' | 'cooperation' | 'isDraft'> {
  description: string | null
  cooperation: ActorInList['cooperation']
  publishedAt: Date | null
  fieldIds: number[]
  fieldTitles: string[]
}

/**
 * The actors that match, one page of them; without a page all (for files). Two statements, three in foreign languages.
 */
export async function listActors(
  db: Database,
  reading: Reading,
  filter: Filter,
  today: LocalDate,
  page?: Page,
): Promise<ActorList> {
  const rows: Row[] = await db
    .selectFrom('actor as a')
    .where(matches(reading, filter, today))
    .select(['a.id', 'a.name', 'a.place', 'a.description', 'a.isMigrantOrganisation', 'a.languages', 'a.publishedAt'])
    .select(['a.cooperationState as cooperation', 'a.verifiedOn as confirmedOn'])
    .select(sql<ActorType[]>`a.types`.as('types'))
    .select(fieldsOf(reading, 'f.id').as('fieldIds'))
    .select(fieldsOf<string[]>(reading, 'f.title').as('fieldTitles'))
    .orderBy(orders[filter.sort ?? 'name'])
    .orderBy('a.name')
    .orderBy('a.id')
    .$if(page !== undefined, (query) => query.limit(page?.limit ?? 0).offset(page?.offset ?? 0))
    .execute()
  const counted = await db
    .selectFrom('actor as a')
    .where(matches(reading, filter, today))
    .select(({ fn }) => [
      fn.countAll<number>().as('total'),
      sql<number>`count(*) filter (where a.is_migrant_organisation)`.as('migrantOrganisations'),
      sql<number>`(select count(*) from actor b ${reading.sees.drafts ? sql`` : sql`where b.published_at is not null`})`.as(
        'all',
      ),
    ])
    .executeTakeFirstOrThrow()
  const words = await loadTranslations(db, reading.language, [
    { kind: 'actor', ids: rows.map(({ id }) => id) },
    { kind: 'action-field', ids: rows.flatMap(({ fieldIds }) => fieldIds.map(Number)) },
  ])
  return {
    ...counted,
    actors: rows.map(({ fieldIds, fieldTitles, publishedAt, ...row }) => ({
      ...row,
      description: words.optional('actor', row.id, 'description', row.description),
      // Arrays of ids come as texts.
      fields: fieldIds.map(Number).map((id, place) => ({
        id,
        title: words.text('action-field', id, 'title', fieldTitles[place] ?? ''),
      })),
      isDraft: publishedAt === null,
    })),
  }
}

/** The fields of an actor as an array, in the order of the plan; drafts only for those who see them. */
const fieldsOf = <T = number[]>({ planVersionId, sees }: Reading, column: string) =>
  sql<T>`array(select ${sql.ref(column)} from actor_action_field l
    join action_field f on f.municipality_id = l.municipality_id and f.id = l.action_field_id
    where l.municipality_id = a.municipality_id and l.actor_id = a.id and f.plan_version_id = ${planVersionId}
      ${sees.drafts ? sql`` : sql`and f.published_at is not null`}
    order by f.position, f.id)`
