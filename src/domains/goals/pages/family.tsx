import { linkedTexts } from '#domains/action-fields/index.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { DraftBadge, MoveButtons } from '#platform/things/thing-pages.tsx'
import { Glyph } from '#ui/glyph.tsx'
import { Link } from '#ui/link.tsx'
import { Section } from '#ui/object.tsx'
import { ForeignText } from '#ui/prose.tsx'
import type { Goal, Relation, Relative } from '../model/goal.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

/** The way up: from the vision down to this goal, each step with how it belongs to the one above. */
export function Family({ goal }: { goal: Goal }) {
  const t = useTexts(texts)
  return (
    <Section id="ebenen" title={t('family.title')} flush>
      {goal.parents.length === 0 ? (
        <p class="tw-muted">{t('family.top')}</p>
      ) : (
        <Steps parents={goal.parents} goal={goal} isTop />
      )}
    </Section>
  )
}

function Steps({ parents, goal, isTop = false }: { parents: Relative[]; goal: Goal; isTop?: boolean }) {
  const t = useTexts(texts)
  const l = useTexts(linkedTexts)
  const [first, ...others] = parents
  return (
    <ul class={isTop ? 'tw-goaltree tw-goal' : ''}>
      <li>
        <div class="tw-goaltree__one">
          <Glyph name="goal" />
          <div>
            {first ? (
              <>
                <Link path={paths.one(first.id)}>
                  <ForeignText {...first.title} />
                </Link>{' '}
                <DraftBadge isDraft={first.isDraft} />
              </>
            ) : (
              <span class="here" aria-current="true">
                <ForeignText {...goal.text} />
              </span>
            )}
            <div class="tw-small tw-muted">
              {first ? l(`level.${first.level}`) : `${l(`level.${goal.level}`)} · ${t('family.here')}`}
              {!isTop && <RelationWord relation={first ? first.relation : goal.relation} />}
            </div>
          </div>
        </div>
        {first && <Steps parents={others} goal={goal} />}
      </li>
    </ul>
  )
}

/** „abgeleitet aus" or „passt am ehesten zu", said of the goal above it. */
function RelationWord({ relation }: { relation: Relation | null }) {
  const t = useTexts(texts)
  return relation && <> · {t(`relation.${relation}`)} ↑</>
}

/** The goals right below in their order, each after the words that lead to it. */
export function Children({ goal, mayMove }: { goal: Goal; mayMove: boolean }) {
  const t = useTexts(texts)
  const l = useTexts(linkedTexts)
  const { children } = goal
  if (children.length === 0) return null
  return (
    <Section id="darunter" title={t('children.title')} flush>
      <ul class="tw-goaltree tw-goal">
        {children.map(({ id, title, level, leadIn, relation, isDraft }, place) => (
          <li>
            <div class="tw-goaltree__one">
              <Glyph name="goal" />
              <div>
                {leadIn && (
                  <div class="tw-muted">
                    <ForeignText {...leadIn} />
                  </div>
                )}
                <Link path={paths.one(id)}>
                  <ForeignText {...title} />
                </Link>{' '}
                <DraftBadge isDraft={isDraft} />
                <div class="tw-small tw-muted">
                  {l(`level.${level}`)}
                  <RelationWord relation={relation} />
                </div>
              </div>
            </div>
            {mayMove && (
              <MoveButtons
                path={paths.move(id)}
                title={title.text}
                isFirst={place === 0}
                isLast={place === children.length - 1}
                back={paths.one(goal.id)}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
