import type { ComponentChildren } from 'preact'
import { useTexts } from '#platform/texts/texts.ts'
import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import { paths as goalPaths } from '#domains/goals/paths.ts'
import { paths as historyPaths } from '#domains/history/paths.ts'
import { paths as indicatorPaths } from '#domains/indicators/paths.ts'
import { paths as needPaths } from '#domains/needs/paths.ts'
import { paths as planPaths } from '#domains/plan/paths.ts'
import { paths as translationPaths } from '#domains/translations/paths.ts'
import { ThingActions } from '#platform/things/thing-pages.tsx'
import { ActionButton, EditLink } from '#ui/buttons.tsx'
import { Badge, CourseMark, StateMark, StatusRow, type Status } from '#ui/marks.tsx'
import { Columns, Facts, Internal, Note, ObjectHead, Section } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { ForeignText, Prose } from '#ui/prose.tsx'
import { Thread } from '#ui/thread.tsx'
import type { LocalDate } from '#values/local-date.ts'
import type { Measure, Named } from '../model/measure.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { Money } from './money.tsx'
import { Side } from './side.tsx'
import { Age } from './table.tsx'

export interface MeasurePageProps {
  measure: Measure
  today: LocalDate
  /** The reader is of the house: sees the unreleased course, and is reminded of old entries. */
  seesInternal: boolean
  may: {
    edit: boolean
    editMoney: boolean
    translate: boolean
    publish: boolean
    remove: boolean
    seeHistory: boolean
    needsApproval: boolean
  }
  /** What publishing still needs, as words; only for drafts. */
  missing: string[]
  /** When it was last changed, and by whom. */
  lastChange: string | undefined
  /** Panels of later domains: papers, awards … */
  panels?: ComponentChildren
}

export function MeasurePage({ measure, today, seesInternal, may, missing, lastChange, panels }: MeasurePageProps) {
  const t = useTexts(texts)
  const { id, number, title, field, description } = measure
  return (
    <Page
      title={`${number} ${title.text}`}
      crumbs={[
        { label: t('title'), path: paths.list },
        ...(field ? [{ label: field.title.text, path: fieldPaths.one(field.id) }] : []),
        { label: number },
      ]}
      heading={
        <ObjectHead
          kind="measure"
          line={field ? t('line', { number, field: field.title.text }) : `${t('one')} ${number}`}
          title={<ForeignText {...title} />}
          actions={
            <ThingActions thing={measure} paths={paths} may={may} missing={missing}>
              <ActionButton to={{ path: paths.confirm(id) }}>{t('confirm')}</ActionButton>
            </ThingActions>
          }
        />
      }
    >
      {measure.publishedAt === null && (
        <Note tone="warn">
          <p>
            <Badge tone="warn">{t('draft')}</Badge>{' '}
            {missing.length > 0 && t('publish.missing', { list: missing.join(', ') })}
          </p>
        </Note>
      )}
      {description && <Prose {...description} />}
      <StatusRow items={statusOf(t, measure, today, seesInternal)} />
      <Section
        id="kette"
        title={t('chain.title')}
        more={{ path: `${planPaths.chain}?weg=${id}`, label: t('chain.more') }}
      >
        <Thread label={t('chain.label')} knots={knotsOf(t, measure)} />
      </Section>
      <Columns side={<Side measure={measure} />}>
        <Money resources={measure.resources} {...(may.editMoney && { edit: paths.money(id) })} />
        <Logic measure={measure} />
        {measure.internalNote && (
          <Internal>
            <Prose text={measure.internalNote} language="de" />
          </Internal>
        )}
        {panels}
      </Columns>
      {lastChange && <p class="tw-small tw-muted tw-mt6">{lastChange}</p>}
      {(may.seeHistory || may.translate) && (
        <p class="tw-row tw-mt6">
          {may.translate && <EditLink path={translationPaths.of('measure', id)}>{t('translations')}</EditLink>}
          {may.seeHistory && (
            <EditLink icon="none" path={historyPaths.of('measure', id)}>
              {t('history')}
            </EditLink>
          )}
        </p>
      )}
    </Page>
  )
}

type T = ReturnType<typeof useTexts<(typeof texts)['all']['de']>>

function statusOf(t: Pick<T, 'dynamic'>, measure: Measure, today: LocalDate, seesInternal: boolean): Status[] {
  const { state, stateReason, progress, course, courseReason, isCourseReleased, confirmedOn } = measure
  const stateDetail = [progress !== null && t.dynamic('status.progress', { progress }), stateReason?.text]
    .filter(Boolean)
    .join('. ')
  return [
    {
      term: t.dynamic('status.state'),
      mark: <StateMark value={state} label={t.dynamic(`state.${state}`)} />,
      ...(stateDetail && { detail: stateDetail }),
    },
    {
      term: t.dynamic('status.course'),
      mark: <CourseMark value={course ?? 'GREY'} label={t.dynamic(`course.${course ?? 'GREY'}`)} />,
      detail: (
        <>
          {courseReason && <ForeignText text={courseReason} language="de" />}
          {course !== null && !isCourseReleased && <span class="tw-muted"> {t.dynamic('note.courseInternal')}</span>}
        </>
      ),
    },
    ...(seesInternal || confirmedOn !== null
      ? [{ term: t.dynamic('status.fresh'), mark: <Age {...{ measure, today, seesInternal }} /> }]
      : []),
  ]
}

function knotsOf(t: Pick<T, 'dynamic'>, { number, title, needs, goals, indicators }: Measure) {
  const knot = (key: string, things: Named[], pathOf: (id: number) => string) => ({
    title: t.dynamic(`chain.${key}`, { count: things.length }),
    items: things.map((thing) => ({ label: <ForeignText {...thing.title} />, path: pathOf(thing.id) })),
    empty: t.dynamic('chain.empty'),
  })
  return {
    need: knot('needs', needs, needPaths.one),
    goal: knot('goals', goals, goalPaths.one),
    measure: {
      title: t.dynamic('one'),
      here: true,
      items: [
        {
          label: (
            <>
              {number} <ForeignText {...title} />
            </>
          ),
        },
      ],
    },
    indicator: knot('indicators', indicators, indicatorPaths.one),
  }
}

function Logic({ measure: { logic } }: { measure: Measure }) {
  const t = useTexts(texts)
  const steps = (['inputs', 'activities', 'outputs', 'outcomes', 'impact'] as const).filter((step) => logic[step])
  if (steps.length === 0) return null
  return (
    <Section id="wirkung" title={t('logic.title')} flush>
      <Facts
        facts={steps.map((step) => ({
          term: t(`logic.${step}`),
          value: <ForeignText text={logic[step] ?? ''} language="de" />,
        }))}
      />
    </Section>
  )
}
