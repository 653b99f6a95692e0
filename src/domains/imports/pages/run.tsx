import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as planPaths } from '#domains/plan/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { Columns, Facts, KeyFigures, Note, PageTitle, Section, SidePart } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { formatInstant } from '#values/local-date.ts'
import { formatNumber } from '#values/number.ts'
import { placeOf, sentenceOf } from '../documents/sentences.ts'
import type { ImportResult } from '../model/result.ts'
import { paths } from '../paths.ts'
import type { Run } from '../queries/runs.ts'
import { texts } from '../texts/index.ts'

/** One import: while it runs, its progress; afterwards, what came of it. */
export function RunPage({ run }: { run: Run }) {
  const t = useTexts(texts)
  const isWorking = run.state === 'QUEUED' || run.state === 'RUNNING'
  const title = isWorking ? t('progress.title') : t(run.state === 'DONE' ? 'result.done' : 'result.refused')
  return (
    <Page
      title={`${title}: ${run.fileName}`}
      crumbs={[{ label: t('title'), path: paths.list }, { label: run.fileName }]}
      heading={<PageTitle title={title} {...(isWorking && { lead: t('progress.waiting') })} />}
      {...(isWorking && { scripts: ['progress.js'] })}
    >
      <Columns side={<About run={run} />}>{isWorking ? <Working run={run} /> : <Outcome run={run} />}</Columns>
    </Page>
  )
}

function About({ run }: { run: Run }) {
  const t = useTexts(texts)
  const { language } = usePage()
  return (
    <SidePart title={t('result.facts')}>
      <Facts
        facts={[
          { term: t('runs.file'), value: run.fileName },
          { term: t('runs.when'), value: formatInstant(run.createdAt, language) },
          { term: t('result.finished'), value: run.finishedAt && formatInstant(run.finishedAt, language) },
          { term: t('runs.who'), value: run.by ?? t('runs.someone') },
          { term: t('result.rows'), value: run.rowCount > 0 && formatNumber(run.rowCount, 0, language) },
        ]}
      />
    </SidePart>
  )
}

/** The bar moves by itself where scripts run; everywhere else the button does it. */
function Working({ run }: { run: Run }) {
  const t = useTexts(texts)
  const { href } = usePage()
  const words = t('progress.done', { done: run.progress, all: run.rowCount })
  return (
    <div class="tw-stack" data-progress={href(paths.progress(run.id))}>
      <p role="status" data-words>
        {words}
      </p>
      <progress
        class="tw-progress"
        max={Math.max(1, run.rowCount)}
        value={run.progress}
        aria-label={t('progress.title')}
      />
      <div class="tw-row">
        <LinkButton path={paths.one(run.id)}>{t('progress.reload')}</LinkButton>
      </div>
    </div>
  )
}

function Outcome({ run }: { run: Run }) {
  const t = useTexts(texts)
  const { language } = usePage()
  const { result } = run
  if (!result) return null
  const created = Object.entries(result.created).filter(([kind, count]) => kind !== run.what && count > 0)
  const number = (count = 0) => formatNumber(count, 0, language)
  return (
    <>
      {result.refused && <Note tone={run.state === 'DONE' ? 'info' : 'stop'}>{t(`refused.${result.refused}`)}</Note>}
      {run.state === 'REFUSED' && (
        <div class="tw-row">
          <LinkButton path={paths.preview(run.id)} primary>
            {t('result.retry')}
          </LinkButton>
        </div>
      )}
      {run.state === 'DONE' && (
        <>
          <KeyFigures
            facts={[
              { term: t('result.created'), value: number(result.created[run.what]) },
              { term: t('result.updated'), value: number(result.updated[run.what]) },
              { term: t('result.unchanged'), value: number(result.unchanged) },
              { term: t('result.leftOut'), value: result.leftOut > 0 && number(result.leftOut) },
            ]}
          />
          {created.length > 0 && (
            <p class="tw-prose">
              {t('preview.creations')}:{' '}
              {created.map(([kind, count]) => t.dynamic(`thing.${kind}`, { count })).join(t('list.comma'))}
            </p>
          )}
          <Next result={result} what={run.what} />
        </>
      )}
      <Problems result={result} />
    </>
  )
}

function Next({ result, what }: { result: ImportResult; what: string }) {
  const t = useTexts(texts)
  if ((result.created[what] ?? 0) === 0) return null
  return (
    <Section id="weiter" title={t('result.next')} flush>
      <p class="tw-prose">{t('result.drafts')}</p>
      <div class="tw-row">
        <LinkButton path={planPaths.drafts} primary>
          {t('result.toDrafts')}
        </LinkButton>
        <LinkButton path={`${measurePaths.list}?entwurf=1`}>{t('result.toList')}</LinkButton>
      </div>
    </Section>
  )
}

function Problems({ result }: { result: ImportResult }) {
  const t = useTexts(texts)
  if (result.problems.length === 0) return null
  return (
    <Section id="probleme" title={t('result.problems')} flush>
      <Table
        caption={t('result.problems')}
        captionHidden
        rows={result.problems}
        columns={[
          { key: 'place', label: t('preview.row'), rowHeader: true, cell: (remark) => placeOf(t, remark) },
          { key: 'text', label: t('preview.detail'), cell: (remark) => sentenceOf(t, remark) },
        ]}
      />
    </Section>
  )
}
