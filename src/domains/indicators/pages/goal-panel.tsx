import { useTexts } from '#platform/texts/texts.ts'
import { Section } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { ForeignText } from '#ui/prose.tsx'
import { Table } from '#ui/table.tsx'
import { SparkLine } from '#ui/chart/spark-line.tsx'
import type { IndicatorInList } from '../model/indicator.ts'
import { isMeasured } from '../model/observation.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { Unit, ValueCell, WayMark } from './marks.tsx'
import { formatPeriod, formatValue, latestOf, wayWords, type T } from './wording.ts'

/** On the page of a goal: each number that belongs to it, its course, and how far it is on its way. */
export function GoalAttainment({ indicators }: { indicators: readonly IndicatorInList[] }) {
  const t = useTexts(texts)
  const { href } = usePage()
  return (
    <Section id="messung" title={t('goal.title')} flush>
      {indicators.length === 0 ? (
        <p class="tw-muted">{t('goal.none')}</p>
      ) : (
        <Table
          caption={t('goal.caption')}
          captionHidden
          cards
          tight
          rows={indicators}
          columns={[
            {
              key: 'code',
              label: t('column.code'),
              cell: ({ code }) => <span class="tw-num">{code.replaceAll(' ', '\u00a0')}</span>,
            },
            {
              key: 'title',
              label: t('column.title'),
              cell: ({ id, title }) => (
                <a class="tw-title" href={href(paths.one(id))}>
                  <ForeignText {...title} />
                </a>
              ),
              rowHeader: true,
            },
            {
              key: 'baseline',
              label: t('column.baseline'),
              cell: (indicator) => amount(t, indicator.baselineValue, indicator),
              phone: 'full',
              phoneLabel: true,
            },
            {
              key: 'course',
              label: t('column.course'),
              cell: ({ values, targetValue }) => (
                <SparkLine values={values.map((one) => (isMeasured(one) ? one.value : null))} target={targetValue} />
              ),
              phone: 'half',
            },
            {
              key: 'value',
              label: t('column.value'),
              cell: (indicator) => <Latest indicator={indicator} />,
              phone: 'half',
            },
            {
              key: 'target',
              label: t('column.target'),
              cell: (indicator) => amount(t, indicator.targetValue, indicator),
              phone: 'full',
              phoneLabel: true,
            },
            {
              key: 'way',
              label: t('column.way'),
              cell: ({ attainment, ...scale }) => (
                <>
                  <WayMark attainment={attainment} scale={scale} />
                  <div class="tw-small tw-muted">{wayWords(t, attainment, scale).sentence}</div>
                </>
              ),
              phone: 'full',
            },
          ]}
        />
      )}
    </Section>
  )
}

/** Baseline or target, or nothing where none is named. */
const amount = (t: T, value: number | null, scale: IndicatorInList) =>
  value === null ? (
    <span class="tw-muted">{t('values.open')}</span>
  ) : (
    <span class="tw-num">{formatValue(value, scale, t.language)}</span>
  )

function Latest({ indicator }: { indicator: IndicatorInList }) {
  const t = useTexts(texts)
  const latest = latestOf(indicator.values)
  if (!latest) return <span class="tw-muted">{t('noValue')}</span>
  return (
    <>
      <span class="tw-value">
        <ValueCell value={latest} scale={indicator} />
      </span>{' '}
      <Unit scale={indicator} />
      <div class="tw-small tw-muted">{formatPeriod(t, latest)}</div>
    </>
  )
}
