import { useTexts } from '#platform/texts/texts.ts'
import { Glyph } from '#ui/glyph.tsx'
import { Internal, Section } from '#ui/object.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { smartCheck, type Goal } from '../model/goal.ts'
import { texts } from '../texts/index.ts'

const points = ['specific', 'measurable', 'accepted', 'realistic', 'timed'] as const

/** Five points, each met or still open. Measurable and timed follow from the indicators. */
export function SmartPart({ goal }: { goal: Goal }) {
  const t = useTexts(texts)
  // Its own indicators, not those of the goals below.
  const check = smartCheck(
    goal.smart,
    goal.indicators.filter(({ goalIds }) => goalIds.includes(goal.id)),
  )
  const met = points.filter((point) => check[point]).length
  return (
    <Section id="smart" title={t('smart.title')} flush>
      <Internal>
        <p class="tw-prose tw-mb4">{t('smart.lead', { count: met })}</p>
        <ul class="tw-smart">
          {points.map((point) => (
            <li class={check[point] ? 'tw-ok' : 'tw-none'}>
              <Glyph name={check[point] ? 'c-ok' : 'c-none'} />
              <div>
                <strong>{t(`smart.${point}`)}</strong>: {check[point] ? t('smart.yes') : t('smart.no')}
                <div class="tw-small tw-muted">{t(`smart.${point}.text`)}</div>
              </div>
            </li>
          ))}
        </ul>
        {goal.smart.note && (
          <p class="tw-prose tw-mt4">
            <ForeignText text={goal.smart.note} language="de" />
          </p>
        )}
      </Internal>
    </Section>
  )
}
