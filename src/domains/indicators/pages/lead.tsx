import { useTexts } from '#platform/texts/texts.ts'
import { ForeignText } from '#ui/prose.tsx'
import { formatNumber } from '#values/number.ts'
import { roundHalfAway } from '#values/rounding.ts'
import type { Indicator } from '../model/indicator.ts'
import { texts } from '../texts/index.ts'
import { formatShare, formatValue, formatWhen, latestOf, symbolOf, type T } from './wording.ts'

/** The sentence with the result: "388 Gespräche im Jahr 2025. Das sind 157 mehr als zu Beginn, …" */
export function Lead({ indicator }: { indicator: Indicator }) {
  const t = useTexts(texts)
  const { values, kind, unit } = indicator
  const latest = latestOf(values)
  if (!latest) return <>{t('lead.none')}</>
  // The unit may be in another language than the sentence, so it is put in as an element of its own.
  const [before, after] = t('lead.value', { value: gap, when: formatWhen(t, latest) }).split(gap)
  return (
    <>
      {before}
      {formatValue(latest.value, indicator, t.language)}
      {unit && !symbolOf(kind) && (
        <>
          {' '}
          <ForeignText {...unit} />
        </>
      )}
      {after} {resultOf(t, indicator, latest.value)}
    </>
  )
}
const gap = '\u0001'

function resultOf(t: T, indicator: Indicator, current: number): string {
  const { attainment, baselineValue } = indicator
  const { share, band } = attainment
  if (band) return band.isInside ? t('lead.inside') : t('lead.outside')
  if (share === null || baselineValue === null) return ''
  if (share >= 1) return t('lead.reached')
  if (share === 0) return t('lead.same')
  const isMore = current > baselineValue
  const amount = distance(t, indicator, Math.abs(current - baselineValue))
  if (share < 0) return t('lead.wrongWay', { amount, direction: isMore ? 'more' : 'less' })
  return t(isMore ? 'lead.more' : 'lead.less', { amount, share: formatShare(share, t.language) })
}

/** Shares differ by percentage points, not by per cent. */
function distance(t: T, { kind, decimals }: Indicator, value: number): string {
  const rounded = roundHalfAway(value, decimals)
  if (kind !== 'SHARE') return formatValue(rounded, { kind, decimals }, t.language)
  return t('points', { count: rounded, amount: formatNumber(rounded, decimals, t.language) })
}
