import { useTexts } from '#platform/texts/texts.ts'
import { BarChart } from '#ui/chart/bar-chart.tsx'
import { Section } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { ScrollBox, Table, type Column } from '#ui/table.tsx'
import { formatEuro, sumCents, type Cents } from '#values/money.ts'
import { formatNumber } from '#values/number.ts'
import { plannedOf, type MeasureResource } from '../model/measure.ts'
import { texts } from '../texts/index.ts'

interface Props {
  resources: MeasureResource[]
  /** Where the money is edited, for those who may. */
  edit?: string
}

/** The years of a measure's money: the sentence with the result, the picture, the table that adds up. */
export function Money({ resources, edit }: Props) {
  const t = useTexts(texts)
  const { language } = usePage()
  const change = edit !== undefined && { edit: { path: edit, label: t('money.edit') } }
  if (resources.length === 0) {
    return (
      change && (
        <Section id="geld" title={t('money.title')} flush {...change}>
          <p class="tw-muted">{t('money.none')}</p>
        </Section>
      )
    )
  }
  const years = [...new Set(resources.map(({ year }) => year))].toSorted((a, b) => a - b)
  const perYear = years.map((year) => {
    const rows = resources.filter((row) => row.year === year)
    return { year, planned: sumCents(rows.map(plannedOf)), spent: sumCents(rows.map(({ spent }) => spent)) }
  })
  const planned = sumCents(perYear.map((year) => year.planned))
  const spent = sumCents(perYear.map((year) => year.spent))
  const euro = (cents: Cents | null) =>
    cents === null ? <span class="tw-muted">{t('unknown')}</span> : formatEuro(cents, language)
  const last = String(years.at(-1))
  const has = (key: 'fte' | 'income') => resources.some((row) => row[key] !== null)
  const columns: Column<MeasureResource>[] = [
    { key: 'year', label: t('money.year'), cell: ({ year }) => year, rowHeader: true },
    ...(has('fte')
      ? [
          {
            key: 'fte',
            label: t('money.fte'),
            cell: ({ fte }: MeasureResource) => fte !== null && formatNumber(fte, 2, language),
            numeric: true,
          },
        ]
      : []),
    { key: 'staff', label: t('money.staff'), cell: ({ staff }) => euro(staff), numeric: true },
    { key: 'material', label: t('money.material'), cell: ({ material }) => euro(material), numeric: true },
    ...(has('income')
      ? [
          {
            key: 'income',
            label: t('money.income'),
            cell: ({ income }: MeasureResource) => euro(income),
            numeric: true,
          },
        ]
      : []),
    { key: 'planned', label: t('money.planned'), cell: (row) => euro(plannedOf(row)), numeric: true },
    {
      key: 'spent',
      label: t('money.spent'),
      cell: ({ spent }) => euro(spent),
      numeric: true,
    },
    { key: 'funding', label: t('money.funding'), cell: ({ fundingSource }) => fundingSource },
  ]
  const total = (key: 'staff' | 'material' | 'income') => euro(sumCents(resources.map((row) => row[key])))
  return (
    <Section id="geld" title={t('money.title')} flush {...change}>
      <div class="tw-chart">
        {planned !== null && (
          <p class="tw-prose">
            {spent === null
              ? t('money.leadPlanned', { year: last, planned: formatEuro(planned, language) })
              : t('money.lead', {
                  year: last,
                  planned: formatEuro(planned, language),
                  spent: formatEuro(spent, language),
                })}
          </p>
        )}
        <BarChart
          bars={perYear.map((year) => ({ label: String(year.year), planned: year.planned, spent: year.spent }))}
          amount={(cents) =>
            t('money.thousand', { amount: formatNumber(cents / 100_000, cents % 100_000 === 0 ? 0 : 1, language) })
          }
        />
        <ScrollBox label={t('money.caption')}>
          <Table
            caption={t('money.caption')}
            captionHidden
            columns={columns}
            rows={resources}
            footer={{
              year: t('money.sum'),
              staff: total('staff'),
              material: total('material'),
              income: total('income'),
              planned: euro(planned),
              spent: euro(spent),
            }}
          />
        </ScrollBox>
      </div>
    </Section>
  )
}
