import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import { isCountedNeed } from '#platform/things/counted.ts'
import type { FlexDate } from '#values/flex-date.ts'
import type { LocalDate } from '#values/local-date.ts'
import type { LocalText } from '#values/local-text.ts'
import type { ChapterPlace, PhaseState } from '../model/parts.ts'
import { progressOf, type MeasureState, type Progress } from '../model/progress.ts'
import type { PlanVersion } from '../model/version.ts'
import { loadFrame, type FrameKind, type FrameRow } from './frame.ts'
import { getVersion } from './version.ts'

interface Drafted {
  id: number
  isDraft: boolean
}
export interface PlanChapter extends Drafted {
  title: LocalText
  text: LocalText | null
  place: ChapterPlace
  /** Between the fields: the one after which it stands. null: after all of them. */
  afterFieldId: number | null
}
export interface PlanPhase extends Drafted {
  title: LocalText
  outcome: LocalText | null
  from: FlexDate | null
  to: FlexDate | null
  state: PhaseState
}
export interface PlanEvent extends Drafted {
  title: LocalText
  text: LocalText | null
  date: FlexDate
  sortDate: LocalDate | null
  isTentative: boolean
}
export interface PlanField extends Drafted {
  code: string
  title: LocalText
  needs: number
  goals: number
  progress: Progress
}
export interface PlanTopic extends Drafted {
  title: LocalText
  text: LocalText | null
}
export interface PlanGroup extends PlanTopic {
  parentId: number | null
  size: number | null
  sizeSource: string | null
  sizeDate: LocalDate | null
}
export interface PlanGoal extends Drafted {
  level: string
  text: LocalText
  parentId: number | null
}
export interface PlanBody extends Drafted {
  name: string
  type: string
  purpose: LocalText | null
}

export interface WholePlan {
  version: PlanVersion
  chapters: PlanChapter[]
  phases: PlanPhase[]
  events: PlanEvent[]
  fields: PlanField[]
  topics: PlanTopic[]
  groups: PlanGroup[]
  /** Above the fields: vision, main goals, partial goals, and every goal that belongs to no field. */
  goals: PlanGoal[]
  bodies: PlanBody[]
}

const frameKinds: FrameKind[] = ['chapter', 'phase', 'event', 'action-field', 'cross-cutting-topic', 'target-group']

/** Bodies that steer the plan or decide about it; working groups stand on the pages of their fields. */
const steering = ['STEERING_GROUP', 'COUNCIL', 'DECIDING_COMMITTEE', 'ACCOMPANYING_GROUP', 'PROGRAMME_BOARD']

