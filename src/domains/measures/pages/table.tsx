import { useTexts } from '#platform/texts/texts.ts'
import { Link } from '#ui/link.tsx'
import { Badge, CourseMark, FreshMark, StateMark } from '#ui/marks.tsx'
import { usePage } from '#ui/page-context.ts'
import { ForeignText } from '#ui/prose.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { paths as actorPaths } from '#domains/actors/paths.ts'
import { paths as unitPaths } from '#domains/org-units/paths.ts'
import { daysBetween, formatMonth, type LocalDate } from '#values/local-date.ts'
import { formatEuro } from '#values/money.ts'
import { usualSort, type MeasureFilter, type SortKey } from '../model/filter.ts'
import { isStale, type Lead, type MeasureInList } from '../model/measure.ts'
import { paths } from '../paths.ts'
import type { MeasureList } from '../queries/list.ts'
import { texts } from '../texts/index.ts'
import { addressOf } from './list.tsx'

interface TableProps {
  list: MeasureList
  filter: MeasureFilter
  year: number
  today: LocalDate
  /** People of the house see how old an entry is; the public reads the month it is from. */
  seesInternal: boolean
  /** Ids of the ticked rows; absent: rows cannot be ticked. */
  chosen?: ReadonlySet<number>
}

export function MeasureTable({ list, filter, year, today, seesInternal, chosen }: TableProps) {
  const t = useTexts(texts)
  const { language } = usePage()
  const sort = (key: SortKey) => {
    const isCurrent = filter.sort === key
    const turned = isCurrent && filter.richtung === 'auf' ? 'ab' : undefined
    return {
      path: addressOf(filter, {
        sort: key === usualSort(filter) ? undefined : key,
        richtung: turned,
        seite: undefined,
      }),
      ...(isCurrent && { direction: filter.richtung === 'auf' ? ('ascending' as const) : ('descending' as const) }),
    }
  }
  const columns: Column<MeasureInList>[] = [
    {
      key: 'number',
      label: t('column.number'),
      cell: (measure) => <Number measure={measure} {...(chosen && { chosen })} />,
      sort: sort('nummer'),
    },
    {
      key: 'title',
      label: t('column.title'),
      cell: (measure) => <MeasureTitle measure={measure} />,
      rowHeader: true,
      sort: sort('titel'),
    },
    {
      key: 'state',
      label: t('column.state'),
      cell: ({ state }) => <StateMark value={state} label={t.dynamic(`state.${state}`)} />,
      sort: sort('stand'),
      phone: 'full',
    },
    {
      key: 'course',
      label: t('column.course'),
      cell: (measure) => <Course measure={measure} today={today} seesInternal={seesInternal} />,
      sort: sort('verlauf'),
      phone: 'full',
    },
    {
      key: 'lead',
      label: t('column.lead'),
      cell: ({ lead }) => lead && <LeadName lead={lead} />,
      sort: sort('federfuehrung'),
      phone: 'half',
    },
    {
      key: 'planned',
      label: t('column.planned', { year: String(year) }),
      cell: ({ planned }) =>
        planned === null ? <span class="tw-muted">{t('unknown')}</span> : formatEuro(planned, language),
      numeric: true,
      sort: sort('mittel'),
    },
  ]
  const table = (
    <Table
      caption={t('caption', { page: String(filter.seite) })}
      captionHidden
      columns={columns}
      rows={list.measures}
      cards
      footer={{ title: t('sum.of', { count: list.total }), planned: formatEuro(list.planned, language) }}
    />
  )
  return table
}

/** The number; for people who may change many at once with a box before it. */
function Number({ measure: { id, number, title }, chosen }: { measure: MeasureInList; chosen?: ReadonlySet<number> }) {
  const t = useTexts(texts)
  if (!chosen) return <span class="tw-num">{number}</span>
  return (
    <label class="tw-choose tw-num">
      <input
        type="checkbox"
        name="id"
        value={id}
        checked={chosen.has(id)}
        aria-label={t('bulk.choose', { number, title: title.text })}
      />
      {number}
    </label>
  )
}

function MeasureTitle({ measure: { id, title, field, isDraft, isFlagship } }: { measure: MeasureInList }) {
  const t = useTexts(texts)
  return (
    <>
      <a class="tw-title" href={usePage().href(paths.one(id))}>
        <ForeignText {...title} />
      </a>
      <div class="tw-small tw-muted">
        {field && <ForeignText {...field.title} />}
        {(isFlagship || isDraft) && (
          <>
            {' '}
            <span class="tw-badges">
              {isFlagship && <Badge>{t('flagship')}</Badge>}
              {isDraft && <Badge tone="warn">{t('draft')}</Badge>}
            </span>
          </>
        )}
      </div>
    </>
  )
}

interface AgeProps {
  measure: Pick<MeasureInList, 'confirmedOn' | 'state'>
  today: LocalDate
  seesInternal: boolean
}

/** The course as this reader may know it; below it how old the entry is, when it is too old. */
function Course({ measure, today, seesInternal }: AgeProps & { measure: MeasureInList }) {
  const t = useTexts(texts)
  const { course, isCourseReleased } = measure
  const age = isStale(measure, today) && <Age {...{ measure, today, seesInternal }} />
  return (
    <>
      <CourseMark value={course ?? 'GREY'} label={t.dynamic(`course.${course ?? 'GREY'}`)} />
      {course !== null && !isCourseReleased && <div class="tw-small tw-muted">{t('notReleased')}</div>}
      {(seesInternal || measure.confirmedOn !== null) && age && <div class="tw-small">{age}</div>}
    </>
  )
}

/**
 * How old an entry is: for people of the house in days, as a reminder; for the public the month it is from, or nothing
 * where nobody confirmed it.
 */
export function Age({ measure, today, seesInternal }: AgeProps) {
  const t = useTexts(texts)
  const { language } = usePage()
  const { confirmedOn } = measure
  if (seesInternal) {
    return <FreshMark value={isStale(measure, today) ? 'stale' : 'fresh'} label={freshLabel(t, confirmedOn, today)} />
  }
  if (confirmedOn === null) return null
  return <span class="tw-muted">{t('fresh.asOf', { month: formatMonth(confirmedOn, language) })}</span>
}

function freshLabel(
  t: { dynamic: (key: string, values?: Record<string, unknown>) => string },
  confirmedOn: LocalDate | null,
  today: LocalDate,
): string {
  if (confirmedOn === null) return t.dynamic('fresh.never')
  const days = daysBetween(confirmedOn, today)
  return days > 90
    ? t.dynamic('fresh.stale', { days })
    : days <= 0
      ? t.dynamic('fresh.today')
      : t.dynamic('fresh.days', { days })
}

/** Who leads or takes part, with the way to its page. */
export const LeadName = ({ lead: { kind, id, name, hasPage } }: { lead: Lead }) =>
  hasPage ? <Link path={kind === 'actor' ? actorPaths.one(id) : unitPaths.one(id)}>{name}</Link> : <>{name}</>
