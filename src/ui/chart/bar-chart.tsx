import { scaleBand, scaleLinear } from 'd3-scale'
import { usePage } from '../page-context.ts'

export interface Bar {
  label: string
  /** Cents; null: not known, which is not zero. */
  planned: number | null
  spent: number | null
}
interface Props {
  bars: readonly Bar[]
  /** The amount above a bar, short. */
  amount: (cents: number) => string
}

/**
 * Planned (outline) and spent (fill) side by side per year, for wide and for narrow screens. Readers do not hear it: the
 * table below says the same.
 */
export const BarChart = (props: Props) => (
  <>
    <Drawing {...props} name="tw-wide" width={760} height={220} />
    <Drawing {...props} name="tw-narrow" width={358} height={210} />
  </>
)

const round = (value: number) => Math.round(value * 10) / 10

function Drawing({ bars, amount, name, width, height }: Props & { name: string; width: number; height: number }) {
  const isMirrored = usePage().direction === 'rtl'
  const base = height - 28
  const x = scaleBand(
    bars.map(({ label }) => label),
    isMirrored ? [width, 0] : [0, width],
  )
    .paddingInner(0.55)
    .paddingOuter(0.3)
  const most = Math.max(1, ...bars.flatMap(({ planned, spent }) => [planned ?? 0, spent ?? 0]))
  const y = scaleLinear([0, most], [base, 34])
  const room = x.bandwidth()
  return (
    <svg class={name} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <path d={`M0 ${base}H${width}`} stroke="var(--tw-ink)" stroke-width="1.5" />
      {bars.map(({ label, planned, spent }) => {
        const left = round(x(label) ?? 0)
        const bar = (cents: number) => ({
          x: left,
          y: round(y(cents)),
          width: round(room),
          height: round(base - y(cents)),
        })
        const highest = Math.max(planned ?? 0, spent ?? 0)
        return (
          <>
            {spent !== null && <rect {...bar(spent)} fill="var(--tw-measure)" />}
            {planned !== null && <rect {...bar(planned)} fill="none" stroke="var(--tw-measure)" stroke-width="2" />}
            {planned !== null && (
              <text x={round(left + room / 2)} y={round(y(highest) - 8)} text-anchor="middle" font-weight="650">
                {amount(planned)}
              </text>
            )}
            <text class="m" x={round(left + room / 2)} y={height - 6} text-anchor="middle">
              {label}
            </text>
          </>
        )
      })}
    </svg>
  )
}
