import { useTexts } from '#platform/texts/texts.ts'
import { SparkLine } from '#ui/chart/spark-line.tsx'
import { Badge } from '#ui/marks.tsx'
import { usePage } from '#ui/page-context.ts'
import { ForeignText } from '#ui/prose.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { IndicatorFilter, SortKey } from '../model/filter.ts'
import type { IndicatorInList } from '../model/indicator.ts'
import { isMeasured } from '../model/observation.ts'
import { paths } from '../paths.ts'
import type { IndicatorList } from '../queries/list.ts'
import { texts } from '../texts/index.ts'
import { addressOf } from './list.tsx'
import { Unit, ValueCell, WayMark } from './marks.tsx'
import { formatPeriod, formatShare, formatUntil, formatValue, latestOf, wayWords } from './wording.ts'

/** Each number in one row: its course as a small picture, the newest value, the target, and how far the way is. */
export function IndicatorTable({ list, filter }: { list: IndicatorList; filter: IndicatorFilter }) {
  const t = useTexts(texts)
  const sort = (key: SortKey) => {
    const isCurrent = filter.sort === key
    const turned = isCurrent && filter.folge === 'auf' ? 'ab' : undefined
    return {
      path: addressOf(filter, { sort: key === 'feld' ? undefined : key, folge: turned, seite: undefined }),
      ...(isCurrent && { direction: filter.folge === 'auf' ? ('ascending' as const) : ('descending' as const) }),
    }
  }
  const columns: Column<IndicatorInList>[] = [
    {
      key: 'code',
      label: t('column.code'),
      cell: ({ code }) => <span class="tw-num">{code.replaceAll(' ', '\u00a0')}</span>,
      sort: sort('feld'),
    },
    {
      key: 'title',
      label: t('column.title'),
      cell: (indicator) => <IndicatorTitle indicator={indicator} />,
      rowHeader: true,
      sort: sort('titel'),
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
      cell: (indicator) => <LatestValue indicator={indicator} />,
      phone: 'half',
    },
    {
      key: 'target',
      label: t('column.target'),
      cell: (indicator) => <Target indicator={indicator} />,
      sort: sort('ziel'),
      phone: 'full',
      phoneLabel: true,
    },
    {
      key: 'way',
      label: t('column.way'),
      cell: (indicator) => <Way indicator={indicator} />,
      phone: 'full',
    },
  ]
  return (
    <Table
      caption={t('caption', { page: String(filter.seite) })}
      captionHidden
      columns={columns}
      rows={list.indicators}
      cards
    />
  )
}

function IndicatorTitle({ indicator: { id, title, field, isDraft } }: { indicator: IndicatorInList }) {
  const t = useTexts(texts)
  return (
    <>
      <a class="tw-title" href={usePage().href(paths.one(id))}>
        <ForeignText {...title} />
      </a>
      <div class="tw-small tw-muted">
        {field && <ForeignText {...field.title} />} {isDraft && <Badge tone="warn">{t('draft')}</Badge>}
      </div>
    </>
  )
}

/** The number in strong type, its unit as a word, and from when it is. */
function LatestValue({ indicator }: { indicator: IndicatorInList }) {
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

function Target({ indicator }: { indicator: IndicatorInList }) {
  const t = useTexts(texts)
  const { targetValue, targetDate } = indicator
  if (targetValue === null) return <span class="tw-muted">{t('noTarget')}</span>
  return (
    <>
      <span class="tw-num">{formatValue(targetValue, indicator, t.language)}</span>
      {targetDate && <div class="tw-small tw-muted">{formatUntil(t, targetDate)}</div>}
    </>
  )
}

function Way({ indicator: { attainment, ...scale } }: { indicator: IndicatorInList }) {
  const t = useTexts(texts)
  const { share, expected } = attainment
  // In a row the bare number is enough where no plan says what it should be.
  const isBare = share !== null && share >= 0 && expected === null
  return (
    <>
      <WayMark attainment={attainment} scale={scale} />
      <div class="tw-small tw-muted">
        {isBare ? t('way.reached', { share: formatShare(share, t.language) }) : wayWords(t, attainment, scale).sentence}
      </div>
    </>
  )
}
