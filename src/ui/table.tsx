import type { ComponentChildren } from 'preact'
import { Glyph } from './glyph.tsx'
import { type To, useAddress } from './link.tsx'
import { usePage } from './page-context.ts'

export interface Column<Row> {
  /** Unique in the table. */
  key: string
  label: ComponentChildren
  cell: (row: Row) => ComponentChildren
  /** Numbers and amounts stand at the end of their cell. */
  numeric?: boolean
  /** The cell that names the row. One per table. */
  rowHeader?: boolean
  /** Where sorting by this column leads, and how it is sorted now. */
  sort?: To & { direction?: 'ascending' | 'descending' }
  /** On a phone: the whole width, or half of it beside the next; says the label before the value. */
  phone?: 'full' | 'half'
  phoneLabel?: boolean
}

interface TableProps<Row> {
  /** What the table shows; readers hear it first. */
  caption: ComponentChildren
  /** The heading above says the same already. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Cells of the last row by column key, e.g. sums. */
  footer?: Readonly<Record<string, ComponentChildren>>
  /** On a phone each row becomes a block: number, title, marks, the rest. The first column must be the short number. */
  cards?: boolean
  /** Many narrow columns. */
  tight?: boolean
}

/** One real table with caption and headers. */
export function Table<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  footer,
  cards = false,
  tight = false,
}: TableProps<Row>) {
  return (
    <table class={`tw-table${cards ? ' tw-cards' : ''}${tight ? ' tw-tight' : ''}`}>
      <caption {...(captionHidden && { class: 'tw-sr' })}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Header column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map((column) => (
              <Cell column={column}>{column.cell(row)}</Cell>
            ))}
          </tr>
        ))}
      </tbody>
      {footer && (
        <tfoot>
          <tr>
            {columns.map((column) => (
              <Cell column={column}>{footer[column.key]}</Cell>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

/** A table wider than its place scrolls in a box of its own, reachable by keyboard. */
export const ScrollBox = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <section class="tw-scroll" aria-label={label} tabindex={0}>
    {children}
  </section>
)

// A column that is not generic: the header does not look into rows.
type AnyColumn = Pick<Column<never>, 'label' | 'numeric' | 'rowHeader' | 'sort' | 'phone' | 'phoneLabel'>

function Header({ column }: { column: AnyColumn }) {
  const { words } = usePage()
  const address = useAddress()
  const { sort, label } = column
  const direction = sort?.direction
  return (
    <th scope="col" {...(column.numeric && { class: 'n' })} {...(direction && { 'aria-sort': direction })}>
      {sort ? (
        <a href={address(sort)}>
          {label}
          {direction && <Glyph name={direction === 'ascending' ? 'up' : 'down'} />}
          <span class="tw-sr">, {direction === 'ascending' ? words.sortDescending : words.sortAscending}</span>
        </a>
      ) : (
        label
      )}
    </th>
  )
}

function Cell({ column, children }: { column: AnyColumn; children: ComponentChildren }) {
  const { numeric = false, rowHeader = false, phone, phoneLabel = false } = column
  const name = [numeric && 'n', phone].filter(Boolean).join(' ')
  const attributes = name ? { class: name } : {}
  const content = (
    <>
      {phoneLabel && (
        <span class="tw-card-label" aria-hidden="true">
          {column.label}{' '}
        </span>
      )}
      {children}
    </>
  )
  if (!rowHeader) return <td {...attributes}>{content}</td>
  return (
    <th scope="row" {...attributes}>
      {content}
    </th>
  )
}
