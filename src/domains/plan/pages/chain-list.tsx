import { useTexts } from '#platform/texts/texts.ts'
import { Link } from '#ui/link.tsx'
import { Tree, type TreeNode } from '#ui/object.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { adjacencyOf, gapsOf, type ChainKind } from '../model/chain.ts'
import type { ChainView } from '../model/chain-filter.ts'
import type { ChainLabel } from '../queries/labels.ts'
import { texts } from '../texts/index.ts'
import { NodeLine, NodeWords } from './chain-picture.tsx'
import { pathOfNode } from './nodes.ts'

interface Props {
  view: ChainView
  labels: ReadonlyMap<number, ChainLabel>
}

/** The same as the picture, by goals: what a reader hears, what a phone shows. */
export function ChainList({ view, labels }: Props) {
  const t = useTexts(texts)
  const { up, down } = adjacencyOf(view.chain)
  const line = (id: number): TreeNode[] => {
    const label = labels.get(id)
    return label ? [{ label: <NodeLine id={id} label={label} /> }] : []
  }
  const of = (ids: readonly number[] | undefined, kind: ChainKind) =>
    (ids ?? []).filter((id) => labels.get(id)?.kind === kind)
  const withIndicators = (id: number): TreeNode[] =>
    line(id).map((node) => ({ ...node, children: of(down.get(id), 'indicator').flatMap(line) }))

  const goals = view.chain.nodes.filter(({ kind }) => kind === 'goal')
  const nodes = goals.flatMap(({ id }): TreeNode[] => {
    const label = labels.get(id)
    if (!label) return []
    const measures = of(down.get(id), 'measure')
    const carried = new Set(measures.flatMap((measure) => down.get(measure) ?? []))
    const direct = of(down.get(id), 'indicator').filter((indicator) => !carried.has(indicator))
    return [
      {
        label: (
          <span>
            <NodeWords label={label} />
          </span>
        ),
        open: view.way?.has(id) ?? id === goals[0]?.id,
        children: [
          ...of(up.get(id), 'need').flatMap(line),
          ...measures.flatMap(withIndicators),
          ...(measures.length === 0 ? [{ label: <span class="tw-gap-word">{t('chain.gap.measure')}</span> }] : []),
          ...direct.flatMap(line),
          {
            label: (
              <Link path={pathOfNode('goal', id)}>
                {t('chain.toGoal')}
                <span class="tw-sr">
                  : <ForeignText {...label.text} />
                </span>
              </Link>
            ),
          },
        ],
      },
    ]
  })
  const loose = (title: string, ids: readonly number[]): TreeNode[] =>
    ids.length === 0 ? [] : [{ label: title, children: ids.flatMap(withIndicators) }]
  const alone = (kind: ChainKind) =>
    view.chain.nodes.filter((node) => node.kind === kind && !up.has(node.id)).map(({ id }) => id)
  return (
    <Tree
      nodes={[
        ...nodes,
        ...loose(t('chain.loose.need'), gapsOf(view.chain).needs),
        ...loose(t('chain.loose.measure'), alone('measure')),
        ...loose(t('chain.loose.indicator'), alone('indicator')),
      ]}
    />
  )
}
