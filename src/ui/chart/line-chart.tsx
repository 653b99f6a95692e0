import { line } from 'd3-shape'
import { scaleLinear } from 'd3-scale'
import type { LocalDate } from '#values/local-date.ts'
import { usePage } from '../page-context.ts'
import { halo, heightsOf, round, yearsOf, yearTicks, type Heights } from './line-scales.ts'
import { Points, type Place } from './line-points.tsx'

export interface LinePoint {
  /** The last day of its period. */
  on: LocalDate
  /** null: there is none; `mark` says why. */
  value: number | null
  /** The value as it is written. */
  label: string
  /** Sign that stands at the axis where there is no value. */
  mark?: string
  /** Counted in another way than the values before: the line does not cross. */
  isBreak?: boolean
  /** Provisional, estimated, of limited meaning: outline with gaps. */
  isSoft?: boolean
}
export interface LineChartProps {
  points: readonly LinePoint[]
  baseline: { on: LocalDate; value: number } | null
  target: { on: LocalDate; value: number; label: string } | null
  /** A band that the value is to stay in. */
  band: { from: number; to: number } | null
  words: { planned: string; baseline: string; broken: string }
  /** How a height is written at the axis. */
  amount: (value: number) => string
}

/** The span of values that the chart will show; `isCut` is to be said in words. undefined: nothing to draw. */
export const lineHeights = ({ points, baseline, target, band }: Omit<LineChartProps, 'words' | 'amount'>) =>
  heightsOf(
    [...points.map(({ value }) => value), baseline?.value, target?.value, band?.from, band?.to].filter(
      (value): value is number => value !== null && value !== undefined,
    ),
  )

/**
 * The course of a number: values as triangles, planned path dotted, target dashed; once for wide and once for narrow
 * screens. Readers do not hear it: the table beside it says everything.
 */
export function LineChart(props: LineChartProps) {
  const heights = lineHeights(props)
  if (!heights) return null
  return (
    <>
      <Drawing {...props} heights={heights} name="tw-wide" width={820} height={400} />
      <Drawing {...props} heights={heights} name="tw-narrow" width={358} height={300} />
    </>
  )
}

interface DrawingProps extends LineChartProps {
  heights: Heights
  name: string
  width: number
  height: number
}

function Drawing({ points, baseline, target, band, words, amount, heights, name, width, height }: DrawingProps) {
  const isMirrored = usePage().direction === 'rtl'
  const isWide = width > 500
  const base = height - 34
  const top = 34
  const left = Math.max(...heights.ticks.map((tick) => amount(tick).length)) * 8.5 + 14
  const days = [...points.map(({ on }) => on), ...[baseline?.on, target?.on].filter((on) => on !== undefined)]
  const [from, to] = [Math.min(...days.map(yearsOf)), Math.max(...days.map(yearsOf))]
  const inner = [left + (isWide ? 28 : 18), width - (isWide ? 64 : 40)]
  const along = scaleLinear(from === to ? [from - 1, to + 1] : [from, to], inner)
  const up = scaleLinear([heights.from, heights.to], [base, top])
  // In Arabic time runs from right to left; anchors turn round by themselves.
  const mirrored = (x: number) => round(isMirrored ? width - x : x)
  const x = (on: LocalDate) => mirrored(along(yearsOf(on)))
  const y = (value: number) => round(up(value))
  const places: Place[] = points.map((point) => ({
    ...point,
    x: x(point.on),
    y: point.value === null ? base : y(point.value),
  }))
  const end = mirrored(width - (isWide ? 24 : 8))
  const start = mirrored(left)
  return (
    <svg class={name} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {band && (
        <rect
          x={Math.min(start, end)}
          y={y(band.to)}
          width={Math.abs(end - start)}
          height={Math.max(2, round(y(band.from) - y(band.to)))}
          fill="var(--tw-indicator-tint)"
        />
      )}
      {heights.ticks.map((tick) => (
        <>
          <path
            d={`M${start} ${y(tick)}H${end}`}
            stroke="var(--tw-hair)"
            stroke-width={tick === heights.ticks[0] ? 2 : 1}
          />
          <text class="m" x={mirrored(left - 10)} y={y(tick) + 5} text-anchor="end">
            {amount(tick)}
          </text>
        </>
      ))}
      {yearTicks(from, to, isWide ? 10 : 5).map((year) => (
        <text class="m" x={x(`${year}-12-31`)} y={height - 8} text-anchor="middle">
          {year}
        </text>
      ))}
      {baseline && isWide && <Baseline at={x(baseline.on)} y={y(baseline.value)} top={top} word={words.baseline} />}
      <path d={segments(places)} fill="none" stroke="var(--tw-indicator)" stroke-width="3.5" stroke-linejoin="round" />
      {breaks(places).map((at) => (
        <>
          <path d={`M${at} ${top - 6}V${base}`} stroke="var(--tw-muted)" stroke-width="1.5" stroke-dasharray="5 4" />
          {isWide && (
            <text class="m" x={at} y={base - 8} text-anchor="middle" {...halo}>
              {words.broken}
            </text>
          )}
        </>
      ))}
      {baseline && target && (
        <path
          d={`M${x(baseline.on)} ${y(baseline.value)}L${x(target.on)} ${y(target.value)}`}
          stroke="var(--tw-ink)"
          stroke-width="2"
          stroke-dasharray="2 6"
          stroke-linecap="round"
        />
      )}
      <Points places={places} base={base} isWide={isWide} />
      {target && <Target x={x(target.on)} y={y(target.value)} label={target.label} />}
      {baseline && target && isWide && (
        <PlannedWord path={[x(baseline.on), y(baseline.value), x(target.on), y(target.value)]} places={places}>
          {words.planned}
        </PlannedWord>
      )}
    </svg>
  )
}

