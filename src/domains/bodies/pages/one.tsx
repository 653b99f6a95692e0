import type { ComponentChildren } from 'preact'
import { paths as translationPaths } from '#domains/translations/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { DraftNote, ThingFoot, ThingActions, type ThingMay } from '#platform/things/thing-pages.tsx'
import { Columns, ObjectHead, Section } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { ForeignText, Prose } from '#ui/prose.tsx'
import { TaskMark } from '#ui/task-mark.tsx'
import type { Body } from '../model/body.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { Seats } from './seats.tsx'
import { Side } from './side.tsx'

export interface BodyPageProps {
  body: Body
  may: ThingMay
  /** What publishing still needs, in words; only for drafts. */
  missing: string[]
  /** Panels of later domains: meetings, papers … */
  panels?: ComponentChildren
}

export function BodyPage({ body, may, missing, panels }: BodyPageProps) {
  const t = useTexts(texts)
  const { id, name, type, purpose, tasks } = body
  return (
    <Page
      title={name}
      crumbs={[{ label: t('title'), path: paths.list }, { label: body.shortName ?? name }]}
      heading={
        <ObjectHead
          line={t(`type.${type}`)}
          title={<ForeignText text={name} language="de" />}
          actions={may.edit && <ThingActions thing={body} paths={paths} may={may} missing={missing}></ThingActions>}
        />
      }
    >
      {may.edit && <DraftNote thing={body} missing={missing} />}
      {purpose && <Prose {...purpose} />}
      <Columns side={<Side body={body} />}>
        <Section id="aufgaben" title={t('tasks.title')} flush>
          {tasks.length === 0 ? (
            <p class="tw-muted">{t('tasks.none')}</p>
          ) : (
            <ol class="tw-linked tw-tasklist">
              {tasks.map(({ text, mode }) => (
                <li>
                  <span>
                    <ForeignText {...text} />
                  </span>
                  <TaskMark value={mode} label={t(`mode.${mode}`)} />
                </li>
              ))}
            </ol>
          )}
        </Section>
        <Seats body={body} />
        {panels}
      </Columns>
      <ThingFoot may={may} history={paths.history(id)} translations={translationPaths.of('body', id)} />
    </Page>
  )
}
