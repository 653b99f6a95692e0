import type { ComponentChildren } from 'preact'
import {
  IndicatorsPart,
  linkedTexts,
  MeasuresPart,
  MoneyPart,
  NeedsByPriority,
  type Named,
} from '#domains/action-fields/index.ts'
import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import { paths as indicatorPaths } from '#domains/indicators/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as needPaths } from '#domains/needs/paths.ts'
import { paths as planPaths } from '#domains/plan/paths.ts'
import { paths as translationPaths } from '#domains/translations/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { DraftNote, ThingFoot, ThingActions, type ThingMay } from '#platform/things/thing-pages.tsx'
import { StatusRow } from '#ui/marks.tsx'
import { Columns, ObjectHead, Section } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { ForeignText, Prose } from '#ui/prose.tsx'
import { Thread } from '#ui/thread.tsx'
import { isGuiding, type Goal } from '../model/goal.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { Children, Family } from './family.tsx'
import { GoalSide, Hints } from './side.tsx'
import { SmartPart } from './smart.tsx'

export interface GoalPageProps {
  goal: Goal
  may: ThingMay
  /** Of the house: sees the SMART check. */
  seesInternal: boolean
  /** What publishing still needs, in words. */
  missing: string[]
  /** What later domains know of its numbers; without them the page shows the facts of its indicators. */
  panels: ComponentChildren[]
}

export function GoalPage({ goal, may, seesInternal, missing, panels }: GoalPageProps) {
  const t = useTexts(texts)
  const l = useTexts(linkedTexts)
  const { id, text, field, level, evidence } = goal
  return (
    <Page
      title={text.text}
      crumbs={[
        { label: t('title'), path: paths.list },
        ...(field ? [{ label: field.title.text, path: fieldPaths.one(field.id) }] : []),
        { label: t('one') },
      ]}
      heading={
        <ObjectHead
          kind="goal"
          line={field ? t('line', { level: l(`level.${level}`), field: field.title.text }) : l(`level.${level}`)}
          title={<ForeignText {...text} />}
          actions={<ThingActions thing={goal} paths={paths} may={may} missing={missing} />}
        />
      }
    >
      <DraftNote thing={goal} missing={missing} />
      {may.edit && <Hints goal={goal} />}
      <Status goal={goal} />
      <Section
        id="kette"
        title={t('chain.title')}
        more={{ path: `${planPaths.chain}?weg=${id}`, label: t('chain.more') }}
      >
        <GoalThread goal={goal} />
        {goal.below.length > 0 && (
          <p class="tw-small tw-muted tw-mt3">{isGuiding(level) ? t('below.noteAll') : t('below.note')}</p>
        )}
      </Section>
      <Columns side={<GoalSide goal={goal} />}>
        <Family goal={goal} />
        <Children goal={goal} mayMove={may.edit} />
        {goal.needs.length > 0 && (
          <Section id="bedarfe" title={t('needs.title')} flush>
            <NeedsByPriority needs={goal.needs} />
          </Section>
        )}
        {panels.length > 0 ? panels : <IndicatorsPart indicators={goal.indicators} />}
        <MeasuresPart
          linked={goal.measures}
          // The list can show those of one goal, not those of the goals below it.
          {...(goal.below.length > 0 ? { title: t('below.measures') } : { filter: { ziel: String(id) } })}
        />
        <MoneyPart years={goal.money} note={t('money.note')} />
        {seesInternal && goal.level !== 'VISION' && <SmartPart goal={goal} />}
        {evidence && (
          <Section id="grundlage" title={t('evidence.title')} flush>
            <Prose {...evidence} />
          </Section>
        )}
      </Columns>
      <ThingFoot may={may} history={paths.history(id)} translations={translationPaths.of('goal', id)} />
    </Page>
  )
}

function Status({ goal: { level, source, budgetProduct, stairStep } }: { goal: Goal }) {
  const t = useTexts(texts)
  const l = useTexts(linkedTexts)
  return (
    <StatusRow
      items={[
        { term: t('status.level'), mark: l(`level.${level}`) },
        {
          term: t('status.source'),
          mark: t(`source.${source}`),
          ...(budgetProduct && { detail: t('status.product', budgetProduct) }),
        },
        {
          term: t('status.stair'),
          mark:
            stairStep === null ? (
              <span class="tw-muted">{t('unknown')}</span>
            ) : (
              t('status.stairOf', { step: String(stairStep) })
            ),
          ...(stairStep !== null && { detail: t.dynamic(`stair.${stairStep}`) }),
        },
      ]}
    />
  )
}

/** A knot of the thread names the first few; the page below has all of them. */
const mostInKnot = 6

function GoalThread({ goal: { text, needs, measures, indicators } }: { goal: Goal }) {
  const t = useTexts(texts)
  const total = Object.values(measures.counts).reduce((sum, one) => sum + one, 0)
  const knot = (title: string, things: Named[], count: number, pathOf: (id: number) => string, anchor: string) => ({
    title,
    items: [
      ...things.slice(0, mostInKnot).map((thing) => ({
        label: <ForeignText {...thing.title} />,
        path: pathOf(thing.id),
      })),
      ...(count > mostInKnot ? [{ label: t('chain.others', { count: count - mostInKnot }), href: `#${anchor}` }] : []),
    ],
    empty: t('chain.empty'),
  })
  return (
    <Thread
      label={t('chain.label')}
      knots={{
        need: knot(t('chain.needs', { count: needs.length }), needs, needs.length, needPaths.one, 'bedarfe'),
        goal: { title: t('one'), here: true, items: [{ label: <ForeignText {...text} /> }] },
        measure: knot(t('chain.measures', { count: total }), measures.measures, total, measurePaths.one, 'massnahmen'),
        indicator: knot(
          t('chain.indicators', { count: indicators.length }),
          indicators,
          indicators.length,
          indicatorPaths.one,
          'inhalt',
        ),
      }}
    />
  )
}
