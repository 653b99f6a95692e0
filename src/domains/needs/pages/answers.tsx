import { linkedTexts, Lines } from '#domains/action-fields/index.ts'
import { paths as goalPaths } from '#domains/goals/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { Link } from '#ui/link.tsx'
import type { MeasureState } from '#ui/marks.tsx'
import { Section } from '#ui/object.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { StateOf } from '#ui/state-squares.tsx'
import type { Need } from '../model/need.ts'
import { texts } from '../texts/index.ts'

/** The goals that answer a need, and below each what is done for it. */
export function Answers({ goals }: Pick<Need, 'goals'>) {
  const t = useTexts(texts)
  const l = useTexts(linkedTexts)
  return (
    <Section id="antworten" title={t('answers.title')} flush>
      {goals.length === 0 ? (
        <p class="tw-muted">{t('answers.empty')}</p>
      ) : (
        <Lines
          kind="goal"
          lines={goals.map(({ id, title, level, measures }) => ({
            key: id,
            title: (
              <>
                <Link path={goalPaths.one(id)}>
                  <ForeignText {...title} />
                </Link>
                <div class="tw-small tw-muted">
                  {l.dynamic(`level.${level}`)}
                  {measures.length === 0 && ` · ${t('answers.noMeasure')}`}
                </div>
                <ul class="tw-sublines">
                  {measures.map((measure) => (
                    <li>
                      <Link path={measurePaths.one(measure.id)}>
                        <span class="tw-num">{measure.number}</span> <ForeignText {...measure.title} />
                      </Link>{' '}
                      <StateOf value={measure.state as MeasureState} />
                    </li>
                  ))}
                </ul>
              </>
            ),
          }))}
        />
      )}
    </Section>
  )
}
