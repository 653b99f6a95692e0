import { useTexts } from '#platform/texts/texts.ts'
import { Glyph } from '#ui/glyph.tsx'
import { Link } from '#ui/link.tsx'
import { Badge } from '#ui/marks.tsx'
import { usePage } from '#ui/page-context.ts'
import { ForeignText } from '#ui/prose.tsx'
import { formatNumber } from '#values/number.ts'
import { chainKinds, type ChainKind } from '../model/chain.ts'
import type { ChainView } from '../model/chain-filter.ts'
import {
  columnOf,
  gutterWidth,
  linksInRow,
  pathOf,
  rowHeight,
  type ChainCell,
  type ChainLayout,
  type DrawnLink,
} from '../model/chain-layout.ts'
import type { ChainLabel } from '../queries/labels.ts'
import { texts } from '../texts/index.ts'
import { pathOfNode } from './nodes.ts'

interface Props {
  view: ChainView
  layout: ChainLayout
  labels: ReadonlyMap<number, ChainLabel>
}

/**
 * The chain as four columns. Each row draws its own slice of the lines, so that rows may grow with their words and paper
 * may break between any two of them.
 */
export function ChainPicture({ view, layout, labels }: Props) {
  const t = useTexts(texts)
  return (
    <div class="tw-strands">
      <div class="tw-strands__row tw-strands__head">
        {chainKinds.map((kind) => (
          <>
            {kind !== 'need' && <span />}
            <h3 class={`tw-kind tw-${kind}`}>
              <Glyph name={kind} />
              {t(`kinds.${kind}`)}
            </h3>
          </>
        ))}
      </div>
      <ol class="tw-strands__list">
        {layout.rows.map((cells, row) => (
          <li class="tw-strands__row">
            {chainKinds.map((kind) => (
              <>
                {kind !== 'need' && (
                  <Slice
                    row={row}
                    links={linksInRow(layout.links, (columnOf[kind] - 1) as 0 | 1 | 2, row)}
                    way={view.way}
                  />
                )}
                <div class={`tw-${kind}`}>
                  <Cell kind={kind} cell={cells[columnOf[kind]]} view={view} labels={labels} />
                </div>
              </>
            ))}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** The lines of one gutter as far as they pass this row. */
function Slice({ row, links, way }: { row: number; links: DrawnLink[]; way: ReadonlySet<number> | undefined }) {
  if (links.length === 0) return <span />
  const isOn = ({ from, to }: DrawnLink) => way?.has(from) === true && way.has(to)
  return (
    <div class="tw-strands__gutter">
      <svg
        viewBox={`0 ${row * rowHeight} ${gutterWidth} ${rowHeight}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {links
          .toSorted((a, b) => Number(isOn(a)) - Number(isOn(b)))
          .map((link) => (
            <path {...(isOn(link) && { class: 'on' })} d={pathOf(link)} />
          ))}
      </svg>
    </div>
  )
}

interface CellProps extends Omit<Props, 'layout'> {
  kind: ChainKind
  cell: ChainCell | undefined
}

function Cell({ kind, cell, view, labels }: CellProps) {
  const t = useTexts(texts)
  const { href } = usePage()
  if (!cell) return null
  if ('gap' in cell) return <p class="tw-node tw-node--gap">{t(`chain.gap.${cell.gap}`)}</p>
  if ('through' in cell) return <p class="tw-node tw-node--through">{t('chain.through')}</p>
  const label = labels.get(cell.node)
  if (!label) return null
  const tone = toneOf(cell.node, view)
  return (
    <a
      class={tone ? `tw-node ${tone}` : 'tw-node'}
      href={href(pathOfNode(kind, cell.node))}
      {...(view.center === cell.node && { 'aria-current': 'true' as const })}
    >
      <Glyph name={kind} />
      <span>
        <span class="tw-sr">{t(`kind.${kind}`)}: </span>
        <NodeWords label={label} />
      </span>
    </a>
  )
}

function toneOf(id: number, { way, focus, center }: ChainView): string {
  if (id === center) return ''
  if (way) return way.has(id) ? 'tw-node--on' : 'tw-node--dim'
  return focus.has(id) ? '' : 'tw-node--dim'
}

/** The words of a knot: number and title of a measure, value and target of an indicator. */
export function NodeWords({ label }: { label: ChainLabel }) {
  const { text, number, isDraft, value, target, unit, unitText, decimals } = label
  const t = useTexts(texts)
  const { language } = usePage()
  const amount = (one: number) =>
    unit === 'Prozent' || unit === '%' ? (
      `${formatNumber(one, decimals, language)}\u00a0%`
    ) : (
      <>
        {formatNumber(one, decimals, language)} {unitText && <ForeignText {...unitText} />}
      </>
    )
  return (
    <>
      {number !== null && <bdi>{number}</bdi>} <ForeignText {...text} />
      {value !== null && <>: {amount(value)}</>}
      {target !== null && (
        <>
          {value === null ? ': ' : ', '}
          {t('chain.target')} {amount(target)}
        </>
      )}
      {isDraft && (
        <>
          {' '}
          <Badge tone="warn">{t('draft')}</Badge>
        </>
      )}
    </>
  )
}

/** A knot in a list: its sign, its kind for readers, its words as a link. */
export function NodeLine({ id, label }: { id: number; label: ChainLabel }) {
  const t = useTexts(texts)
  return (
    <span class={`tw-${label.kind}`}>
      <span class="tw-kind tw-small">
        <Glyph name={label.kind} />
        <span class="tw-sr">{t(`kind.${label.kind}`)}:</span>
      </span>{' '}
      <Link path={pathOfNode(label.kind, id)}>
        <NodeWords label={label} />
      </Link>
    </span>
  )
}
