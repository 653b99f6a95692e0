import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import { paths as goalPaths } from '#domains/goals/paths.ts'
import { paths as indicatorPaths } from '#domains/indicators/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as planPaths } from '#domains/plan/paths.ts'
import { paths as translationPaths } from '#domains/translations/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { DraftNote, ThingFoot, ThingActions, type ThingMay } from '#platform/things/thing-pages.tsx'
import { ActionButton, LinkButton } from '#ui/buttons.tsx'
import { StatusRow } from '#ui/marks.tsx'
import { Columns, Facts, Log, ObjectHead, Section, SidePart } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { ForeignText, Prose } from '#ui/prose.tsx'
import { Thread } from '#ui/thread.tsx'
import { formatFlexDate, sortKey } from '#values/flex-date.ts'
import type { Named, Need } from '../model/need.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { Answers } from './answers.tsx'
import { Link } from '#ui/link.tsx'

export interface NeedPageProps {
  need: Need
  may: ThingMay & { undo: boolean }
  /** What publishing still needs, in words. */
  missing: string[]
  /** When it was last changed, and by whom. */
  lastChange: string | undefined
}

export function NeedPage({ need, may, missing, lastChange }: NeedPageProps) {
  const t = useTexts(texts)
  const { id, statement, field, description } = need
  return (
    <Page
      title={statement.text}
      crumbs={[
        { label: t('title'), path: paths.list },
        ...(field ? [{ label: field.title.text, path: fieldPaths.one(field.id) }] : []),
        { label: t('one') },
      ]}
      heading={
        <ObjectHead
          kind="need"
          line={field ? t('line', { field: field.title.text }) : t('one')}
          title={<ForeignText {...statement} />}
          actions={
            <ThingActions thing={need} paths={paths} may={may} missing={missing}>
              <OwnActs need={need} mayUndo={may.undo} />
            </ThingActions>
          }
        />
      }
    >
      <DraftNote thing={need} missing={missing} />
      {description && <Prose {...description} />}
      <Status need={need} />
      <Section
        id="kette"
        title={t('chain.title')}
        more={{ path: `${planPaths.chain}?weg=${id}`, label: t('chain.more') }}
      >
        <NeedThread need={need} />
      </Section>
      <Columns side={<Side need={need} />}>
        <Sources need={need} />
        <Answers goals={need.goals} />
      </Columns>
      <ThingFoot
        may={may}
        history={paths.history(id)}
        translations={translationPaths.of('need', id)}
        lastChange={lastChange}
      />
    </Page>
  )
}

function OwnActs({ need: { id, state }, mayUndo }: { need: Need; mayUndo: boolean }) {
  const t = useTexts(texts)
  return (
    <>
      <LinkButton path={`${paths.merge}?id=${id}`}>{t('merge')}</LinkButton>
      {mayUndo && <ActionButton to={{ path: paths.unmerge(id) }}>{t('merge.undo')}</ActionButton>}
      {state !== 'REJECTED' && <LinkButton path={paths.reject(id)}>{t('reject')}</LinkButton>}
    </>
  )
}

function Status({ need: { priority, state, rejectionReason, sources } }: { need: Need }) {
  const t = useTexts(texts)
  return (
    <StatusRow
      items={[
        {
          term: t('status.priority'),
          mark: priority === null ? <span class="tw-muted">{t('unknown')}</span> : t.dynamic(`priority.${priority}`),
        },
        {
          term: t('status.state'),
          mark: t(`state.${state}`),
          ...(state === 'REJECTED' && rejectionReason && { detail: <ForeignText {...rejectionReason} /> }),
        },
        { term: t('status.sources'), mark: t('status.sourceCount', { count: sources.length }) },
      ]}
    />
  )
}

function NeedThread({ need: { statement, goals, indicators } }: { need: Need }) {
  const t = useTexts(texts)
  const measures = [...new Map(goals.flatMap((goal) => goal.measures).map((one) => [one.id, one])).values()]
  const knot = (title: string, things: Named[], pathOf: (id: number) => string) => ({
    title,
    items: things.map((thing) => ({ label: <ForeignText {...thing.title} />, path: pathOf(thing.id) })),
    empty: t('chain.empty'),
  })
  return (
    <Thread
      label={t('chain.label')}
      knots={{
        need: { title: t('one'), here: true, items: [{ label: <ForeignText {...statement} /> }] },
        goal: knot(t('chain.goals', { count: goals.length }), goals, goalPaths.one),
        measure: knot(t('chain.measures', { count: measures.length }), measures, measurePaths.one),
        indicator: knot(t('chain.indicators', { count: indicators.length }), indicators, indicatorPaths.one),
      }}
    />
  )
}

/** Each source with its kind and date; merged needs brought theirs along. */
function Sources({ need: { sources, merged } }: { need: Need }) {
  const t = useTexts(texts)
  const { language } = usePage()
  const broughtBy = new Map(merged.map((one) => [one.id, one.statement]))
  return (
    <Section id="quellen" title={t('sources.title')} flush>
      {sources.length === 0 ? (
        <p class="tw-muted">{t('sources.empty')}</p>
      ) : (
        <Log
          entries={sources.map(({ kind, text, date, mergedFromId }) => {
            const from = mergedFromId === null ? undefined : broughtBy.get(mergedFromId)
            const day = date && sortKey(date)
            return {
              ...(date?.kind === 'date' && day && { at: day }),
              when: `${t(`source.${kind}`)} · ${date ? formatFlexDate(date, language) : t('sources.undated')}`,
              text: (
                <>
                  <ForeignText text={text} language="de" />
                  {from !== undefined && (
                    <div class="tw-small tw-muted">{t('sources.merged', { statement: from })}</div>
                  )}
                </>
              ),
            }
          })}
        />
      )}
    </Section>
  )
}

function Side({ need: { field, targetGroups, topics, merged } }: { need: Need }) {
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
    <>
      <SidePart title={t('side.frame')}>
        <Facts
          facts={[
            { term: t('form.actionFieldId'), value: field && links([field], fieldPaths.one) },
            { term: t('side.targetGroups'), value: links(targetGroups, fieldPaths.targetGroup) },
            { term: t('side.topics'), value: links(topics, fieldPaths.topic) },
          ]}
        />
      </SidePart>
      {merged.length > 0 && (
        <SidePart title={t('side.merged')}>
          <ul class="tw-links">
            {merged.map(({ statement }) => (
              <li>
                <ForeignText text={statement} language="de" />
              </li>
            ))}
          </ul>
        </SidePart>
      )}
    </>
  )
}
