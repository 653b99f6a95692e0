import { paths as indicatorPaths } from '#domains/indicators/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { DraftBadge } from '#platform/things/thing-pages.tsx'
import { Link } from '#ui/link.tsx'
import { Section } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { ForeignText } from '#ui/prose.tsx'
import { Table } from '#ui/table.tsx'
import type { InterfaceLanguage } from '#values/language.ts'
import { formatDate, yearOf, type LocalDate } from '#values/local-date.ts'
import { formatNumber } from '#values/number.ts'
import type { LinkedIndicator } from '../../model/linked.ts'
import { linkedTexts } from '../../texts/linked/index.ts'

/** The indicators of a thing: where they began, where they are, where they should be. */
export function IndicatorsPart({ indicators }: { indicators: LinkedIndicator[] }) {
  const t = useTexts(linkedTexts)
  const { language } = usePage()
  const shown = ({ decimals }: LinkedIndicator, value: number | null, when: string | null) =>
    value === null ? (
      <span class="tw-muted">{t('indicators.noValue')}</span>
    ) : (
      <>
        {formatNumber(value, decimals, language)}
        {when && <div class="tw-small tw-muted">{when}</div>}
      </>
    )
  return (
    <Section id="indikatoren" title={t('indicators.title')} flush>
      {indicators.length === 0 ? (
        <p class="tw-muted">{t('indicators.empty')}</p>
      ) : (
        <Table
          caption={t('indicators.caption')}
          captionHidden
          cards
          rows={indicators}
          columns={[
            { key: 'code', label: t('measures.number'), cell: ({ code }) => <span class="tw-num">{code}</span> },
            {
              key: 'title',
              label: t('indicators.one'),
              cell: (one) => <IndicatorName indicator={one} />,
              rowHeader: true,
            },
            {
              key: 'baseline',
              label: t('indicators.baseline'),
              cell: (one) => shown(one, one.baselineValue, one.baselineDate && dayOrYear(one.baselineDate, language)),
              numeric: true,
              phoneLabel: true,
            },
            {
              key: 'value',
              label: t('indicators.value'),
              cell: (one) => shown(one, one.value, whenOf(one, language)),
              numeric: true,
              phoneLabel: true,
            },
            {
              key: 'target',
              label: t('indicators.target'),
              cell: (one) => shown(one, one.targetValue, one.targetDate && dayOrYear(one.targetDate, language)),
              numeric: true,
              phoneLabel: true,
            },
          ]}
        />
      )}
    </Section>
  )
}

const IndicatorName = ({ indicator: { id, title, unitText, isDraft } }: { indicator: LinkedIndicator }) => (
  <>
    <Link path={indicatorPaths.one(id)}>
      <ForeignText {...title} />
    </Link>{' '}
    <DraftBadge isDraft={isDraft} />
    {unitText && (
      <div class="tw-small tw-muted">
        <ForeignText {...unitText} />
      </div>
    )}
  </>
)

/** "Elterngespräche: 388 (2025), Ziel 600": the newest figure in one line. null: there is none. */
export function useIndicatorFact(): (one: LinkedIndicator) => string | null {
  const t = useTexts(linkedTexts)
  const { language } = usePage()
  return (one) => {
    const when = whenOf(one, language)
    if (one.value === null || when === null) return null
    const fact = { title: one.title.text, value: valueOf(one, one.value, language), when }
    return one.targetValue === null
      ? t('indicators.factNoTarget', fact)
      : t('indicators.fact', { ...fact, target: valueOf(one, one.targetValue, language) })
  }
}

/** 1.234,5 with its unit, a no-break space between. */
export const valueOf = (
  { decimals, unitText }: Pick<LinkedIndicator, 'decimals' | 'unitText'>,
  value: number,
  language: InterfaceLanguage,
): string => [formatNumber(value, decimals, language), unitText?.text].filter(Boolean).join('\u00a0')

/** A whole calendar year is said as its year, everything else by its last day. */
function whenOf({ periodFrom, periodTo }: LinkedIndicator, language: InterfaceLanguage): string | null {
  if (periodTo === null) return null
  const isYear = periodFrom?.endsWith('-01-01') && periodTo.endsWith('-12-31')
  return isYear ? String(yearOf(periodTo)) : formatDate(periodTo, language)
}

const dayOrYear = (date: LocalDate, language: InterfaceLanguage): string =>
  date.endsWith('-12-31') ? String(yearOf(date)) : formatDate(date, language)
