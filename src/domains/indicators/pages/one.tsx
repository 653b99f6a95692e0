import type { ComponentChildren } from 'preact'
import { useTexts } from '#platform/texts/texts.ts'
import { ThingActions, ThingFoot } from '#platform/things/thing-pages.tsx'
import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import { paths as goalPaths } from '#domains/goals/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as needPaths } from '#domains/needs/paths.ts'
import { paths as translationPaths } from '#domains/translations/paths.ts'
import { Badge, StatusRow, type Status } from '#ui/marks.tsx'
import { Columns, Note, ObjectHead } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { Thread } from '#ui/thread.tsx'
import type { Indicator, Named } from '../model/indicator.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { Course } from './course.tsx'
import { Lead } from './lead.tsx'
import { Unit, ValueCell, WayMark } from './marks.tsx'
import { Side } from './side.tsx'
import { Values } from './values.tsx'
import { formatUntil, formatValue, formatWhen, latestOf, wayWords, type T } from './wording.ts'

export interface IndicatorPageProps {
  indicator: Indicator
  may: {
    edit: boolean
    values: boolean
    publish: boolean
    seeHistory: boolean
    translate: boolean
    needsApproval: boolean
  }
  /** What publishing still needs, as words; only for drafts. */
  missing: string[]
  /** When it was last changed, and by whom. */
  lastChange: string | undefined
  /** Panels of later domains. */
  panels?: ComponentChildren
}

export function IndicatorPage({ indicator, may, missing, lastChange, panels }: IndicatorPageProps) {
  const t = useTexts(texts)
  const { id, code, title, field } = indicator
  return (
    <Page
      title={`${code} ${title.text}`}
      crumbs={[
        { label: t('title'), path: paths.list },
        ...(field ? [{ label: field.title.text, path: fieldPaths.one(field.id) }] : []),
        { label: code },
      ]}
      heading={
        <ObjectHead
          kind="indicator"
          line={field ? t('line', { code, field: field.title.text }) : `${t('one')} ${code}`}
          title={<ForeignText {...title} />}
          lead={<Lead indicator={indicator} />}
          actions={
            <ThingActions thing={indicator} paths={paths} may={{ ...may, remove: may.edit }} missing={missing} />
          }
        />
      }
    >
      {indicator.publishedAt === null && (
        <Note tone="warn">
          <p>
            <Badge tone="warn">{t('draft')}</Badge>{' '}
            {missing.length > 0 && t('publish.missing', { list: missing.join(', ') })}
          </p>
        </Note>
      )}
      <StatusRow items={statusOf(t, indicator)} />
      <Columns label={t('side.label')} side={<Side indicator={indicator} />}>
        <Course indicator={indicator} />
        <Values indicator={indicator} mayEdit={may.values} />
        <section class="tw-part" aria-labelledby="kette">
          <h2 class="kern-heading-large tw-mb5" id="kette">
            {t('chain.title')}
          </h2>
          <Thread label={t('chain.label')} knots={knotsOf(t, indicator)} />
        </section>
        {panels}
      </Columns>
      <ThingFoot
        may={may}
        history={paths.history(id)}
        translations={translationPaths.of('indicator', id)}
        lastChange={lastChange}
      />
    </Page>
  )
}

function statusOf(t: T, indicator: Indicator): Status[] {
  const { attainment, targetValue, targetDate, direction, values } = indicator
  const latest = latestOf(values)
  const { sentence } = wayWords(t, attainment, indicator)
  return [
    {
      term: t('status.value'),
      mark: latest ? (
        <span class="tw-num tw-huge">
          <ValueCell value={latest} scale={indicator} />
        </span>
      ) : (
        <span class="tw-muted">{t('noValue')}</span>
      ),
      ...(latest && {
        detail: (
          <>
            <Unit scale={indicator} /> {formatWhen(t, latest)}
          </>
        ),
      }),
    },
    {
      term: t('status.way'),
      mark: <WayMark attainment={attainment} scale={indicator} />,
      detail: `${sentence} ${t(`direction.${direction}`)}`,
    },
    {
      term: t('status.target'),
      mark:
        targetValue === null ? (
          <span class="tw-muted">{t('noTarget')}</span>
        ) : (
          <span class="tw-num">{formatValue(targetValue, indicator, t.language)}</span>
        ),
      ...(targetDate && { detail: formatUntil(t, targetDate) }),
    },
  ]
}

function knotsOf(t: T, { title, needs, goals, measures }: Indicator) {
  const knot = (key: 'needs' | 'goals', things: Named[], pathOf: (id: number) => string) => ({
    title: t(`chain.${key}`, { count: things.length }),
    items: things.map((thing) => ({ label: <ForeignText {...thing.title} />, path: pathOf(thing.id) })),
    empty: t('chain.empty'),
  })
  return {
    need: knot('needs', needs, needPaths.one),
    goal: knot('goals', goals, goalPaths.one),
    measure: {
      title: t('chain.measures', { count: measures.length }),
      items: measures.map((measure) => ({
        label: (
          <>
            {measure.number} <ForeignText {...measure.title} />
          </>
        ),
        path: measurePaths.one(measure.id),
      })),
      empty: t('chain.empty'),
    },
    indicator: { title: t('one'), here: true, items: [{ label: <ForeignText {...title} /> }] },
  }
}
