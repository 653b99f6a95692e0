import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { explainAbsence } from '#platform/db/tombstones.ts'
import type { Reading } from '#platform/http/reading.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import type { Actor, ActorSeat, ActorType } from '../model/actor.ts'
import { visibleContacts, type Contact } from '../model/contact.ts'
import { paths } from '../paths.ts'

interface Seeing {
  /** May see contacts without a consent. */
  allContacts: boolean
  /** May see the entry as a draft: an actor's own people do. */
  asDraft: boolean
}
type Kind = 'field' | 'area' | 'lead' | 'partner' | 'seat'
interface LinkRow {
  kind: Kind
  id: number
  title: string
  detail: string
  isDraft: boolean
}

/**
 * One actor with everything about it. Throws NotFound, Gone, or MovedTo for one that was merged into another. Three
 * statements, four in foreign languages.
 */
export async function getActor(db: Database, reading: Reading, id: number, sees: Seeing): Promise<Actor> {
  const row = await db
    .selectFrom('actor')
    .where('id', '=', id)
    .$if(!reading.sees.drafts && !sees.asDraft, (query) => query.where('publishedAt', 'is not', null))
    .selectAll()
    .executeTakeFirst()
  if (!row) return await explainAbsence(db, 'actor', id, paths.one)
  const links = await linksOf(db, reading, id)
  const contacts = await listContacts(db, id)
  const of = (kind: Kind) => links.filter((link) => link.kind === kind)
  const words = await loadTranslations(db, reading.language, [
    { kind: 'actor', ids: [id] },
    { kind: 'action-field', ids: of('field').map((link) => link.id) },
    { kind: 'measure', ids: [...of('lead'), ...of('partner')].map((link) => link.id) },
  ])
  const measure = (link: LinkRow) => ({
    id: link.id,
    number: link.detail,
    title: words.text('measure', link.id, 'title', link.title),
    isLead: link.kind === 'lead',
    isDraft: link.isDraft,
  })
  return {
    id,
    version: row.version,
    name: row.name,
    types: row.types as ActorType[],
    legalForm: row.legalForm,
    registerNumber: row.registerNumber,
    isNonProfit: row.isNonProfit,
    isMigrantOrganisation: row.isMigrantOrganisation,
    cooperation: row.cooperationState,
    cooperationForm: row.cooperationForm,
    cooperationSince: row.cooperationSince,
    description: words.optional('actor', id, 'description', row.description),
    place: row.place,
    website: row.website,
    languages: row.languages,
    offers: row.offers,
    confirmedOn: row.verifiedOn,
    publishedAt: row.publishedAt,
    submittedAt: row.submittedAt,
    fields: of('field').map((link) => ({
      id: link.id,
      title: words.text('action-field', link.id, 'title', link.title),
    })),
    areas: of('area').map((link) => ({ id: link.id, name: link.title })),
    measures: [...of('lead'), ...of('partner')].map(measure),
    seats: of('seat').map(({ id: bodyId, title, detail }) => {
      const [role = '', ...label] = detail.split('|')
      return { bodyId, body: title, label: label.join('|'), role: (role || null) as ActorSeat['role'] }
    }),
    contacts: visibleContacts(contacts, sees.allContacts),
  }
}

/** All contacts of an actor, whoever may see them: callers show them through `visibleContacts`. */
export async function listContacts(db: Database, actorId: number): Promise<Contact[]> {
  const rows = await db.selectFrom('actorContact').where('actorId', '=', actorId).selectAll().orderBy('id').execute()
  return rows as Contact[]
}

/** What the actor is linked to, in one statement. */
async function linksOf(db: Database, { planVersionId, sees }: Reading, id: number): Promise<LinkRow[]> {
  const seen = (alias: string) => (sees.drafts ? sql`` : sql`and ${sql.ref(`${alias}.published_at`)} is not null`)
  const { rows } = await sql<LinkRow>`
    select * from (
    select 'field' as kind, f.id, f.title, f.code as detail, f.published_at is null as is_draft, array[f.position] as position
      from actor_action_field l join action_field f using (municipality_id)
      where f.id = l.action_field_id and f.plan_version_id = ${planVersionId} and l.actor_id = ${id} ${seen('f')}
    union all
    select 'area', a.id, a.name, '', false, '{}' from actor_area l join area a using (municipality_id)
      where a.id = l.area_id and l.actor_id = ${id}
    union all
    select 'lead', m.id, m.title, m.number, m.published_at is null, m.number_order from measure m
      where m.plan_version_id = ${planVersionId} and m.lead_actor_id = ${id} ${seen('m')}
    union all
    select 'partner', m.id, m.title, m.number, m.published_at is null, m.number_order from measure_partner p
      join measure m using (municipality_id, plan_version_id)
      where m.id = p.measure_id and p.plan_version_id = ${planVersionId} and p.actor_id = ${id} ${seen('m')}
    union all
    select 'seat', b.id, b.name, coalesce(s.role, '') || '|' || s.label, false, array[b.position, s.position] from body_seat s
      join body b using (municipality_id) where b.id = s.body_id and s.actor_id = ${id} ${seen('b')}
    ) links order by kind, position, title collate "de", id`.execute(db)
  return rows
}
