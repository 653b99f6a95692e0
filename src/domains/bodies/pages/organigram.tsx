import type { ComponentChildren } from 'preact'
import { useTexts } from '#platform/texts/texts.ts'
import { usePage } from '#ui/page-context.ts'
import { natureOf, type BodyInList, type BodyType } from '../model/body.ts'
import { layOut, type Picture } from '../model/organigram-layout.ts'
import { layOutNarrow, type NarrowPicture } from '../model/organigram-narrow.ts'
import { lineKinds, linesOf, type LineKind } from '../model/organigram.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

/**
 * The bodies and what ties them, drawn on the server for wide and for narrow screens. Readers do not hear it: the list
 * below says the same, and its links are reached by keyboard.
 */
export function Organigram({ bodies }: { bodies: readonly BodyInList[] }) {
  const t = useTexts(texts)
  const drawn = bodies.map(({ id, name, shortName, type, parentId }) => ({
    id,
    label: shortName ?? name,
    type,
    parentId,
  }))
  const relations = bodies.flatMap(({ id, relations: own }) =>
    own.map(({ kind, other }) => ({ from: id, to: other.id, kind })),
  )
  const kinds = lineKinds.filter((kind) => linesOf(drawn, relations).some((line) => line.kind === kind))
  const words = Object.fromEntries(lineKinds.map((kind) => [kind, t(`line.${kind}`)])) as Record<LineKind, string>
  const said = Object.fromEntries(lineKinds.map((kind) => [kind, t(`relation.${kind}`)])) as Record<LineKind, string>
  return (
    <div class="tw-chart tw-organigram">
      <ul class="tw-organigram__legend" aria-label={t('picture.legend')}>
        {kinds.map((kind) => (
          <li>
            <Sample kind={kind} />
            {t(`line.${kind}`)}
          </li>
        ))}
      </ul>
      <Wide picture={layOut(drawn, relations, words)} words={words} />
      <Narrow picture={layOutNarrow(drawn, relations, said)} />
    </div>
  )
}

/** From the end on pages that are read from right to left. */
function useMirror(width: number): (x: number) => number {
  return usePage().direction === 'rtl' ? (x) => Math.round((width - x) * 10) / 10 : (x) => x
}

/** Names are German, on every page: their commas stand where they stand in German. */
function useNames(): (line: string) => string {
  return usePage().direction === 'rtl' ? (line) => `\u2066${line}\u2069` : (line) => line
}

/** Path data with every x mirrored; only M, H and V occur. */
const mirrored = (path: string, at: (x: number) => number) =>
  path.replaceAll(/M([\d.-]+) |H([\d.-]+)/g, (_, move?: string, across?: string) =>
    move === undefined ? `H${at(Number(across))}` : `M${at(Number(move))} `,
  )

const natureClass = (type: BodyType) => `tw-organigram__box tw-organigram__box--${natureOf(type)}`
const lineClass: Record<LineKind, string> = {
  REPORTS_TO: 'tw-organigram__line',
  ADVISES: 'tw-organigram__line tw-organigram__line--advises',
  INTERFACE_TO: 'tw-organigram__line tw-organigram__line--interface',
  PART_OF: 'tw-organigram__line tw-organigram__line--part',
}

const Sample = ({ kind }: { kind: LineKind }) => (
  <svg width="44" height="14" viewBox="0 0 44 14" aria-hidden="true">
    <path class={lineClass[kind]} d="M2 7H38" />
    {kind === 'INTERFACE_TO' ? (
      <>
        <Sign kind={kind} x={9} y={7} points="right" />
        <Sign kind={kind} x={39} y={7} points="right" />
      </>
    ) : (
      kind !== 'PART_OF' && <Sign kind={kind} x={42} y={7} points="right" />
    )}
  </svg>
)

/** What a line carries at its end: a full arrow, an open one, a circle. */
function Sign({
  kind,
  x,
  y,
  points,
}: {
  kind: LineKind
  x: number
  y: number
  points: 'up' | 'down' | 'left' | 'right'
}) {
  if (kind === 'INTERFACE_TO') {
    const inset = { up: [0, 4], down: [0, -4], left: [4, 0], right: [-4, 0] }[points]
    return <circle class="tw-organigram__knot" cx={x + (inset[0] ?? 0)} cy={y + (inset[1] ?? 0)} r="4" />
  }
  const tip = {
    up: `M${x} ${y}l-5 10h10z`,
    down: `M${x} ${y}l-5 -10h10z`,
    left: `M${x} ${y}l10 -5v10z`,
    right: `M${x} ${y}l-10 -5v10z`,
  }[points]
  return <path class={kind === 'ADVISES' ? 'tw-organigram__knot' : 'tw-organigram__tip'} d={tip} />
}

function Wide({
  picture: { width, height, boxes, ways },
  words,
}: {
  picture: Picture
  words: Record<LineKind, string>
}) {
  const at = useMirror(width)
  const named = useNames()
  return (
    <svg class="tw-wide" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {ways.map(({ path }) => (
        <path class="tw-organigram__halo" d={mirrored(path, at)} />
      ))}
      {ways.map(({ kind, path }) => (
        <path class={lineClass[kind]} d={mirrored(path, at)} />
      ))}
      {ways.map(({ kind, ends }) =>
        ends.map(({ x, y, points }) => <Sign kind={kind} x={at(x)} y={y} points={points} />),
      )}
      {ways.map(({ kind, label }) => (
        <text class="tw-organigram__word" x={at(label.x)} y={label.y} text-anchor="middle">
          {words[kind]}
        </text>
      ))}
      {boxes.map((box) => (
        <BoxLink id={box.id}>
          <rect
            class={natureClass(box.type)}
            x={Math.min(at(box.x), at(box.x + box.width))}
            y={box.y}
            width={box.width}
            height={box.height}
          />
          {box.lines.map((line, place) => (
            <text
              x={at(box.x + box.width / 2)}
              y={box.y + (box.height - box.lines.length * 19) / 2 + 15 + place * 19}
              text-anchor="middle"
            >
              {named(line)}
            </text>
          ))}
        </BoxLink>
      ))}
    </svg>
  )
}

function Narrow({ picture: { width, height, boxes, brackets } }: { picture: NarrowPicture }) {
  const at = useMirror(width)
  const named = useNames()
  const points = usePage().direction === 'rtl' ? ('left' as const) : ('right' as const)
  return (
    <svg class="tw-narrow" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {brackets.map(({ kind, path }) => (
        <path class={lineClass[kind]} d={mirrored(path, at)} />
      ))}
      {brackets.map(({ kind, ends }) => ends.map(({ x, y }) => <Sign kind={kind} x={at(x)} y={y} points={points} />))}
      {boxes.map((box) => (
        <BoxLink id={box.id}>
          <rect
            class={natureClass(box.type)}
            x={Math.min(at(box.x), at(box.x + box.width))}
            y={box.y}
            width={box.width}
            height={box.height}
          />
          {[...box.lines, ...box.said].map((line, place) => (
            <text class={place < box.lines.length ? '' : 'm'} x={at(box.x + 12)} y={box.y + 24 + place * 19}>
              {place < box.lines.length ? named(line) : line}
            </text>
          ))}
        </BoxLink>
      ))}
    </svg>
  )
}

/** Leads to the body by a click; keyboards and readers use the list. */
const BoxLink = ({ id, children }: { id: number; children: ComponentChildren }) => (
  <a href={usePage().href(paths.one(id))} tabindex={-1}>
    {children}
  </a>
)