/** The page of the plan: five statements, seven in foreign languages. */
export async function getPlan(db: Database, reading: Reading): Promise<WholePlan> {
  const { planVersionId, sees, language } = reading
  const version = await getVersion(db, reading)
  const frame = await loadFrame(db, reading, frameKinds)
  const counts = await countByField(db, reading)
  const { rows: around } = await sql<{
    kind: 'goal' | 'body'
    id: number
    text: string
    type: string
    purpose: string | null
    parentId: number | null
    isDraft: boolean
  }>`
    select * from (
    select 'goal' as kind, id, text, level as type, null as purpose, parent_id, published_at is null as is_draft,
      array_position(array['VISION', 'MAIN_GOAL', 'SUB_GOAL'], level) as place, position from goal
      where plan_version_id = ${planVersionId} and (action_field_id is null or level in ('VISION', 'MAIN_GOAL', 'SUB_GOAL'))
        ${sees.drafts ? sql`` : sql`and published_at is not null`}
    union all select 'body', id, name, type, purpose, null, published_at is null, array_position(${steering}::text[], type), position
      from body where type = any(${steering}) ${sees.drafts ? sql`` : sql`and published_at is not null`}
    ) s order by kind, place nulls last, position, id`.execute(db)
  const of = (kind: FrameKind) => frame.filter((row) => row.kind === kind)
  const words = await loadTranslations(db, language, [
    ...frameKinds.map((kind) => ({ kind, ids: of(kind).map(({ id }) => id) })),
    { kind: 'goal', ids: around.filter(({ kind }) => kind === 'goal').map(({ id }) => id) },
    { kind: 'body', ids: around.filter(({ kind }) => kind === 'body').map(({ id }) => id) },
  ])
  const shared = ({ kind, id, title, text, publishedAt }: FrameRow) => ({
    id,
    isDraft: publishedAt === null,
    title: words.text(kind, id, 'title', title),
    text: words.optional(
      kind,
      id,
      kind === 'phase' ? 'outcome' : kind === 'chapter' || kind === 'event' ? 'text' : 'description',
      text,
    ),
  })
  return {
    version,
    chapters: of('chapter').map((row) => ({
      ...shared(row),
      place: row.place ?? 'AFTER_FIELDS',
      // A field that this reader does not see cannot be followed.
      afterFieldId: of('action-field').some(({ id }) => id === row.afterFieldId) ? row.afterFieldId : null,
    })),
    phases: of('phase').map((row) => {
      const { text: outcome, ...rest } = shared(row)
      return { ...rest, outcome, from: row.from, to: row.to, state: row.state ?? 'PLANNED' }
    }),
    events: of('event').flatMap((row) =>
      row.from ? [{ ...shared(row), date: row.from, sortDate: row.sortDate, isTentative: row.isTentative }] : [],
    ),
    fields: of('action-field').map((row) => {
      const { text: _, ...rest } = shared(row)
      const found = counts.get(row.id)
      return {
        ...rest,
        code: row.code ?? '',
        needs: found?.needs ?? 0,
        goals: found?.goals ?? 0,
        progress: progressOf(found?.states ?? []),
      }
    }),
    topics: of('cross-cutting-topic').map(shared),
    groups: of('target-group').map((row) => ({
      ...shared(row),
      parentId: row.parentId,
      size: row.size,
      sizeSource: row.sizeSource,
      sizeDate: row.sizeDate,
    })),
    goals: around.flatMap(({ kind, id, text, type, parentId, isDraft }) =>
      kind === 'goal' ? [{ id, level: type, parentId, isDraft, text: words.text('goal', id, 'text', text) }] : [],
    ),
    bodies: around.flatMap(({ kind, id, text, type, purpose, isDraft }) =>
      kind === 'body'
        ? [{ id, name: text, type, isDraft, purpose: words.optional('body', id, 'purpose', purpose) }]
        : [],
    ),
  }
}

interface FieldCount {
  needs: number
  goals: number
  states: MeasureState[]
}

/** How many needs and goals a field has, and how far its measures are: one statement at any size. */
async function countByField(db: Database, { planVersionId, sees }: Reading): Promise<Map<number, FieldCount>> {
  const seen = sees.drafts ? sql`true` : sql`published_at is not null`
  const { rows } = await sql<{ fieldId: number; kind: string; state: MeasureState | null; number: number }>`
    select action_field_id as field_id, 'need' as kind, null as state, count(*) as number from need
      where plan_version_id = ${planVersionId} and ${seen} and ${isCountedNeed('need')} and action_field_id is not null group by 1
    union all select action_field_id, 'goal', null, count(*) from goal
      where plan_version_id = ${planVersionId} and ${seen} and action_field_id is not null group by 1
    union all select action_field_id, 'measure', state, count(*) from measure
      where plan_version_id = ${planVersionId} and ${seen} and action_field_id is not null group by 1, 3`.execute(db)
  const counts = new Map<number, FieldCount>()
  for (const { fieldId, kind, state, number } of rows) {
    const found = counts.get(fieldId) ?? { needs: 0, goals: 0, states: [] }
    if (kind === 'need') found.needs = number
    else if (kind === 'goal') found.goals = number
    else if (state) found.states.push(...Array.from({ length: number }, () => state))
    counts.set(fieldId, found)
  }
  return counts
}
