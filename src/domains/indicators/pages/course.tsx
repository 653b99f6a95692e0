import { useTexts } from '#platform/texts/texts.ts'
import { LineChart, lineHeights, type LineChartProps } from '#ui/chart/line-chart.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { formatNumber } from '#values/number.ts'
import type { Indicator } from '../model/indicator.ts'
import { isMeasured, signMarks } from '../model/observation.ts'
import { texts } from '../texts/index.ts'
import { formatPeriod, formatValue, shownValue, type T } from './wording.ts'

/** The course of a number as a picture, and in one sentence what it shows. */
export function Course({ indicator }: { indicator: Indicator }) {
  const t = useTexts(texts)
  const chart = chartOf(t, indicator)
  const heights = lineHeights(chart)
  const measured = indicator.values.filter(isMeasured)
  if (!heights || measured.length === 0) return null
  return (
    <section class="tw-part" aria-labelledby="verlauf">
      <div class="tw-section__head">
        <h2 class="kern-heading-large" id="verlauf">
          {t('chart.title')}
        </h2>
        {indicator.unit && (
          <p class="tw-small tw-muted">
            <ForeignText {...indicator.unit} />
          </p>
        )}
      </div>
      <div class="tw-chart">
        <LineChart {...chart} />
        <p class="tw-prose tw-small">
          {trendOf(t, indicator)} {heights.isCut && t('chart.cut')}
        </p>
      </div>
    </section>
  )
}

function chartOf(t: T, indicator: Indicator): LineChartProps {
  const { values, baselineValue, baselineDate, targetValue, targetDate, attainment, kind } = indicator
  const { language } = t
  const soft = ['PROVISIONAL', 'ESTIMATED']
  return {
    points: values.map((value) => ({
      on: value.periodTo,
      value: isMeasured(value) ? value.value : null,
      label: shownValue(t, value, { ...indicator, kind: 'COUNT' }).text,
      ...(value.sign !== null && { mark: signMarks[value.sign] }),
      isBreak: value.flags.includes('BREAK'),
      isSoft: value.sign === 'LIMITED' || value.flags.some((flag) => soft.includes(flag)),
    })),
    baseline: baselineValue !== null && baselineDate !== null ? { on: baselineDate, value: baselineValue } : null,
    target:
      targetValue !== null && targetDate !== null
        ? {
            on: targetDate,
            value: targetValue,
            label: t('chart.target', { value: formatValue(targetValue, indicator, language) }),
          }
        : null,
    band: attainment.band,
    words: { planned: t('chart.planned'), baseline: t('chart.baseline'), broken: t('chart.broken') },
    amount: (value) => {
      const digits = decimalsOf(value)
      return kind === 'SHARE'
        ? `${formatNumber(value, digits, language)}\u00a0%`
        : formatNumber(value, digits, language)
    },
  }
}

/** Heights of an axis are round numbers: as many decimals as they have. */
const decimalsOf = (value: number) => (String(Math.round(value * 1e6) / 1e6).split('.')[1] ?? '').length

/** "Von 2021 bis 2025 ist die Zahl von 118 auf 388 gestiegen." */
function trendOf(t: T, indicator: Indicator): string {
  const measured = indicator.values.filter(isMeasured)
  const [first, last] = [measured[0], measured.at(-1)]
  if (!first || !last || first === last || first.value === null || last.value === null) return ''
  const way = last.value > first.value ? 'up' : last.value < first.value ? 'down' : 'same'
  const amount = (value: number) => formatValue(value, indicator, t.language)
  const sentence = t(`trend.${way}`, {
    from: formatPeriod(t, first),
    to: formatPeriod(t, last),
    first: amount(first.value),
    last: amount(last.value),
  })
  const isBroken = measured.slice(1).some(({ flags }) => flags.includes('BREAK'))
  return isBroken ? `${sentence} ${t('trend.broken')}` : sentence
}
