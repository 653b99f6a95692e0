import { paths as measurePaths } from '#domains/measures/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { addressOf, cellAt, positionOf, type Sheet } from '#platform/tables/workbook.ts'
import { Button } from '#ui/buttons.tsx'
import { Form } from '#ui/form.tsx'
import { Link } from '#ui/link.tsx'
import { Badge } from '#ui/marks.tsx'
import { Table } from '#ui/table.tsx'
import { TextArea, TextField } from '#ui/text-fields.tsx'
import { placeOf, sentenceOf } from '../documents/sentences.ts'
import { textIn } from '../model/cells.ts'
import type { RowRemark } from '../model/drafts.ts'
import type { PlannedRow } from '../model/outcome.ts'
import { reportedRemark } from '../model/result.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import type { OpenFile } from './frame.tsx'

const tones = { created: 'ok', updated: 'plain', unchanged: 'plain', problem: 'stop' } as const

/** The cells of the file as they are read, and what their columns mean. */
export interface Cells {
  sheet: Sheet
  columns: Readonly<Record<string, string>>
}

/** The rows of the file, each with what becomes of it and everything that a person should look at. */
export function Rows({ rows, file, cells }: { rows: readonly PlannedRow[]; file: OpenFile; cells: Cells }) {
  const hasProblems = rows.some(({ problems }) => problems.length > 0)
  const table = <RowTable rows={rows} cells={cells} />
  return hasProblems ? <Form action={{ path: paths.preview(file.id) }}>{table}</Form> : table
}

function RowTable({ rows, cells }: { rows: readonly PlannedRow[]; cells: Cells }) {
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
        { key: 'detail', label: t('preview.detail'), phone: 'full', cell: (row) => <Detail row={row} cells={cells} /> },
      ]}
    />
  )
}

function Detail({ row: { outcome, problems, hints, changed }, cells }: { row: PlannedRow; cells: Cells }) {
  const t = useTexts(texts)
  const addresses = problems.map((remark) => addressToCorrect(remark, cells))
  return (
    <ul class="tw-remarks">
      {problems.map((remark) => (
        <Said remark={remark} isProblem />
      ))}
      {[...new Set(addresses)].map((address) => address && <Correction address={address} cells={cells} />)}
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
      <strong dir="auto">{placeOf(t, reported)}:</strong> {sentenceOf(t, reported)}
    </li>
  )
}

/** The cell that a problem is about; a missing title belongs into the column of titles. */
function addressToCorrect({ code, row, column }: RowRemark, { columns }: Cells): string | undefined {
  if (column !== undefined) return addressOf(row, column)
  const keys = code === 'noTitle' ? ['title', 'subTitle'] : []
  const letters = keys.flatMap((key) => Object.entries(columns).find(([, meaning]) => meaning === key)?.[0] ?? [])[0]
  return letters && `${letters}${row + 1}`
}

/** Puts one cell right, for this import; the file stays as it is. The button sends every cell of the page. */
function Correction({ address, cells: { sheet } }: { address: string; cells: Cells }) {
  const t = useTexts(texts)
  const position = positionOf(address)
  if (!position) return null
  const text = textIn(cellAt(sheet, position.row, position.column))
  const name = `cell.${address}`
  const field = { name, label: t('correct.label', { address }), values: { [name]: text }, errors: {} }
  return (
    <li class="tw-row tw-end">
      {text.includes('\n') || text.length > 80 ? <TextArea {...field} /> : <TextField {...field} />}
      <Button small>{t('correct.do')}</Button>
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
