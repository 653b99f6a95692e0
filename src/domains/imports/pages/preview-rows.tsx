import { paths as measurePaths } from '#domains/measures/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { Link } from '#ui/link.tsx'
import { Badge } from '#ui/marks.tsx'
import { Table } from '#ui/table.tsx'
import { placeOf, sentenceOf } from '../documents/sentences.ts'
import type { RowRemark } from '../model/drafts.ts'
import type { PlannedRow } from '../model/outcome.ts'
import { reportedRemark } from '../model/result.ts'
import { texts } from '../texts/index.ts'

const tones = { created: 'ok', updated: 'plain', unchanged: 'plain', problem: 'stop' } as const

/** The rows of the file, each with what becomes of it and everything that a person should look at. */
export function Rows({ rows }: { rows: readonly PlannedRow[] }) {
  const t = useTexts(texts)
  return (
    <Table
      caption={t('preview.caption')}
      captionHidden
      cards
      rows={rows}
      columns={[
        { key: 'row', label: t('preview.row'), cell: ({ row }) => row + 1 },
        {
          key: 'title',
          label: t('preview.title'),
          rowHeader: true,
          phone: 'full',
          cell: ({ number, title, id }) => (
            <>
              {number && <bdi class="tw-muted tw-num">{number}</bdi>}{' '}
              {id === undefined ? <bdi>{title}</bdi> : <Link path={measurePaths.one(id)}>{title}</Link>}
            </>
          ),
        },
        {
          key: 'outcome',
          label: t('preview.outcome'),
          phone: 'full',
          cell: ({ outcome, isPublished }) => (
            <span class="tw-row">
              <Badge tone={tones[outcome]}>{t(`outcome.${outcome}`)}</Badge>
              {isPublished && outcome === 'updated' && <Badge>{t('preview.public')}</Badge>}
            </span>
          ),
        },
        { key: 'detail', label: t('preview.detail'), phone: 'full', cell: (row) => <Detail row={row} /> },
      ]}
    />
  )
}

function Detail({ row: { outcome, problems, hints, changed } }: { row: PlannedRow }) {
  const t = useTexts(texts)
  return (
    <ul class="tw-remarks">
      {problems.map((remark) => (
        <Said remark={remark} isProblem />
      ))}
      {outcome === 'updated' && (
        <li>{t('preview.fields', { list: changed.map((key) => fieldName(t, key)).join(t('list.comma')) })}</li>
      )}
      {hints.map((remark) => (
        <Said remark={remark} />
      ))}
    </ul>
  )
}

function Said({ remark, isProblem = false }: { remark: RowRemark; isProblem?: boolean }) {
  const t = useTexts(texts)
  const reported = reportedRemark(remark)
  return (
    <li {...(!isProblem && { class: 'tw-muted' })}>
      <strong>{placeOf(t, reported)}:</strong> {sentenceOf(t, reported)}
    </li>
  )
}

type T = ReturnType<typeof useTexts<(typeof texts)['all']['de']>>

/** The changed field as the page of the measure names it; money with its year. */
function fieldName(t: Pick<T, 'dynamic'>, key: string): string {
  const [name = '', year] = key.split('.')
  const own: Record<string, string> = {
    actionFieldId: 'actionField',
    partnerIds: 'partners',
    targetGroupIds: 'targetGroups',
    topicIds: 'topics',
    areaIds: 'areas',
    goalIds: 'goals',
  }
  const field = t.dynamic(`field.${own[name] ?? name}`)
  return year ? t.dynamic('field.inYear', { field, year }) : field
}
