import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import type { LocalText } from '#values/local-text.ts'
import type { ChainKind } from '../model/chain.ts'

/** A knot as the chain shows it: its words, and for an indicator how it stands. */
export interface ChainLabel {
  kind: ChainKind
  text: LocalText
  /** Of a measure. */
  number: string | null
  isDraft: boolean
  /** Of an indicator: the newest value of the whole municipality, never one of a part of it, and the target. */
  value: number | null
  target: number | null
  /** In German, and in the reader's language. */
  unit: string
  unitText: LocalText | null
  decimals: number
}
export interface NamedThing {
  id: number
  title: LocalText
}
export interface ChainWords {
  labels: Map<number, ChainLabel>
  fields: NamedThing[]
  topics: NamedThing[]
  groups: NamedThing[]
}

interface Row {
  kind: ChainKind | 'action-field' | 'cross-cutting-topic' | 'target-group'
  id: number
  text: string
  number: string | null
  isDraft: boolean
  value: number | null
  target: number | null
  unit: string | null
  decimals: number | null
}

const fieldOf: Record<Row['kind'], string> = {
  need: 'statement',
  goal: 'text',
  measure: 'title',
  indicator: 'title',
  'action-field': 'title',
  'cross-cutting-topic': 'title',
  'target-group': 'title',
}

/** The words of these knots, and what the chain can be narrowed by: one statement, two in foreign languages. */
export async function loadChainWords(db: Database, reading: Reading, ids: ReadonlySet<number>): Promise<ChainWords> {
  const { planVersionId, sees, language } = reading
  const seen = sees.drafts ? sql`true` : sql`published_at is not null`
  const wanted = sql`plan_version_id = ${planVersionId} and id = any(${[...ids]})`
  const { rows } = await sql<Row>`
    select * from (
    select 'need' as kind, id, statement as text, null as number, published_at is null as is_draft, null::numeric as value,
      null::numeric as target, null as unit, null::int as decimals, position from need where ${wanted}
    union all select 'goal', id, text, null, published_at is null, null, null, null, null, position from goal where ${wanted}
    union all select 'measure', id, title, number, published_at is null, null, null, null, null, 0 from measure where ${wanted}
    union all select 'indicator', id, title, null, published_at is null,
      (select o.value from public_observation o where o.municipality_id = i.municipality_id and o.indicator_id = i.id
        and o.value is not null order by o.period_to desc limit 1),
      target_value, unit, decimals, position from indicator i where ${wanted}
    union all select 'action-field', id, title, null, false, null, null, null, null, position from action_field where plan_version_id = ${planVersionId} and ${seen}
    union all select 'cross-cutting-topic', id, title, null, false, null, null, null, null, position from cross_cutting_topic where plan_version_id = ${planVersionId} and ${seen}
    union all select 'target-group', id, title, null, false, null, null, null, null, position from target_group where plan_version_id = ${planVersionId} and ${seen}
    ) s order by kind, position, id`.execute(db)
  const of = (kind: Row['kind']) => rows.filter((row) => row.kind === kind)
  const words = await loadTranslations(
    db,
    language,
    (Object.keys(fieldOf) as Row['kind'][]).map((kind) => ({ kind, ids: of(kind).map(({ id }) => id) })),
  )
  const textOf = ({ kind, id, text }: Row) => words.text(kind, id, fieldOf[kind], text)
  const named = (kind: Row['kind']) => of(kind).map((row): NamedThing => ({ id: row.id, title: textOf(row) }))
  const labels = rows.flatMap((row): [number, ChainLabel][] => {
    const { kind, number, isDraft, value, target, unit, decimals } = row
    if (kind !== 'need' && kind !== 'goal' && kind !== 'measure' && kind !== 'indicator') return []
    return [
      [
        row.id,
        {
          ...{ kind, text: textOf(row), number, isDraft, value, target, unit: unit ?? '', decimals: decimals ?? 0 },
          unitText: words.optional('indicator', row.id, 'unit', unit),
        },
      ],
    ]
  })
  return {
    labels: new Map(labels),
    fields: named('action-field'),
    topics: named('cross-cutting-topic'),
    groups: named('target-group'),
  }
}
