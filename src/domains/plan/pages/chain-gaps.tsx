import { paths as goalPaths } from '#domains/goals/paths.ts'
import { paths as needPaths } from '#domains/needs/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { Link } from '#ui/link.tsx'
import { Note } from '#ui/object.tsx'
import { withQuery } from '#values/query.ts'
import { gapsOf, type ChainKind } from '../model/chain.ts'
import type { ChainView } from '../model/chain-filter.ts'
import type { KnownChain } from '../model/known-chain.ts'
import type { ChainWords } from '../queries/labels.ts'
import { texts } from '../texts/index.ts'
import { NodeLine } from './chain-picture.tsx'

/** Needs without goal, goals without measure: said before the picture, each a link. */
export function Gaps({ view, words }: { view: ChainView; words: ChainWords }) {
  const t = useTexts(texts)
  const { needs, goals } = gapsOf(view.chain)
  const own = (ids: number[]) => ids.filter((id) => view.focus.has(id))
  const found = [...own(needs), ...own(goals)]
  if (found.length === 0) return null
  return (
    <Note tone="warn">
      <p>
        {[
          own(needs).length > 0 && t('chain.gaps.needs', { count: own(needs).length }),
          own(goals).length > 0 && t('chain.gaps.goals', { count: own(goals).length }),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      <ul class="tw-plain-list">
        {found.map((id) => {
          const label = words.labels.get(id)
          return label ? (
            <li>
              <NodeLine id={id} label={label} />
            </li>
          ) : null
        })}
      </ul>
    </Note>
  )
}

/** What counts but is not drawn, with the reason and where it is found. */
export function Outside({ all, field }: { all: KnownChain; field: ChainView['field'] }) {
  const t = useTexts(texts)
  const count = (kind: ChainKind) =>
    all.outside.filter((node) => node.kind === kind && (typeof field !== 'number' || node.fieldId === field)).length
  const [needs, goals] = [count('need'), count('goal')]
  if (needs + goals === 0) return null
  const ofField = typeof field === 'number' ? { feld: String(field) } : {}
  return (
    <ul class="tw-plain-list tw-small tw-muted">
      {needs > 0 && (
        <li>
          {t('chain.outside.needs', { count: needs })}{' '}
          <Link path={withQuery(needPaths.list, { stand: 'REJECTED', ...ofField })}>
            {t('chain.outside.needs.see', { count: needs })}
          </Link>
        </li>
      )}
      {goals > 0 && (
        <li>
          {t('chain.outside.goals', { count: goals })} <Link path={goalPaths.list}>{t('chain.outside.goals.see')}</Link>
        </li>
      )}
    </ul>
  )
}
