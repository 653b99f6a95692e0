import { paths as goalPaths } from '#domains/goals/paths.ts'
import { paths as needPaths } from '#domains/needs/paths.ts'
import { paths as translationPaths } from '#domains/translations/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { DraftNote, ThingFoot, ThingActions, type ThingMay } from '#platform/things/thing-pages.tsx'
import { Columns, ObjectHead, Section } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { ForeignText, Prose } from '#ui/prose.tsx'
import { Thread } from '#ui/thread.tsx'
import { withQuery } from '#values/query.ts'
import type { OrderKind } from '../model/forms.ts'
import { reachedOf, totalOf } from '../model/linked.ts'
import type { OrderThing, Touched } from '../model/order.ts'
import { paths } from '../paths.ts'
import { linkedTexts } from '../texts/linked/index.ts'
import { texts } from '../texts/index.ts'
import { Crossings } from './crossings.tsx'
import { IndicatorsPart } from './linked/indicators.tsx'
import { GoalLines, NeedsByPriority } from './linked/lines.tsx'
import { MeasuresPart } from './linked/measures.tsx'
import { MoneyPart } from './linked/money.tsx'
import { OrderSide } from './side.tsx'

export interface OrderPageProps {
  thing: OrderThing
  touched: Touched
  may: ThingMay
}

const kindPaths = { 'action-field': paths, 'cross-cutting-topic': paths.topics, 'target-group': paths.targetGroups }
const parameter = { 'action-field': 'feld', 'cross-cutting-topic': 'thema', 'target-group': 'zielgruppe' } as const

/** A field, a topic or a target group with everything it touches: needs, goals, measures, numbers, money. */
export function OrderPage({ thing, touched, may }: OrderPageProps) {
  const t = useTexts(texts)
  const { kind, id, code, title, description } = thing
  const own = kindPaths[kind]
  const filter = { [parameter[kind]]: String(id) }
  return (
    <Page
      title={title.text}
      crumbs={[
        { label: t('action-field.list'), path: paths.list },
        ...(kind === 'action-field' ? [] : [{ label: t(`${kind}.list`), path: own.list }]),
        { label: code ?? title.text },
      ]}
      heading={
        <ObjectHead
          line={kind === 'action-field' ? t('action-field.line', { code: code ?? '' }) : t(`${kind}.line`)}
          title={<ForeignText {...title} />}
          actions={<ThingActions thing={thing} paths={own} may={may} missing={[]} />}
        />
      }
    >
      <DraftNote thing={thing} missing={[]} />
      {description && <Prose {...description} />}
      <Section id="faden" title={t('thread.title')}>
        <OrderThread touched={touched} />
      </Section>
      <Columns side={<OrderSide thing={thing} touched={touched} />}>
        {kind !== 'action-field' && <Crossings crossings={touched.crossings} filter={filter} kind={kind} />}
        <Section
          id="bedarfe"
          title={t('needs.title')}
          flush
          more={{ path: withQuery(needPaths.list, filter), label: t('needs.all') }}
        >
          <NeedsByPriority needs={touched.needs} />
        </Section>
        <Section id="ziele" title={t('goals.title')} flush {...moreGoals(kind, filter, t('goals.all'))}>
          <GoalLines goals={touched.goals} indicators={touched.indicators} />
        </Section>
        <MeasuresPart linked={touched.measures} filter={filter} />
        <IndicatorsPart indicators={touched.indicators} />
        <MoneyPart years={touched.money} />
      </Columns>
      <ThingFoot may={may} history={own.history(id)} translations={translationPaths.of(kind, id)} />
    </Page>
  )
}

/** The list of goals cannot be narrowed to a target group: goals know none. */
const moreGoals = (kind: OrderKind, filter: Record<string, string>, label: string) =>
  kind === 'target-group' ? {} : { more: { path: withQuery(goalPaths.list, filter), label } }

/** The four strands in numbers; each knot leads to its part of the page. */
function OrderThread({ touched: { needs, goals, measures, indicators } }: { touched: Touched }) {
  const t = useTexts(texts)
  const l = useTexts(linkedTexts)
  const total = totalOf(measures.counts)
  const knot = (title: string, count: number, label: string, anchor: string) => ({
    title,
    items: count === 0 ? [] : [{ label, href: `#${anchor}` }],
    empty: t('thread.none'),
  })
  const withFigure = goals.filter(({ id }) => indicators.some((one) => one.value !== null && one.goalIds.includes(id)))
  return (
    <Thread
      label={t('thread.label')}
      knots={{
        need: knot(
          l('count.needs', { count: needs.length }),
          needs.length,
          t('thread.urgent', { count: needs.filter(({ priority }) => priority === 1).length }),
          'bedarfe',
        ),
        goal: knot(
          l('count.goals', { count: goals.length }),
          goals.length,
          t('thread.figures', { count: withFigure.length }),
          'ziele',
        ),
        measure: knot(
          l('count.measures', { count: total }),
          total,
          t('thread.reached', { reached: reachedOf(measures.counts), running: measures.counts.RUNNING ?? 0 }),
          'massnahmen',
        ),
        indicator: knot(
          l('count.indicators', { count: indicators.length }),
          indicators.length,
          t('thread.values', { count: indicators.filter(({ value }) => value !== null).length }),
          'indikatoren',
        ),
      }}
    />
  )
}
