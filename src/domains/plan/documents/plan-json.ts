import { hashOf } from '#values/local-text.ts'
import { formatFlexDate, latestDay, sortKey, type FlexDate } from '#values/flex-date.ts'
import type { LocalDate } from '#values/local-date.ts'
import type { PlanVersion } from '../model/version.ts'
import type { FrameKind, FrameRow } from '../queries/frame.ts'
import type { LinkKind, OpenData, TranslationRow } from '../queries/open-data.ts'
import { bodiesJson } from './bodies-json.ts'
import { measuresJson } from './measures-json.ts'

export interface PlanJsonInput {
  municipality: { slug: string; name: string; kind: string; federalState: string }
  /** What others may do with the data. */
  license: { id: string; name: string; url: string }
  version: PlanVersion
  frame: FrameRow[]
  data: OpenData
  generatedOn: LocalDate
  address: string
}

/** What the builders share: texts in other languages, links by id, dates with their wording. */
export interface Shaping {
  /** `translations`: language → field → text; `translationNotes` where one is stale or machine-made. */
  translated: (kind: string, id: number, texts: Readonly<Record<string, string | null>>) => object
  /** Ids on the far side of a link, only of things that are in the document. */
  linked: (kind: LinkKind, id: number) => number[]
  /** The same from the other side. */
  linkedFrom: (kind: LinkKind, id: number) => number[]
}

/** An imprecise date for machines and for people: what is known, its wording, its first and last day where it has them. */
export const flexDateJson = (date: FlexDate | null) =>
  date && { ...date, wording: formatFlexDate(date, 'de'), from: sortKey(date), to: latestDay(date) }

/** The whole published plan as one document. Texts are German; versions in other languages stand beside them. */
export function planJson({ municipality, license, version, frame, data, generatedOn, address }: PlanJsonInput) {
  const shaping = shapingOf(data, frame)
  const of = (kind: FrameKind) => frame.filter((row) => row.kind === kind)
  const named = (row: FrameRow, textField: string) => ({
    id: row.id,
    title: row.title,
    [textField]: row.text || null,
    ...shaping.translated(row.kind, row.id, { title: row.title, [textField]: row.text }),
  })
  const fieldIds = new Set(of('action-field').map((row) => row.id))
  const { id, number, title, label, state, decision, carriers, formerTitles, parentStrategy } = version
  return {
    generatedOn,
    source: address,
    license: { ...license, attribution: municipality.name },
    municipality,
    plan: {
      number,
      title: title.text,
      label,
      state,
      periodFrom: flexDateJson(version.periodFrom),
      periodTo: flexDateJson(version.periodTo),
      lead: version.lead?.text ?? null,
      understanding: version.understanding?.text ?? null,
      understandingSource: version.understandingSource,
      mainGoal: version.mainGoal?.text ?? null,
      carriers,
      decision,
      formerTitles: formerTitles.map((former) => ({ ...former, until: flexDateJson(former.until) })),
      parentStrategy,
      funder: version.funder,
      fundingProgramme: version.fundingProgramme,
      ...shaping.translated('plan-version', id, {
        title: title.text,
        lead: version.lead?.text ?? null,
        understanding: version.understanding?.text ?? null,
        mainGoal: version.mainGoal?.text ?? null,
      }),
    },
    actionFields: of('action-field').map((row) => ({ ...named(row, 'description'), code: row.code })),
    crossCuttingTopics: of('cross-cutting-topic').map((row) => named(row, 'description')),
    targetGroups: of('target-group').map(({ parentId, size, sizeSource, sizeDate, ...row }) => ({
      ...named({ ...row, parentId, size, sizeSource, sizeDate }, 'description'),
      parentId,
      estimatedSize: size === null ? null : { value: size, source: sizeSource, date: sizeDate },
    })),
    phases: of('phase').map((row) => ({
      ...named(row, 'outcome'),
      state: row.state,
      periodFrom: flexDateJson(row.from),
      periodTo: flexDateJson(row.to),
    })),
    events: of('event').map((row) => ({
      ...named(row, 'text'),
      date: flexDateJson(row.from),
      isTentative: row.isTentative,
    })),
    chapters: of('chapter').map((row) => ({
      ...named(row, 'text'),
      place: row.place,
      afterFieldId: fieldIds.has(row.afterFieldId ?? 0) ? row.afterFieldId : null,
    })),
    ...measuresJson(data, shaping),
    bodies: bodiesJson(data, shaping),
  }
}

function shapingOf(data: OpenData, frame: readonly FrameRow[]): Shaping {
  const known = new Set(
    [data.needs, data.goals, data.measures, data.indicators, frame].flatMap((rows) => rows.map(({ id }) => id)),
  )
  const links = data.links.filter(({ from, to }) => known.has(from) && known.has(to))
  const forth = Map.groupBy(links, ({ kind, from }) => `${kind} ${from}`)
  const back = Map.groupBy(links, ({ kind, to }) => `${kind} ${to}`)
  const versions = Map.groupBy(data.translations, ({ thingKind, thingId }) => `${thingKind} ${thingId}`)
  return {
    linked: (kind, id) => (forth.get(`${kind} ${id}`) ?? []).map(({ to }) => to),
    linkedFrom: (kind, id) => (back.get(`${kind} ${id}`) ?? []).map(({ from }) => from),
    translated: (kind, id, texts) => translationsOf(versions.get(`${kind} ${id}`) ?? [], texts),
  }
}

function translationsOf(rows: readonly TranslationRow[], texts: Readonly<Record<string, string | null>>) {
  const translations: Record<string, Record<string, string>> = {}
  const notes: Record<string, 'stale' | 'machine-made'> = {}
  for (const { field, language, text, sourceHash, isMachineMade, confirmedAt } of rows) {
    const german = texts[field]
    if (!german) continue
    ;(translations[language] ??= {})[field] = text
    if (sourceHash !== hashOf(german)) notes[`${language}.${field}`] = 'stale'
    else if (isMachineMade && confirmedAt === null) notes[`${language}.${field}`] = 'machine-made'
  }
  return { translations, ...(Object.keys(notes).length > 0 && { translationNotes: notes }) }
}
