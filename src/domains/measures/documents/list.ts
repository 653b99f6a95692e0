import type { ExportColumn, ExportedList } from '#platform/tables/export.ts'
import type { SayOf } from '#platform/texts/texts.ts'
import { formatFlexDate, type FlexDate } from '#values/flex-date.ts'
import { courses, measureKinds, measureStates, type Lead, type MeasureResource } from '../model/measure.ts'
import type { ExportedMeasure, LinkedName } from '../queries/export.ts'
import type { texts } from '../texts/index.ts'

type T = SayOf<typeof texts>
type Column = ExportColumn<ExportedMeasure>

/**
 * The list of measures as a file. What a reader may not see has no column at all. The headings are those that the
 * wizard for importing suggests, so a file that was edited in Excel finds its way back.
 */
export function exportedMeasures(
  rows: readonly ExportedMeasure[],
  t: T,
  sees: { drafts: boolean; internal: boolean },
): ExportedList<ExportedMeasure> {
  return {
    name: 'massnahmen',
    sheet: t('title'),
    columns: [...aboutColumns(t), ...stateColumns(t, sees), ...moneyColumns(t, rows)],
    rows,
    item: (row) => itemOf(row, t, sees),
  }
}

/**
 * The words that these files use in one language: headings by their column, and the words of states, courses and kinds.
 * Whoever reads such a file finds its columns and values by them.
 */
export function fileWordsOf(t: T) {
  const all = { drafts: true, internal: true }
  const headings = [...aboutColumns(t), ...stateColumns(t, all)].map(({ key, label }) => [key, label])
  const money = (['fte', ...amounts] as const).map((part) => [part, t(`file.${part}`, { year: '' }).trim()])
  const valuesOf = (prefix: string, words: readonly string[]) =>
    Object.fromEntries(words.map((word) => [word, t.dynamic(`${prefix}.${word}`)]))
  return {
    columns: Object.fromEntries([...headings, ...money]) as Record<string, string>,
    values: {
      state: valuesOf('state', measureStates),
      course: valuesOf('course', courses),
      kind: valuesOf('kind', measureKinds),
    } as Record<string, Record<string, string>>,
  }
}

/** Several names in a cell stand one below the other: a name may hold commas and semicolons. */
const lines = (names: readonly { name: string }[]) => names.map(({ name }) => name).join('\n')

function aboutColumns(t: T): Column[] {
  const yes = (holds: boolean) => (holds ? t('file.yes') : '')
  // A day is written so that Excel knows it as one; what is less exact stays words, as far as they are read back.
  const date = (value: FlexDate | null) =>
    value &&
    (value.kind === 'date' || value.kind === 'text' || t.language === 'ar'
      ? value.value
      : formatFlexDate(value, t.language))
  return [
    { key: 'number', label: t('form.number'), value: (row) => row.number },
    { key: 'title', label: t('form.title'), width: 40, value: (row) => row.title },
    { key: 'description', label: t('form.description'), width: 60, value: (row) => row.description },
    { key: 'actionField', label: t('form.actionField'), value: (row) => row.field?.name },
    { key: 'kind', label: t('form.kind'), value: (row) => row.kind && t.dynamic(`kind.${row.kind}`) },
    { key: 'lead', label: t('form.lead'), value: (row) => row.lead?.name },
    { key: 'partners', label: t('form.partners'), value: (row) => lines(row.partners) },
    { key: 'periodFrom', label: t('form.periodFrom'), kind: 'date', value: (row) => date(row.periodFrom) },
    { key: 'periodTo', label: t('form.periodTo'), kind: 'date', value: (row) => date(row.periodTo) },
    { key: 'isPermanent', label: t('file.permanent'), value: (row) => yes(row.isPermanent) },
    { key: 'targetGroups', label: t('file.targetGroups'), value: (row) => lines(row.targetGroups) },
    { key: 'topics', label: t('form.topics'), value: (row) => lines(row.topics) },
    { key: 'areas', label: t('form.areas'), value: (row) => lines(row.areas) },
    { key: 'goals', label: t('form.goals'), width: 40, value: (row) => lines(row.goals) },
    { key: 'isFlagship', label: t('flagship'), value: (row) => yes(row.isFlagship) },
    { key: 'isQuickWin', label: t('form.quickWin'), value: (row) => yes(row.isQuickWin) },
  ]
}

