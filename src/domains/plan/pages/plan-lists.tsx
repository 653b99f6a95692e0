import type { ComponentChildren } from 'preact'
import { useTexts } from '#platform/texts/texts.ts'
import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import { paths as bodyPaths } from '#domains/bodies/paths.ts'
import { paths as goalPaths } from '#domains/goals/paths.ts'
import { Link } from '#ui/link.tsx'
import { KindMark } from '#ui/marks.tsx'
import { Section } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { ForeignText } from '#ui/prose.tsx'
import { formatDate } from '#values/local-date.ts'
import { formatNumber } from '#values/number.ts'
import type { PlanBody, PlanField, PlanGoal, PlanGroup, PlanTopic } from '../queries/plan.ts'
import { texts } from '../texts/index.ts'
import { ProgressByField } from './progress.tsx'
import { DraftBadge } from './timeline-lists.tsx'

/** The goals above the fields: vision, main goals, partial goals, each with those below it. */
export function GoalsAbove({ goals }: { goals: PlanGoal[] }) {
  const t = useTexts(texts)
  const ids = new Set(goals.map(({ id }) => id))
  const below = (parent: number | null) =>
    goals.filter(({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null) === parent)
  const branch = (parent: number | null) => {
    const children = below(parent)
    if (children.length === 0) return null
    return (
      <ul class="tw-goals">
        {children.map(({ id, level, text, isDraft }) => (
          <li>
            <KindMark kind="goal">
              <span class="tw-small">{t.dynamic(`level.${level}`)}</span>
            </KindMark>
            <p>
              <Link path={goalPaths.one(id)}>
                <ForeignText {...text} />
              </Link>{' '}
              {isDraft && <DraftBadge />}
            </p>
            {branch(id)}
          </li>
        ))}
      </ul>
    )
  }
  return <>{branch(null)}</>
}

interface FieldsProps {
  fields: PlanField[]
  /** What stands between this field and the next one. */
  after: (field: PlanField) => ComponentChildren
}

/** The fields with their numbers and how far they are; what stands between two of them parts the list. */
export function Fields({ fields, after }: FieldsProps) {
  const t = useTexts(texts)
  if (fields.length === 0) return null
  return (
    <Section
      id="felder"
      title={t('fields', { count: fields.length })}
      flush
      more={{ path: fieldPaths.list, label: t('fields.all') }}
    >
      {runsOf(fields, after).map(({ run, between }) => (
        <>
          <ProgressByField fields={run} of={fields} detail={(field) => <FieldCounts field={field} />} />
          {between}
        </>
      ))}
    </Section>
  )
}

/** The fields in runs: each ends where something stands between it and the next. */
function runsOf(fields: readonly PlanField[], after: FieldsProps['after']) {
  const runs: { run: PlanField[]; between: ComponentChildren }[] = []
  let run: PlanField[] = []
  for (const field of fields) {
    run.push(field)
    const between = after(field)
    if (!between && field !== fields.at(-1)) continue
    runs.push({ run, between })
    run = []
  }
  return runs
}

function FieldCounts({ field: { needs, goals, progress, isDraft } }: { field: PlanField }) {
  const t = useTexts(texts)
  return (
    <>
      {isDraft && <DraftBadge />}
      <span class="tw-small tw-muted tw-num">
        {t('fields.counts.needs', { count: needs })} · {t('fields.counts.goals', { count: goals })} ·{' '}
        {t('fields.counts.measures', { count: progress.total })}
      </span>
    </>
  )
}

/** What runs across all fields, and for whom the plan is. */
export function TopicsAndGroups({ topics, groups }: { topics: PlanTopic[]; groups: PlanGroup[] }) {
  const t = useTexts(texts)
  return (
    <>
      {topics.length > 0 && (
        <Section id="themen" title={t('topics')} flush>
          <Named things={topics} pathOf={fieldPaths.topic} />
        </Section>
      )}
      {groups.length > 0 && (
        <Section id="zielgruppen" title={t('groups')} flush>
          <Named
            things={groups}
            pathOf={fieldPaths.targetGroup}
            extra={(group) => <Size group={group as PlanGroup} />}
          />
        </Section>
      )}
    </>
  )
}

interface NamedProps {
  things: PlanTopic[]
  pathOf: (id: number) => string
  extra?: (thing: PlanTopic) => ComponentChildren
}

const Named = ({ things, pathOf, extra }: NamedProps) => (
  <ul class="tw-namelist">
    {things.map((thing) => (
      <li>
        <Link path={pathOf(thing.id)}>
          <ForeignText {...thing.title} />
        </Link>{' '}
        {thing.isDraft && <DraftBadge />}
        {thing.text && (
          <p class="tw-small">
            <ForeignText {...thing.text} />
          </p>
        )}
        {extra?.(thing)}
      </li>
    ))}
  </ul>
)

/** How many people, from where and as of when. */
function Size({ group: { size, sizeSource, sizeDate } }: { group: PlanGroup }) {
  const t = useTexts(texts)
  const { language } = usePage()
  if (size === null) return null
  return (
    <p class="tw-small tw-muted tw-num">
      {t('groups.size', { size: formatNumber(size, 0, language) })}
      {sizeSource && (
        <>
          {', '}
          <ForeignText text={sizeSource} language="de" />
        </>
      )}
      {sizeDate && `, ${formatDate(sizeDate, language)}`}
    </p>
  )
}

/** Who decides, steers and accompanies. */
export function Bodies({ bodies }: { bodies: PlanBody[] }) {
  const t = useTexts(texts)
  if (bodies.length === 0) return null
  return (
    <Section id="gremien" title={t('bodies')} flush more={{ path: bodyPaths.list, label: t('bodies.all') }}>
      <ul class="tw-namelist">
        {bodies.map(({ id, name, type, purpose, isDraft }) => (
          <li>
            <Link path={bodyPaths.one(id)}>
              <ForeignText text={name} language="de" />
            </Link>{' '}
            <span class="tw-small tw-muted">{t.dynamic(`body.${type}`)}</span> {isDraft && <DraftBadge />}
            {purpose && (
              <p class="tw-small">
                <ForeignText {...purpose} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
