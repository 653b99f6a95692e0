import type { ComponentChildren } from 'preact'
import { Glyph } from './glyph.tsx'
import { type To, useAddress } from './link.tsx'
import { usePage } from './page-context.ts'
import { SearchField } from './text-fields.tsx'

interface FilterProps {
  action: To
  /** Says what is filtered: "Maßnahmen filtern". */
  label: string
  /** What stands in the search box (parameter `q`). */
  query?: string
  active: number
  /** Parameters that filtering keeps, e.g. the sorting. */
  hidden?: Readonly<Record<string, string | undefined>>
  /** The filters: SelectFields. */
  children?: ComponentChildren
  /** Those that are used less: behind a line that opens, open when one of them is set. */
  more?: { fields: ComponentChildren; isOpen: boolean }
}

/** Search and filters of a list; on small screens the filters open as a popover. */
export function FilterForm({ action, label, query = '', active, hidden = {}, children, more }: FilterProps) {
  const { words } = usePage()
  return (
    <form class="tw-stack tw-stretch" role="search" aria-label={label} method="get" action={useAddress()(action)}>
      {Object.entries(hidden).map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
      )}
      <div class="tw-row tw-end">
        <SearchField name="q" label={words.search} values={{ q: query }} errors={{}} />
        <button class="kern-btn kern-btn--primary" type="submit">
          <span class="kern-label">{words.search}</span>
        </button>
        {children && (
          <button class="kern-btn kern-btn--secondary tw-filter__open" type="button" popovertarget="tw-filter">
            <span class="kern-label">{words.openFilters(active)}</span>
          </button>
        )}
      </div>
      {children && (
        <div class="tw-filter" id="tw-filter" popover="auto">
          <button
            class="kern-btn kern-btn--secondary kern-btn--small tw-close"
            type="button"
            popovertarget="tw-filter"
            popovertargetaction="hide"
          >
            <span class="kern-label">{words.closeFilters}</span>
          </button>
          <div class="tw-filter__grid">
            {children}
            <button class="kern-btn kern-btn--secondary" type="submit">
              <span class="kern-label">{words.applyFilters}</span>
            </button>
          </div>
          {more && (
            <details class="tw-filter__more" open={more.isOpen}>
              <summary>{words.moreFilters}</summary>
              <div class="tw-filter__grid">{more.fields}</div>
            </details>
          )}
        </div>
      )}
    </form>
  )
}

export interface Chip {
  label: string
  /** The same list without this filter. */
  without: To
}

/** The active filters; each is a link that removes it. */
export function Chips({ chips, clear }: { chips: Chip[]; clear: To }) {
  const { words } = usePage()
  const address = useAddress()
  if (chips.length === 0) return null
  return (
    <div class="tw-stack tw-my">
      <h2 class="tw-sr">{words.activeFilters}</h2>
      <ul class="tw-chips">
        {chips.map(({ label, without }) => (
          <li>
            <a href={address(without)}>
              {label} <Glyph name="x" />
              <span class="tw-sr">{words.removeFilter}</span>
            </a>
          </li>
        ))}
        <li>
          <a class="clear" href={address(clear)}>
            {words.removeAllFilters}
          </a>
        </li>
      </ul>
    </div>
  )
}

interface PaginationProps {
  page: number
  pageSize: number
  total: number
  pageAddress: (page: number) => To
  /** Other numbers of rows; each leads to the first page. */
  sizes?: readonly { size: number; to: To }[]
}

/** Where in the list one is, and the way on. */
export function Pagination({ page, pageSize, total, pageAddress, sizes = [] }: PaginationProps) {
  const { words } = usePage()
  const address = useAddress()
  if (total === 0) return null
  const pages = Math.max(1, Math.ceil(total / pageSize))
  return (
    <div class="tw-pages">
      <p class="tw-num">{words.rowsOf((page - 1) * pageSize + 1, Math.min(page * pageSize, total), total)}</p>
      {pages > 1 && (
        <nav class="tw-row" aria-label={words.pages}>
          {page > 1 && (
            <a class="tw-edit" rel="prev" href={address(pageAddress(page - 1))}>
              {words.previousPage}
            </a>
          )}
          <span class="tw-num">{words.pageOf(page, pages)}</span>
          {page < pages && (
            <a class="tw-edit" rel="next" href={address(pageAddress(page + 1))}>
              {words.nextPage}
            </a>
          )}
        </nav>
      )}
      {sizes.length > 0 && (
        <p class="tw-row tw-num">
          {words.rowsPerPage}
          {sizes.map(({ size, to }) =>
            size === pageSize ? (
              <strong>{size}</strong>
            ) : (
              <a class="tw-edit" href={address(to)}>
                {size}
              </a>
            ),
          )}
        </p>
      )}
    </div>
  )
}

/** Nothing there: says so, and what one can do about it. */
export const EmptyResult = ({ children, actions }: { children: ComponentChildren; actions?: ComponentChildren }) => (
  <div class="tw-empty">
    <p>{children}</p>
    {actions && <div class="tw-row">{actions}</div>}
  </div>
)

/** The list in other forms: CSV · Excel · JSON. */
export function FileLinks({ files }: { files: ({ label: string } & To)[] }) {
  const { words } = usePage()
  const address = useAddress()
  return (
    <p class="tw-files tw-small">
      <span class="tw-sr">{words.downloadAs} </span>
      {files.map(({ label, ...to }, place) => (
        <>
          {place > 0 && ' · '}
          <a href={address(to)}>{label}</a>
        </>
      ))}
    </p>
  )
}
