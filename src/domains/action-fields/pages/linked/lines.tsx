import type { ComponentChildren } from 'preact'
import { paths as goalPaths } from '#domains/goals/paths.ts'
import { paths as needPaths } from '#domains/needs/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { DraftBadge } from '#platform/things/thing-pages.tsx'
import { Glyph } from '#ui/glyph.tsx'
import { Link } from '#ui/link.tsx'
import { ForeignText } from '#ui/prose.tsx'
import type { Kind } from '#ui/words.ts'
import type { LinkedGoal, LinkedIndicator, LinkedNeed } from '../../model/linked.ts'
import { linkedTexts } from '../../texts/linked/index.ts'
import { useIndicatorFact } from './indicators.tsx'

interface Line {
  key: number
  title: ComponentChildren
  detail?: ComponentChildren
}

/** Needs or goals one below the other, each with its shape. */
export const Lines = ({ kind, lines }: { kind: Kind; lines: Line[] }) => (
  <ul class={`tw-lines tw-${kind}`}>
    {lines.map(({ title, detail }) => (
      <li>
        <Glyph name={kind} />
        <div>
          {title}
          {detail && <div class="tw-small tw-muted">{detail}</div>}
        </div>
      </li>
    ))}
  </ul>
)

/** Needs below their priority, the urgent first. */
export function NeedsByPriority({ needs }: { needs: LinkedNeed[] }) {
  const t = useTexts(linkedTexts)
  if (needs.length === 0) return <p class="tw-muted">{t('needs.empty')}</p>
  const groups = ([1, 2, 3, null] as const).flatMap((priority) => {
    const found = needs.filter((need) => need.priority === priority)
    return found.length === 0 ? [] : [{ priority, found }]
  })
  return (
    <div class="tw-groups">
      {groups.map(({ priority, found }) => (
        <section>
          <h3>{t.dynamic(`priority.${priority ?? 'none'}`)}</h3>
          <NeedLines needs={found} />
        </section>
      ))}
    </div>
  )
}

export function NeedLines({ needs }: { needs: LinkedNeed[] }) {
  const t = useTexts(linkedTexts)
  return (
    <Lines
      kind="need"
      lines={needs.map(({ id, title, goalCount, isDraft }) => ({
        key: id,
        title: (
          <>
            <Link path={needPaths.one(id)}>
              <ForeignText {...title} />
            </Link>{' '}
            <DraftBadge isDraft={isDraft} />
          </>
        ),
        detail: goalCount === 0 ? t('needs.noGoal') : t('count.goals', { count: goalCount }),
      }))}
    />
  )
}

/** Goals with their level and, where there is one, the newest figure of an indicator. */
export function GoalLines({ goals, indicators }: { goals: LinkedGoal[]; indicators: LinkedIndicator[] }) {
  const t = useTexts(linkedTexts)
  const factOf = useIndicatorFact()
  if (goals.length === 0) return <p class="tw-muted">{t('goals.empty')}</p>
  const figureOf = (goalId: number) =>
    indicators
      .filter(({ goalIds }) => goalIds.includes(goalId))
      .map(factOf)
      .find((fact) => fact !== null)
  return (
    <Lines
      kind="goal"
      lines={goals.map(({ id, title, level, measureCount, isDraft }) => ({
        key: id,
        title: (
          <>
            <Link path={goalPaths.one(id)}>
              <ForeignText {...title} />
            </Link>{' '}
            <DraftBadge isDraft={isDraft} />
          </>
        ),
        detail: (
          <>
            {t(`level.${level}`)} ·{' '}
            {measureCount === 0 ? t('goals.noMeasure') : t('count.measures', { count: measureCount })} ·{' '}
            <bdi>{figureOf(id) ?? t('goals.noNumber')}</bdi>
          </>
        ),
      }))}
    />
  )
}