function stateColumns(t: T, sees: { drafts: boolean; internal: boolean }): Column[] {
  return [
    { key: 'state', label: t('status.state'), value: (row) => t.dynamic(`state.${row.state}`) },
    { key: 'stateReason', label: t('form.stateReason'), value: (row) => row.stateReason },
    { key: 'progress', label: t('form.progress'), kind: 'integer', value: (row) => row.progress },
    { key: 'course', label: t('form.course'), value: (row) => row.course && t.dynamic(`course.${row.course}`) },
    { key: 'courseReason', label: t('form.courseReason'), value: (row) => row.courseReason },
    { key: 'confirmedOn', label: t('file.confirmedOn'), kind: 'date', value: (row) => row.confirmedOn },
    ...(sees.drafts
      ? [{ key: 'isDraft', label: t('draft'), value: (row: ExportedMeasure) => (row.isDraft ? t('file.yes') : '') }]
      : []),
    ...(sees.internal
      ? [{ key: 'internalNote', label: t('form.internalNote'), value: (row: ExportedMeasure) => row.internalNote }]
      : []),
  ]
}

const amounts = ['staff', 'material', 'income', 'spent'] as const

/** One column per year and kind of money, where anything is known at all. */
function moneyColumns(t: T, rows: readonly ExportedMeasure[]): Column[] {
  const all = rows.flatMap(({ resources }) => resources)
  const years = [...new Set(all.map(({ year }) => year))].toSorted((a, b) => a - b)
  return years.flatMap((year) =>
    (['fte', ...amounts] as const).flatMap((part): Column[] => {
      if (!all.some((resource) => resource.year === year && resource[part] !== null)) return []
      const label = t(`file.${part}`, { year: String(year) })
      const value = ({ resources }: ExportedMeasure) => sumOf(resources, year, part)
      return [{ key: `${part}.${year}`, label, kind: part === 'fte' ? 'number' : 'euro', value }]
    }),
  )
}

/** The sum of a year, in cents or full-time posts; null where nothing is known: empty is not zero. */
function sumOf(resources: readonly MeasureResource[], year: number, part: 'fte' | (typeof amounts)[number]) {
  const known = resources.flatMap((resource) => (resource.year === year ? (resource[part] ?? []) : []))
  if (known.length === 0) return null
  const sum = known.reduce((one, other) => one + other, 0)
  return part === 'fte' ? Math.round(sum * 100) / 100 : sum
}

const idsOf = (names: readonly LinkedName[]) => names.map(({ id }) => id)

/** Whom the reader cannot look up has a name and no id. */
const partnerItem = ({ kind, id, name, hasPage }: Lead) => ({ kind, id: hasPage ? id : null, name })

/** A measure as JSON: English names, ids for links, integer cents, each imprecise date with its wording. */
function itemOf(row: ExportedMeasure, t: T, sees: { drafts: boolean; internal: boolean }) {
  const flexDate = (date: FlexDate | null) => date && { ...date, wording: formatFlexDate(date, t.language) }
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    description: row.description,
    actionFieldId: row.field?.id ?? null,
    kind: row.kind,
    isFlagship: row.isFlagship,
    isQuickWin: row.isQuickWin,
    lead: row.lead && partnerItem(row.lead),
    partners: row.partners.map(partnerItem),
    periodFrom: flexDate(row.periodFrom),
    periodTo: flexDate(row.periodTo),
    isPermanent: row.isPermanent,
    state: row.state,
    stateReason: row.stateReason,
    progress: row.progress,
    course: row.course,
    courseReason: row.courseReason,
    confirmedOn: row.confirmedOn,
    logic: row.logic,
    goalIds: idsOf(row.goals),
    indicatorIds: idsOf(row.indicators),
    targetGroupIds: idsOf(row.targetGroups),
    crossCuttingTopicIds: idsOf(row.topics),
    areaIds: idsOf(row.areas),
    resources: row.resources.map((resource) => ({
      year: resource.year,
      fte: resource.fte,
      staffCents: resource.staff,
      materialCents: resource.material,
      incomeCents: resource.income,
      spentCents: resource.spent,
      fundingSource: resource.fundingSource,
      ...(sees.internal && {
        costCentre: resource.costCentre,
        account: resource.account,
        orderNumber: resource.orderNumber,
        note: resource.note,
      }),
    })),
    ...(sees.drafts && { isDraft: row.isDraft }),
    ...(sees.internal && {
      isCourseReleased: row.isCourseReleased,
      internalNote: row.internalNote,
      sourceId: row.sourceId,
    }),
  }
}