const Baseline = ({ at, y, top, word }: { at: number; y: number; top: number; word: string }) => (
  <>
    <path d={`M${at} ${top - 12}V${y}`} stroke="var(--tw-line)" stroke-width="1" />
    <text class="m" x={at} y={top - 18} text-anchor="middle" {...halo}>
      {word}
    </text>
  </>
)

const Target = ({ x, y, label }: { x: number; y: number; label: string }) => (
  <>
    <path
      d={`M${x} ${round(y - 9)}l9 16h-18z`}
      fill="var(--tw-paper)"
      stroke="var(--tw-ink)"
      stroke-width="2.5"
      stroke-dasharray="4 3"
    />
    <text x={x} y={round(y - 17)} text-anchor="middle" font-weight="680" {...halo}>
      {label}
    </text>
  </>
)

/** The word beside the planned path, where no value stands: between the newest value and the target. */
function PlannedWord({
  path: [x1 = 0, y1 = 0, x2 = 0, y2 = 0],
  places,
  children,
}: {
  path: number[]
  places: Place[]
  children: string
}) {
  const last = places.findLast(({ value }) => value !== null)?.x ?? x1
  const at = (Math.abs(last - x2) < Math.abs(x1 - x2) ? last : x1) * 0.6 + x2 * 0.4
  if (Math.abs(at - x2) < 70) return null
  const share = x2 === x1 ? 0 : (at - x1) / (x2 - x1)
  return (
    <text
      class="m"
      x={round(at)}
      y={round(y1 + share * (y2 - y1) + (y2 <= y1 ? 24 : -14))}
      text-anchor="start"
      {...halo}
    >
      {children}
    </text>
  )
}

/** The line runs from value to value; it stops where one is missing and where the way of counting changed. */
const segments = (places: readonly Place[]): string => {
  const runs: Place[][] = [[]]
  for (const place of places) {
    if (place.value === null || place.isBreak) runs.push([])
    if (place.value !== null) runs.at(-1)?.push(place)
  }
  const draw = line<Place>(
    ({ x }) => x,
    ({ y }) => y,
  )
  return runs
    .filter((run) => run.length > 1)
    .map((run) => draw(run) ?? '')
    .join('')
}

/** Where the way of counting changed: half way from the value before. */
const breaks = (places: readonly Place[]): number[] =>
  places.flatMap((place, index) => {
    const before = places[index - 1]
    return place.isBreak && before ? [round((place.x + before.x) / 2)] : []
  })
