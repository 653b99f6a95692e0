import type { ComponentChildren } from 'preact'
import { useTexts } from '#platform/texts/texts.ts'
import { BarChart } from '#ui/chart/bar-chart.tsx'
import { Section } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { ForeignText } from '#ui/prose.tsx'
import { ScrollBox, Table, type Column } from '#ui/table.tsx'
import { formatEuro, sumCents, type Cents } from '#values/money.ts'
import { formatNumber } from '#values/number.ts'
import { plannedOf, type YearOfMoney } from '../../model/linked.ts'
import { linkedTexts } from '../../texts/linked/index.ts'

type Amount = 'staff' | 'material' | 'income' | 'spent'

/** The money of the linked measures per year: the sentence, the picture, the table that adds up. */
export function MoneyPart({ years, note }: { years: YearOfMoney[]; note?: ComponentChildren }) {
  const t = useTexts(linkedTexts)
  const { language } = usePage()
  if (years.length === 0) return null
  const euro = (cents: Cents | null) =>
    cents === null ? <span class="tw-muted">{t('unknown')}</span> : formatEuro(cents, language)
  const has = (key: 'fte' | 'income') => years.some((row) => row[key] !== null)
  const amount = (key: Amount): Column<YearOfMoney> => ({
    key,
    label: t(`money.${key}`),
    cell: (row) => euro(row[key]),
    numeric: true,
  })
  const columns: Column<YearOfMoney>[] = [
    { key: 'year', label: t('money.year'), cell: ({ year }) => String(year), rowHeader: true },
    ...(has('fte') ? [fteColumn(t('money.fte'), language)] : []),
    amount('staff'),
    amount('material'),
    ...(has('income') ? [amount('income')] : []),
    { key: 'planned', label: t('money.planned'), cell: (row) => euro(plannedOf(row)), numeric: true },
    amount('spent'),
  ]
  const total = (key: Amount) => euro(sumCents(years.map((row) => row[key])))
  const funding = [...new Set(years.flatMap(({ fundingSources }) => fundingSources))]
  return (
    <Section id="geld" title={t('money.title')} flush>
      <div class="tw-chart">
        <p class="tw-prose">{leadOf(t, years, language)}</p>
        {note && <p class="tw-small tw-muted tw-prose">{note}</p>}
        <BarChart
          bars={years.map((row) => ({ label: String(row.year), planned: plannedOf(row), spent: row.spent }))}
          amount={(cents) => t('money.thousand', { amount: formatNumber(Math.round(cents / 100_000), 0, language) })}
        />
        <ScrollBox label={t('money.caption')}>
          <Table
            caption={t('money.caption')}
            captionHidden
            columns={columns}
            rows={years}
            footer={{
              year: t('money.sum'),
              staff: total('staff'),
              material: total('material'),
              income: total('income'),
              planned: euro(sumCents(years.map(plannedOf))),
              spent: total('spent'),
            }}
          />
        </ScrollBox>
        {funding.length > 0 && (
          <p class="tw-small tw-prose">
            {t('money.funding')}: <ForeignText text={funding.join(' · ')} language="de" />
          </p>
        )}
      </div>
    </Section>
  )
}

const fteColumn = (label: string, language: ReturnType<typeof usePage>['language']): Column<YearOfMoney> => ({
  key: 'fte',
  label,
  cell: ({ fte }) => fte !== null && formatNumber(fte, 2, language),
  numeric: true,
})

function leadOf(
  t: ReturnType<typeof useTexts<(typeof linkedTexts)['all']['de']>>,
  years: YearOfMoney[],
  language: ReturnType<typeof usePage>['language'],
): string {
  const planned = sumCents(years.map(plannedOf))
  const spent = sumCents(years.map((row) => row.spent))
  if (planned === null) return ''
  const span = {
    from: String(years[0]?.year),
    to: String(years.at(-1)?.year),
    planned: formatEuro(planned, language),
  }
  if (years.length === 1) return t.dynamic('money.leadYear', span)
  return spent === null
    ? t.dynamic('money.leadPlanned', span)
    : t.dynamic('money.lead', { ...span, spent: formatEuro(spent, language) })
}
