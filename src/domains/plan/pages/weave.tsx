import { useTexts } from '#platform/texts/texts.ts'
import { Link } from '#ui/link.tsx'
import { usePage } from '#ui/page-context.ts'
import { formatNumber } from '#values/number.ts'
import { chainKinds, type ChainKind } from '../model/chain.ts'
import type { Weave } from '../model/weave.ts'
import { texts } from '../texts/index.ts'
import { listOfKind } from './nodes.ts'

const [width, height, margin] = [560, 380, 14]
const nextKind = { need: 'goal', goal: 'measure', measure: 'indicator' } as const
const round = (value: number) => Math.round(value * 10) / 10

interface Props {
  weave: Weave
  counts: Record<ChainKind, number>
  /** For who sees drafts: how many there are besides. */
  drafts: Record<ChainKind, number> | undefined
}

/** Needs, goals, measures and indicators of this plan with their real links; one way is in ink. Below: the numbers. */
export function WeavePicture({ weave, counts, drafts }: Props) {
  const t = useTexts(texts)
  const { direction, language } = usePage()
  // A plan that has no needs shows no zero needs: three columns then, with the numbers below them.
  const kinds = chainKinds.filter((kind) => counts[kind] + (drafts?.[kind] ?? 0) > 0)
  const x = (kind: ChainKind) => {
    const along = (width / kinds.length) * (kinds.indexOf(kind) + 0.5)
    return round(direction === 'rtl' ? width - along : along)
  }
  const place = new Map(
    kinds.flatMap((kind) => {
      const ids = weave.columns[kind]
      const step = ids.length > 1 ? (height - 2 * margin) / (ids.length - 1) : 0
      const start = ids.length > 1 ? margin : height / 2
      return ids.map((id, row) => [id, { x: x(kind), y: round(start + row * step), kind }] as const)
    }),
  )
  const line = (from: number, to: number) => {
    const [a, b] = [place.get(from), place.get(to)]
    if (!a || !b) return ''
    const bend = (b.x - a.x) * 0.54
    return `M${a.x} ${a.y}C${round(a.x + bend)} ${a.y} ${round(b.x - bend)} ${b.y} ${b.x} ${b.y}`
  }
  const onWay = weave.way.slice(1).map((id, at) => line(weave.way[at] ?? id, id))
  const drawn = (['need', 'goal', 'measure'] as const)
    .map((kind) => ({ kind, links: weave.links.filter((link) => link.kind === kind) }))
    .filter(({ links }) => links.length > 0)
  return (
    <div class="tw-weave">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="tw-weave">
        <title id="tw-weave">{weave.isExcerpt ? t('home.weave.excerpt') : t('home.weave')}</title>
        <defs>
          {drawn.map(({ kind }) => (
            <linearGradient id={`tw-w-${kind}`} gradientUnits="userSpaceOnUse" x1={x(kind)} x2={x(nextKind[kind])}>
              <stop stop-color={`var(--tw-${kind})`} />
              <stop offset="1" stop-color={`var(--tw-${nextKind[kind]})`} />
            </linearGradient>
          ))}
        </defs>
        <g fill="none" stroke-width="1.4" opacity=".45">
          {drawn.map(({ kind, links }) => (
            <path d={links.map(({ from, to }) => line(from, to)).join('')} stroke={`url(#tw-w-${kind})`} />
          ))}
        </g>
        {onWay.length > 0 && <path d={onWay.join('')} fill="none" stroke="var(--tw-ink)" stroke-width="3.2" />}
        {[...place].map(([id, { x: cx, y, kind }]) => (
          <path {...knot(kind, cx, y, weave.way.includes(id))} />
        ))}
      </svg>
      <ol>
        {kinds.map((kind) => (
          <li class={`tw-${kind}`}>
            <Link path={listOfKind(kind)}>
              <b class="tw-num">{formatNumber(counts[kind], 0, language)}</b>
              <span>{t(`home.count.${kind}`, { count: counts[kind] })}</span>
              {drafts && drafts[kind] > 0 && (
                <small>{t('home.count.drafts', { published: counts[kind], drafts: drafts[kind] })}</small>
              )}
            </Link>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** The shape of a kind around a point: circle, diamond, square, triangle. */
function knot(kind: ChainKind, x: number, y: number, isOn: boolean) {
  const r = isOn ? 11 : 6.5
  const wide = round(r * 1.3)
  const shapes: Record<ChainKind, string> = {
    need: `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`,
    goal: `M${x} ${round(y - wide)}l${wide} ${wide}l${-wide} ${wide}l${-wide} ${-wide}Z`,
    measure: `M${x - r} ${round(y - r)}h${2 * r}v${2 * r}h${-2 * r}Z`,
    indicator: `M${x} ${round(y - r * 1.2)}l${round(r * 1.25)} ${round(r * 2.2)}h${round(-r * 2.5)}Z`,
  }
  return {
    d: shapes[kind],
    fill: isOn ? `var(--tw-${kind})` : 'var(--tw-paper)',
    stroke: `var(--tw-${kind})`,
    'stroke-width': isOn ? 3 : 2.2,
    'stroke-linejoin': 'round' as const,
  }
}
