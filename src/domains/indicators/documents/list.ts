import type { ExportColumn, ExportedList } from '#platform/tables/export.ts'
import type { SayOf } from '#platform/texts/texts.ts'
import { roundHalfAway } from '#values/rounding.ts'
import { currentOf } from '../model/attainment.ts'
import type { PublicValue, Scale } from '../model/indicator.ts'
import { isMeasured } from '../model/observation.ts'
import type { ExportedIndicator } from '../queries/export.ts'
import type { texts } from '../texts/index.ts'

type T = SayOf<typeof texts>

/** The list of indicators as a file. */
export function exportedIndicators(rows: readonly ExportedIndicator[], t: T): ExportedList<ExportedIndicator> {
  const latest = ({ values }: ExportedIndicator) => latestOf(values)
  const columns: ExportColumn<ExportedIndicator>[] = [
    { key: 'code', label: t('file.code'), value: (row) => row.code },
    { key: 'title', label: t('file.title'), width: 40, value: (row) => row.title.text },
    { key: 'actionField', label: t('file.field'), value: (row) => row.field?.title.text },
    { key: 'unit', label: t('file.unit'), value: (row) => row.unit?.text },
    { key: 'direction', label: t('file.direction'), value: (row) => t(`choice.${row.direction}`) },
    { key: 'baselineValue', label: t('file.baselineValue'), kind: 'number', value: (row) => row.baselineValue },
    { key: 'baselineDate', label: t('file.baselineDate'), kind: 'date', value: (row) => row.baselineDate },
    { key: 'targetValue', label: t('file.targetValue'), kind: 'number', value: (row) => row.targetValue },
    { key: 'targetDate', label: t('file.targetDate'), kind: 'date', value: (row) => row.targetDate },
    { key: 'latestTo', label: t('file.latestPeriod'), kind: 'date', value: (row) => latest(row)?.periodTo },
    {
      key: 'latestValue',
      label: t('file.latestValue'),
      kind: 'number',
      value: (row) => writtenValue(latest(row), row),
    },
    { key: 'latestStatus', label: t('file.latestStatus'), value: (row) => latest(row)?.sign },
    { key: 'attainment', label: t('file.attainment'), kind: 'percent', value: (row) => share(row.attainment.share) },
    { key: 'expected', label: t('file.expected'), kind: 'percent', value: (row) => share(row.attainment.expected) },
    { key: 'light', label: t('file.light'), value: (row) => row.attainment.light },
    { key: 'source', label: t('side.source'), value: (row) => row.source },
    { key: 'licence', label: t('side.licence'), value: (row) => row.licence },
    { key: 'method', label: t('side.method'), width: 60, value: (row) => row.method },
    { key: 'limits', label: t('side.limits'), width: 60, value: (row) => row.limits },
  ]
  return { name: 'zahlen', sheet: t('file.name'), columns, rows, item: indicatorItem }
}

/** The values of one indicator as a file: an empty cell and a word for the sign, never a bare sign (domain.md 7.3). */
export function exportedValues(
  { code, values, ...scale }: { code: string; values: readonly PublicValue[] } & Scale,
  t: T,
): ExportedList<PublicValue> {
  const columns: ExportColumn<PublicValue>[] = [
    { key: 'periodFrom', label: t('file.from'), kind: 'date', value: (row) => row.periodFrom },
    { key: 'periodTo', label: t('file.to'), kind: 'date', value: (row) => row.periodTo },
    { key: 'value', label: t('values.value'), kind: 'number', value: (row) => writtenValue(row, scale) },
    { key: 'unit', label: t('file.unit'), value: () => scale.unit?.text },
    { key: 'status', label: t('file.status'), value: (row) => row.sign },
    { key: 'flags', label: t('file.flags'), value: (row) => row.flags.join(' ') },
    { key: 'numerator', label: t('values.numerator'), kind: 'number', value: (row) => counted(row)?.numerator },
    { key: 'denominator', label: t('values.denominator'), kind: 'number', value: (row) => counted(row)?.denominator },
    { key: 'note', label: t('values.remark'), width: 40, value: (row) => row.note },
    { key: 'source', label: t('side.source'), width: 40, value: (row) => row.source },
  ]
  const name = `werte-${code.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') || 'indikator'}`
  return { name, sheet: t('file.values', { code }), columns, rows: values, item: (row) => valueItem(row, scale) }
}

const latestOf = (values: readonly PublicValue[]) =>
  currentOf(values.map((value) => ({ ...value, areaId: null, dimensions: {} })))

/** Rounded as on the page; nothing where a sign stands for the value. */
const writtenValue = (row: Pick<PublicValue, 'value' | 'sign'> | null, { decimals }: Pick<Scale, 'decimals'>) =>
  row && isMeasured(row) && row.value !== null ? roundHalfAway(row.value, decimals) : null
const counted = (row: PublicValue) => (isMeasured(row) ? row : null)
const share = (value: number | null) => (value === null ? null : roundHalfAway(value, 4))

const valueItem = (row: PublicValue, scale: Pick<Scale, 'decimals'>) => ({
  id: row.id,
  periodFrom: row.periodFrom,
  periodTo: row.periodTo,
  value: writtenValue(row, scale),
  numerator: counted(row)?.numerator ?? null,
  denominator: counted(row)?.denominator ?? null,
  sign: row.sign,
  flags: row.flags,
  note: row.note,
  source: row.source,
})

/** An indicator as JSON, in lists, in the API and in the plan as a whole. */
export function indicatorItem(row: ExportedIndicator) {
  const { attainment } = row
  return {
    id: row.id,
    code: row.code,
    title: row.title.text,
    actionFieldId: row.field?.id ?? null,
    unit: row.unit?.text ?? '',
    kind: row.kind,
    decimals: row.decimals,
    direction: row.direction,
    baseline: row.baselineValue === null ? null : { value: row.baselineValue, date: row.baselineDate },
    target: row.targetValue === null ? null : { value: row.targetValue, date: row.targetDate },
    tolerance: row.tolerance,
    method: row.method,
    limits: row.limits,
    source: row.source,
    license: row.licence,
    goalIds: row.goalIds,
    measureIds: row.measureIds,
    attainment: {
      share: share(attainment.share),
      expected: share(attainment.expected),
      light: attainment.light,
      reason: attainment.gap,
    },
    observations: row.values.map((value) => valueItem(value, row)),
    ...(row.isDraft && { isDraft: true }),
  }
}
