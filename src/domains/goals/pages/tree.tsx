import { linkedTexts } from '#domains/action-fields/index.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { DraftBadge, MoveButtons } from '#platform/things/thing-pages.tsx'
import { Glyph } from '#ui/glyph.tsx'
import { Link } from '#ui/link.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { treeOf, type GoalBranch } from '../model/filter.ts'
import type { GoalInList } from '../model/goal.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

/** From the visions down: every goal below the one it belongs to, with how it belongs there. */
export const GoalTree = ({ goals, mayMove }: { goals: GoalInList[]; mayMove: boolean }) => (
  <Branches branches={treeOf(goals)} top mayMove={mayMove} />
)

function Branches({
  branches,
  top = false,
  mayMove = false,
}: {
  branches: GoalBranch[]
  top?: boolean
  /** Only those at the top are moved here; the others on the page of their parent. */
  mayMove?: boolean
}) {
  if (branches.length === 0) return null
  return (
    <ul class={top ? 'tw-goaltree tw-goal' : ''}>
      {branches.map(({ goal, children }, place) => (
        <li>
          <Leaf goal={goal} />
          {mayMove && goal.parentId === null && (
            <MoveButtons
              path={paths.move(goal.id)}
              title={goal.title.text}
              isFirst={place === 0}
              isLast={place === branches.length - 1}
            />
          )}
          <Branches branches={children} />
        </li>
      ))}
    </ul>
  )
}

function Leaf({
  goal: { id, title, level, field, relation, measureCount, indicatorCount, isDraft },
}: {
  goal: GoalInList
}) {
  const t = useTexts(texts)
  const l = useTexts(linkedTexts)
  return (
    <div class="tw-goaltree__one">
      <Glyph name="goal" />
      <div>
        <Link path={paths.one(id)}>
          <ForeignText {...title} />
        </Link>{' '}
        <DraftBadge isDraft={isDraft} />
        <div class="tw-small tw-muted">
          {l(`level.${level}`)}
          {relation === 'BEST_FIT' && ` · ${t('relation.BEST_FIT')} ↑`}
          {field && (
            <>
              {' · '}
              <ForeignText {...field.title} />
            </>
          )}
          {(measureCount > 0 || indicatorCount > 0) &&
            ` · ${l('count.measures', { count: measureCount })} · ${l('count.indicators', { count: indicatorCount })}`}
        </div>
      </div>
    </div>
  )
}
