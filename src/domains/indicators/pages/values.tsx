import { useTexts } from '#platform/texts/texts.ts'
import { EditLink } from '#ui/buttons.tsx'
import { FileLinks } from '#ui/list.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { ScrollBox, Table, type Column } from '#ui/table.tsx'
import { yearOf, type LocalDate } from '#values/local-date.ts'
import { formatNumber } from '#values/number.ts'
import { plannedValue } from '../model/attainment.ts'
import type { Indicator, PublicValue } from '../model/indicator.ts'
import { signMarks, signs, type Sign } from '../model/observation.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { ValueCell } from './marks.tsx'
import { formatPeriod, formatValue, symbolOf, type T } from './wording.ts'

/** A row of the table: a value, or the day of the target, where only the plan has a number. */
interface Row {
  period: string
  value: PublicValue | null
  on: LocalDate
  isTarget: boolean
}

/** Everything that the picture shows and more, as a table; below it what its signs mean. */
export function Values({ indicator, mayEdit }: { indicator: Indicator; mayEdit: boolean }) {
  const t = useTexts(texts)
  const { id, values } = indicator
  const rows = rowsOf(t, indicator)
  return (
    <section class="tw-part" aria-labelledby="werte">
      <div class="tw-section__head">
        <h2 class="kern-heading-large" id="werte">
          {t('values.title')}
        </h2>
        <FileLinks
          files={(['csv', 'xlsx', 'json'] as const).map((ending) => ({
            label: { csv: 'CSV', xlsx: 'Excel', json: 'JSON' }[ending],
            path: paths.exportOne(id, ending),
          }))}
        />
      </div>
      {mayEdit && (
        <p class="tw-row">
          <EditLink path={paths.values(id)}>{t('values.edit')}</EditLink>
          <EditLink icon="add" path={paths.years(id)}>
            {t('values.years')}
          </EditLink>
        </p>
      )}
      {values.length === 0 && <p class="tw-muted">{t('values.none')}</p>}
      {rows.length > 0 && (
        <ScrollBox label={t('values.caption')}>
          <Table caption={t('values.caption')} captionHidden tight columns={columnsOf(t, indicator)} rows={rows} />
        </ScrollBox>
      )}
      <Signs values={values} />
    </section>
  )
}

function rowsOf(t: T, { values, targetDate, targetValue, direction }: Indicator): Row[] {
  const rows: Row[] = values.map((value) => ({
    period: formatPeriod(t, value),
    value,
    on: value.periodTo,
    isTarget: direction !== 'HOLD' && value.periodTo === targetDate,
  }))
  if (targetDate === null || targetValue === null || rows.some(({ on }) => on >= targetDate)) return rows
  const isYear = targetDate.endsWith('-12-31')
  const day = { periodFrom: targetDate, periodTo: targetDate }
  const period = isYear ? String(yearOf(targetDate)) : formatPeriod(t, day)
  return [...rows, { period, value: null, on: targetDate, isTarget: true }]
}

function columnsOf(t: T, indicator: Indicator): Column<Row>[] {
  const { values, unit, kind, baselineDate } = indicator
  const hasCounts = values.some(({ denominator }) => denominator !== null)
  const count = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : formatNumber(value, Number.isInteger(value) ? 0 : 2, t.language)
  const counts: Column<Row>[] = [
    { key: 'numerator', label: t('values.numerator'), cell: ({ value }) => count(value?.numerator), numeric: true },
    {
      key: 'denominator',
      label: t('values.denominator'),
      cell: ({ value }) => count(value?.denominator),
      numeric: true,
    },
  ]
  return [
    {
      key: 'period',
      label: t('values.period'),
      cell: ({ period }) => <span class="tw-num">{period}</span>,
      rowHeader: true,
    },
    {
      key: 'value',
      label: unit && !symbolOf(kind) ? <ForeignText {...unit} /> : t('values.value'),
      cell: ({ value }) =>
        value ? <ValueCell value={value} scale={indicator} /> : <span class="tw-muted">{t('values.open')}</span>,
      numeric: true,
    },
    ...(hasCounts ? counts : []),
    {
      key: 'planned',
      label: t('values.planned'),
      cell: ({ on }) => {
        const planned = plannedValue(indicator, on)
        return planned === null ? '' : formatValue(planned, indicator, t.language)
      },
      numeric: true,
    },
    {
      key: 'remark',
      label: t('values.remark'),
      cell: ({ value, on, isTarget }) => {
        const words = [
          on === baselineDate && t('values.baseline'),
          isTarget && t('values.target'),
          ...(value?.flags ?? []).map((flag) => t(`flag.${flag}`)),
        ].filter((word) => word !== false)
        return (
          <>
            {words.join(', ')}
            {words.length > 0 && (value?.note ?? value?.source) && <br />}
            {value?.note && <ForeignText text={value.note} language="de" />}
            {value?.source && value.source !== indicator.source?.text && (
              <>
                {value.note && <br />}
                <ForeignText text={value.source} language="de" />
              </>
            )}
          </>
        )
      },
    },
  ]
}

/** What the signs in this table mean; secret and unknown are the same sign with the same words. */
function Signs({ values }: { values: readonly PublicValue[] }) {
  const t = useTexts(texts)
  const used = signs.filter((sign) => values.some((value) => value.sign === sign))
  const bySign = new Map<string, Sign>(used.map((sign) => [signMarks[sign], sign]))
  if (bySign.size === 0) return null
  return (
    <>
      <h3 class="tw-small tw-mt4">{t('values.signs')}</h3>
      <dl class="tw-signs">
        {[...bySign].map(([mark, sign]) => (
          <div>
            <dt>{mark}</dt>
            <dd>{t(`sign.${sign}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
