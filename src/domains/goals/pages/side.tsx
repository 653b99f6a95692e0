import type { Named } from '#domains/action-fields/index.ts'
import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { Link } from '#ui/link.tsx'
import { Facts, Note, SidePart } from '#ui/object.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { stairHint, type Goal } from '../model/goal.ts'
import { isFormulatedAsState } from '../model/wording.ts'
import { texts } from '../texts/index.ts'

export function GoalSide({ goal: { field, topics, budgetProduct } }: { goal: Goal }) {
  const t = useTexts(texts)
  const links = (things: Named[], pathOf: (id: number) => string) =>
    things.length > 0 &&
    things.map((thing, place) => [
      place > 0 && <br />,
      <Link path={pathOf(thing.id)}>
        <ForeignText {...thing.title} />
      </Link>,
    ])
  return (
    <SidePart title={t('side.frame')}>
      <Facts
        facts={[
          { term: t('form.actionFieldId'), value: field && links([field], fieldPaths.one) },
          { term: t('side.topics'), value: links(topics, fieldPaths.topic) },
          {
            term: t('form.budgetProductId'),
            value: budgetProduct && <ForeignText text={`${budgetProduct.code} ${budgetProduct.title}`} language="de" />,
          },
        ]}
      />
    </SidePart>
  )
}

/** What those who work on the goal may want to think over; the public does not see it. */
export function Hints({ goal }: { goal: Pick<Goal, 'level' | 'stairStep' | 'text'> }) {
  const t = useTexts(texts)
  const stair = stairHint(goal.level, goal.stairStep)
  const isState = goal.text.language !== 'de' || isFormulatedAsState(goal.text.text)
  if (stair === null && isState) return null
  return (
    <Note>
      <p>
        <strong>{t('hint.title')}:</strong>
      </p>
      {!isState && <p>{t('hint.wording')}</p>}
      {stair && <p>{t(`hint.${stair}`)}</p>}
    </Note>
  )
}
