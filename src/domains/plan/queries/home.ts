import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import type { FlexDate } from '#values/flex-date.ts'
import type { LocalDate } from '#values/local-date.ts'
import type { LocalText } from '#values/local-text.ts'
import type { Chain, ChainKind } from '../model/chain.ts'
import type { PhaseState } from '../model/parts.ts'
import { countOf, type KnownChain } from '../model/known-chain.ts'
import { linesOf, type NewsLine } from '../model/news.ts'
import { progressOf, type MeasureState, type Progress } from '../model/progress.ts'
import { weaveOf, type Weave } from '../model/weave.ts'
import { loadChain } from './chain.ts'
import { countDrafts } from './counts.ts'
import { loadFrame, type FrameRow } from './frame.ts'
import { listNews, type NewsKind, type NewsRow } from './news.ts'

export interface FieldProgress {
  id: number
  title: LocalText
  progress: Progress
}
export interface NewsItem extends Omit<NewsRow, 'title' | 'text'> {
  title: LocalText
  text: LocalText | null
}
export interface Home {
  lead: LocalText | null
  counts: { need: number; goal: number; measure: number; indicator: number; actor: number; body: number }
  /** How many of each are still drafts; undefined: this reader sees no drafts. */
  drafts: Record<ChainKind, number> | undefined
  weave: Weave
  fields: FieldProgress[]
  progress: Progress
  /** When somebody last said of a measure how far it is. */
  confirmedOn: LocalDate | null
  period: { from: FlexDate | null; to: FlexDate | null }
  news: NewsLine<NewsItem>[]
  nextEvent: { id: number; title: LocalText; text: LocalText | null; date: FlexDate } | null
  phases: {
    title: LocalText
    outcome: LocalText | null
    from: FlexDate | null
    to: FlexDate | null
    state: PhaseState
  }[]
}

interface Counted {
  lead: string | null
  from: FlexDate | null
  to: FlexDate | null
  confirmedOn: LocalDate | null
  actors: number
  bodies: number
}

const titleField: Record<NewsKind, string> = {
  event: 'title',
  'action-field': 'title',
  need: 'statement',
  goal: 'text',
  measure: 'title',
  indicator: 'title',
  chapter: 'title',
}

/**
 * Everything that the home page shows. Only what is published, for everyone: an officer sees the page as the public
 * does, and beside each number how many drafts her lists hold on top. Seven statements, eight with drafts.
 */
export async function loadHome(db: Database, anyReading: Reading, today: LocalDate): Promise<Home> {
  const reading = { ...anyReading, sees: { drafts: false, internal: false } }
  const { planVersionId, language } = reading
  const chain = await loadChain(db, reading)
  const frame = await loadFrame(db, reading, ['action-field', 'phase', 'event'])
  const news = linesOf(await listNews(db, reading, today, 4), 4)
  const { rows } = await sql<Counted>`
    select v.lead, v.period_from as "from", v.period_to as "to",
      (select max(confirmed_on) from measure m where m.plan_version_id = v.id and m.published_at is not null) as confirmed_on,
      (select count(*) from actor where published_at is not null) as actors,
      (select count(*) from body where published_at is not null) as bodies
    from plan_version v where v.id = ${planVersionId}`.execute(db)
  const [plan] = rows

  const of = (kind: FrameRow['kind']) => frame.filter((row) => row.kind === kind)
  const nextEvent = of('event').find(({ sortDate }) => sortDate !== null && sortDate > today)
  const told = news.flatMap((line) => ('one' in line ? [line.one] : []))
  const words = await loadTranslations(db, language, [
    { kind: 'plan-version', ids: [planVersionId] },
    { kind: 'action-field', ids: of('action-field').map(({ id }) => id) },
    { kind: 'phase', ids: of('phase').map(({ id }) => id) },
    { kind: 'event', ids: nextEvent ? [nextEvent.id] : [] },
    ...told.map(({ kind, id }) => ({ kind, ids: [id] })),
  ])
  const localNews = (row: NewsRow): NewsItem => ({
    ...row,
    title: words.text(row.kind, row.id, titleField[row.kind], row.title),
    text: words.optional(row.kind, row.id, 'text', row.text),
  })
  const measures = chain.nodes.filter(({ kind }) => kind === 'measure')
  const states = (wanted: (fieldId: number | null) => boolean): MeasureState[] =>
    measures.flatMap(({ fieldId, state }) => (state && wanted(fieldId) ? [state] : []))
  // The shown way goes through a flagship that is under way; from the middle of the plan, so that it crosses the picture.
  const flagships = measures.filter(({ isFlagship, state }) => isFlagship && state === 'RUNNING').map(({ id }) => id)
  const middle = Math.floor(flagships.length / 2)
  return {
    lead: words.optional('plan-version', planVersionId, 'lead', plan?.lead ?? null),
    counts: {
      need: countOf(chain, 'need'),
      goal: countOf(chain, 'goal'),
      measure: countOf(chain, 'measure'),
      indicator: countOf(chain, 'indicator'),
      actor: plan?.actors ?? 0,
      body: plan?.bodies ?? 0,
    },
    drafts: anyReading.sees.drafts ? await countDrafts(db, planVersionId) : undefined,
    weave: weaveOf(withGoals(chain), [...flagships.slice(middle), ...flagships.slice(0, middle)]),
    fields: of('action-field').map(({ id, title }) => ({
      id,
      title: words.text('action-field', id, 'title', title),
      progress: progressOf(states((fieldId) => fieldId === id)),
    })),
    progress: progressOf(states(() => true)),
    confirmedOn: plan?.confirmedOn ?? null,
    period: { from: plan?.from ?? null, to: plan?.to ?? null },
    news: news.map((line) =>
      'one' in line
        ? { one: localNews(line.one) }
        : { many: line.many.map((row) => ({ ...row, title: german(row.title), text: null })) },
    ),
    nextEvent:
      nextEvent?.from == null
        ? null
        : {
            id: nextEvent.id,
            date: nextEvent.from,
            title: words.text('event', nextEvent.id, 'title', nextEvent.title),
            text: words.optional('event', nextEvent.id, 'text', nextEvent.text),
          },
    phases: of('phase').map(({ id, title, text, from, to, state }) => ({
      title: words.text('phase', id, 'title', title),
      outcome: words.optional('phase', id, 'outcome', text),
      from,
      to,
      state: state ?? 'PLANNED',
    })),
  }
}

/** The picture holds as many goals as the number below it says, where there is room. */
const withGoals = ({ nodes, outside, links }: KnownChain): Chain => ({
  nodes: [...outside.filter(({ kind }) => kind === 'goal'), ...nodes],
  links,
})

// Several things told as a number: their own titles are not shown.
const german = (text: string): LocalText => ({
  text,
  language: 'de',
  isFallback: false,
  isStale: false,
  isMachineMade: false,
})

/** Nothing of the plan is public yet: the home page then says that it is being written. */
export const homeIsEmpty = ({ counts, phases, fields }: Home): boolean =>
  counts.need + counts.goal + counts.measure + counts.indicator + phases.length + fields.length === 0
