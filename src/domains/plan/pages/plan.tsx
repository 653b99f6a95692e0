import { paths as translationPaths } from '#domains/translations/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { ActionButton, EditLink, LinkButton } from '#ui/buttons.tsx'
import { EmptyResult } from '#ui/list.tsx'
import { Link } from '#ui/link.tsx'
import { Badge } from '#ui/marks.tsx'
import { Columns, Note, ObjectHead, Section } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { ForeignText, Prose } from '#ui/prose.tsx'
import type { LocalDate } from '#values/local-date.ts'
import type { ChapterPlace } from '../model/parts.ts'
import type { PlanChapter, WholePlan } from '../queries/plan.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { Bodies, Fields, GoalsAbove, TopicsAndGroups } from './plan-lists.tsx'
import { PlanSide } from './plan-side.tsx'
import { periodWords } from './period.ts'
import { DraftBadge } from './timeline-lists.tsx'
import { TimelineOfPlan } from './timeline.tsx'

export interface PlanPageProps {
  plan: WholePlan
  today: LocalDate
  may: { edit: boolean; publish: boolean; translate: boolean }
}

/** The whole plan on one page: what it wants and why, its time, its fields, who it is for, who steers it. */
export function PlanPage({ plan, today, may }: PlanPageProps) {
  const t = useTexts(texts)
  const { version } = plan
  return (
    <Page
      title={version.title.text}
      crumbs={[{ label: t('plan') }]}
      heading={
        <ObjectHead
          line={<VersionLine version={version} />}
          title={<ForeignText {...version.title} />}
          lead={version.lead && <ForeignText {...version.lead} />}
          actions={<Actions version={version} may={may} />}
        />
      }
    >
      {!version.isPublished && (
        <Note tone="warn">
          <p>{t('version.isDraft')}</p>
          {may.edit && (
            <p>
              <Link path={paths.missing}>{t('version.next')}</Link>
            </p>
          )}
        </Note>
      )}
      <Columns side={<PlanSide plan={plan} />} label={t('side')}>
        <Understanding plan={plan} />
        <Chapters plan={plan} place="BEFORE_FIELDS" />
        {(plan.phases.length > 0 || plan.events.length > 0) && (
          <Section id="zeit" title={t('time.title')} flush {...edit(may, t('arrange'), paths.arrange)}>
            <TimelineOfPlan phases={plan.phases} events={plan.events} today={today} />
          </Section>
        )}
        <Fields fields={plan.fields} after={(field) => between(plan, field.id)} />
        <Chapters plan={plan} place="BETWEEN" />
        <TopicsAndGroups topics={plan.topics} groups={plan.groups} />
        <Bodies bodies={plan.bodies} />
        <Chapters plan={plan} place="AFTER_FIELDS" />
        {isBare(plan) && <EmptyResult>{t('plan.empty')}</EmptyResult>}
      </Columns>
    </Page>
  )
}

const edit = (may: PlanPageProps['may'], label: string, path: string) => (may.edit ? { edit: { label, path } } : {})

const isBare = ({ fields, chapters, phases, goals, version }: WholePlan) =>
  fields.length + chapters.length + phases.length + goals.length === 0 && !version.mainGoal && !version.understanding

/** "In Kraft · 01.01.2025 bis 31.12.2029 · Fortschreibung 2024" */
function VersionLine({ version }: { version: WholePlan['version'] }) {
  const t = useTexts(texts)
  const { language } = usePage()
  const period = periodWords(t, language, version.periodFrom, version.periodTo)
  return (
    <span>
      <Badge tone={version.state === 'IN_FORCE' ? 'ok' : 'plain'}>{t(`version.${version.state}`)}</Badge>{' '}
      {period && <span class="tw-num">{period}</span>}{' '}
      {version.label && (
        <span class="tw-muted">
          · <ForeignText text={version.label} language="de" />
        </span>
      )}
    </span>
  )
}

function Actions({ version, may }: { version: WholePlan['version']; may: PlanPageProps['may'] }) {
  const t = useTexts(texts)
  return (
    <>
      <LinkButton path={paths.chain} primary={!may.edit}>
        {t('plan.toChain')}
      </LinkButton>
      {may.edit && (
        <>
          <LinkButton path={paths.edit} primary>
            {t('plan.edit')}
          </LinkButton>
          <LinkButton path={paths.arrange}>{t('arrange')}</LinkButton>
          <EditLink path={paths.funder}>{t('funder.edit')}</EditLink>
          {may.translate && (
            <EditLink path={translationPaths.of('plan-version', version.id)}>{t('translations')}</EditLink>
          )}
        </>
      )}
      {may.publish && !version.isPublished && (
        <ActionButton to={{ path: paths.publish }}>{t('version.publish')}</ActionButton>
      )}
      {may.publish && version.isPublished && <LinkButton path={paths.withdraw}>{t('version.withdraw')}</LinkButton>}
    </>
  )
}

/** What the plan understands by integration, and what it wants to reach. */
function Understanding({ plan: { version, goals } }: { plan: WholePlan }) {
  const t = useTexts(texts)
  if (!version.understanding && !version.mainGoal && goals.length === 0) return null
  return (
    <>
      {version.understanding && (
        <Section id="verstaendnis" title={t('understanding')} flush>
          <figure class="tw-words">
            <blockquote>
              <Prose {...version.understanding} />
            </blockquote>
            {version.understandingSource && (
              <figcaption class="tw-small tw-muted">
                <ForeignText text={version.understandingSource} language="de" />
              </figcaption>
            )}
          </figure>
        </Section>
      )}
      {(version.mainGoal !== null || goals.length > 0) && (
        <Section id="ziele" title={t('mainGoal')} flush>
          {version.mainGoal && (
            <div class="tw-lead">
              <Prose {...version.mainGoal} />
            </div>
          )}
          <GoalsAbove goals={goals} />
        </Section>
      )}
    </>
  )
}

/** The chapters that stand after this field; nothing where there is none. */
function between({ chapters }: WholePlan, fieldId: number) {
  const here = chapters.filter(({ afterFieldId }) => afterFieldId === fieldId)
  return here.length > 0 && here.map((chapter) => <ChapterBetween chapter={chapter} />)
}

const ChapterBetween = ({ chapter: { id, title, text, isDraft } }: { chapter: PlanChapter }) => (
  <section class="tw-between" aria-labelledby={`kapitel-${id}`}>
    <h3 class="kern-heading-medium" id={`kapitel-${id}`}>
      <ForeignText {...title} /> {isDraft && <DraftBadge />}
    </h3>
    {text && <Prose {...text} />}
  </section>
)

/** The chapters of one place, in their order; those after a field stand there. */
function Chapters({ plan, place }: { plan: WholePlan; place: ChapterPlace }) {
  return (
    <>
      {plan.chapters
        .filter((chapter) => chapter.place === place && chapter.afterFieldId === null)
        .map((chapter) => (
          <Chapter chapter={chapter} />
        ))}
    </>
  )
}

const Chapter = ({ chapter: { id, title, text, isDraft } }: { chapter: PlanChapter }) => (
  <Section
    id={`kapitel-${id}`}
    flush
    title={
      <>
        <ForeignText {...title} /> {isDraft && <DraftBadge />}
      </>
    }
  >
    {text && <Prose {...text} />}
  </Section>
)
