import { useTexts } from '#platform/texts/texts.ts'
import { usePage } from '#ui/page-context.ts'
import type { LocalDate } from '#values/local-date.ts'
import { spread, timelineOf, type Timeline } from '../model/timeline.ts'
import type { PlanEvent, PlanPhase } from '../queries/plan.ts'
import { texts } from '../texts/index.ts'
import { EventList, PhaseList } from './timeline-lists.tsx'

interface Props {
  phases: PlanPhase[]
  events: PlanEvent[]
  today: LocalDate
}

/** The way of the plan through time, as a picture for wide and for narrow screens and as two lists that say the same. */
export function TimelineOfPlan({ phases, events, today }: Props) {
  const timeline = timelineOf(phases, events, today)
  return (
    <>
      {timeline && isWorthDrawing(timeline) && (
        <figure class="tw-chart tw-timeline" aria-hidden="true">
          <Drawing name="tw-wide" width={800} timeline={timeline} phases={phases} />
          <Drawing name="tw-narrow" width={358} timeline={timeline} phases={phases} />
        </figure>
      )}
      <div class="tw-timelists">
        {phases.length > 0 && <PhaseList phases={phases} />}
        {events.length > 0 && <EventList events={events} today={today} />}
      </div>
    </>
  )
}

/** One point alone shows nothing that its words do not say. */
const isWorthDrawing = ({ phases, events }: Timeline) => [...phases, ...events].filter((at) => at !== null).length > 1

const rowHeight = 46
/** Room for the years above the first phase. */
const top = 24
const letter = 7.8
const round = (value: number) => Math.round(value * 10) / 10

interface DrawingProps {
  name: 'tw-wide' | 'tw-narrow'
  width: number
  timeline: Timeline
  phases: PlanPhase[]
}

/** One row per phase, below them the years, the numbered events and today. The numbers are those of the list. */
function Drawing({ name, width, timeline, phases }: DrawingProps) {
  const t = useTexts(texts)
  const isMirrored = usePage().direction === 'rtl'
  const margin = 14
  const x = (at: number) => {
    const along = margin + at * (width - 2 * margin)
    return round(isMirrored ? width - along : along)
  }
  // Phases without a date are in the list only: they take no row.
  const bars = timeline.phases.flatMap((span, at) => {
    const phase = phases[at]
    return span && phase ? [{ span, phase }] : []
  })
  const axis = bars.length * rowHeight + top + 10
  const height = axis + 92
  const known = timeline.events.flatMap((span, place) => (span === null ? [] : [{ span, number: place + 1 }]))
  const marks = spread(
    known.map(({ span }) => margin + middle(span) * (width - 2 * margin)),
    26,
    margin,
    width - margin,
  )
  const mark = (along: number) => round(isMirrored ? width - along : along)
  return (
    <svg class={name} viewBox={`0 0 ${width} ${height}`} focusable="false">
      {timeline.years.map(({ year, at }) => (
        <>
          <path d={`M${x(at)} 4V${axis}`} stroke="var(--tw-hair)" stroke-width="1" />
          {yearFits(timeline, width, year) && (
            <text class="m" x={x(at) + (isMirrored ? -4 : 4)} y={15} text-anchor="start">
              {year}
            </text>
          )}
        </>
      ))}
      {bars.map(({ span, phase }, row) => (
        <PhaseBar phase={phase} span={span} row={row} x={x} width={width} today={timeline.today} />
      ))}
      <path d={`M0 ${axis}H${width}`} stroke="var(--tw-ink)" stroke-width="1.5" />
      {timeline.today !== null && (
        <>
          <path
            d={`M${x(timeline.today)} ${top}V${axis + 6}`}
            stroke="var(--tw-ink)"
            stroke-width="1.5"
            stroke-dasharray="4 3"
          />
          <text
            x={x(timeline.today)}
            y={axis + 86}
            text-anchor={timeline.today > 0.9 ? 'end' : 'middle'}
            font-weight="650"
          >
            {t('time.today')}
          </text>
          <path d={`M${x(timeline.today)} ${axis + 6}V${axis + 70}`} stroke="var(--tw-hair)" stroke-width="1" />
        </>
      )}
      {known.map(({ span, number }, place) => {
        const cx = mark(marks[place] ?? 0)
        return (
          <>
            {span.to > span.from && (
              <path d={`M${x(span.from)} ${axis}H${x(span.to)}`} stroke="var(--tw-goal)" stroke-width="5" />
            )}
            <path
              d={`M${x(middle(span))} ${axis}L${cx} ${axis + 34}`}
              stroke="var(--tw-goal)"
              stroke-width="1.5"
              fill="none"
            />
            <circle cx={cx} cy={axis + 46} r="12" fill="var(--tw-paper)" stroke="var(--tw-goal)" stroke-width="2" />
            <text x={cx} y={axis + 51} text-anchor="middle" font-weight="650">
              {number}
            </text>
          </>
        )
      })}
    </svg>
  )
}

const middle = ({ from, to }: { from: number; to: number }) => (from + to) / 2

/** Year numbers need room: on a narrow drawing only every second or fifth stands. */
function yearFits({ years }: Timeline, width: number, year: number): boolean {
  const room = width / years.length
  return room > 48 || year % (room > 22 ? 2 : 5) === 0
}

interface BarProps {
  phase: PlanPhase
  span: { from: number; to: number; isOpen: boolean }
  row: number
  x: (at: number) => number
  width: number
  today: number | null
}

/** Done: filled. Running: filled up to today. Planned: outline. No end known: the outline stays open. */
function PhaseBar({ phase, span, row, x, width, today }: BarProps) {
  const isMirrored = usePage().direction === 'rtl'
  const y = row * rowHeight + top + 22
  const box = (from: number, to: number) => {
    const [a, b] = [x(from), x(to)].toSorted((one, other) => one - other)
    return { x: a, y, width: Math.max(6, round((b ?? 0) - (a ?? 0))), height: 14 }
  }
  const filled =
    phase.state === 'DONE'
      ? span.to
      : phase.state === 'RUNNING'
        ? Math.min(span.to, Math.max(span.from, today ?? 0))
        : null
  // A label that would leave the drawing ends at its edge instead.
  const length = phase.title.text.length * letter
  const start = x(span.from)
  const leaves = isMirrored ? start - length < 0 : start + length > width
  const edge = isMirrored ? 0 : width
  return (
    <>
      <rect {...box(span.from, span.to)} fill="var(--tw-paper)" stroke="var(--tw-measure)" stroke-width="2" />
      {filled !== null && filled > span.from && <rect {...box(span.from, filled)} fill="var(--tw-measure)" />}
      {span.isOpen && (
        <path d={`M${x(1)} ${y - 1}v16`} stroke="var(--tw-paper)" stroke-width="5" stroke-dasharray="3 3" />
      )}
      <text x={leaves ? edge : start} y={y - 7} text-anchor={leaves ? 'end' : 'start'} font-weight="650">
        {phase.title.text}
      </text>
    </>
  )
}
