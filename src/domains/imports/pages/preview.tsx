import { useTexts } from '#platform/texts/texts.ts'
import { Button, LinkButton } from '#ui/buttons.tsx'
import { CheckboxField } from '#ui/choice-fields.tsx'
import { Form, FormActions } from '#ui/form.tsx'
import { EmptyResult, Pagination } from '#ui/list.tsx'
import { Link } from '#ui/link.tsx'
import { KeyFigures, Note } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { formatNumber } from '#values/number.ts'
import { withQuery } from '#values/query.ts'
import type { SkippedRow } from '../model/columns.ts'
import { outcomes, type ImportOutcome, type Outcome } from '../model/outcome.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { Rows } from './preview-rows.tsx'
import { StepPage, type OpenFile } from './frame.tsx'

interface PreviewProps {
  file: OpenFile
  outcome: ImportOutcome
  skipped: readonly SkippedRow[]
  /** Only rows of this outcome are shown. */
  shown: Outcome | undefined
  page: number
  leaveOut: boolean
  /** Why nothing was read in just now. */
  refused?: string
}

const pageSize = 50

/** Fourth step: every row and what becomes of it. Nothing is written before the button is pressed. */
export function PreviewPage({ file, outcome, skipped, shown, page, leaveOut, refused }: PreviewProps) {
  const t = useTexts(texts)
  const { counts, rows } = outcome
  const filtered = shown ? rows.filter((row) => row.outcome === shown) : rows
  const address = (values: Record<string, string | undefined>) => ({
    path: withQuery(paths.preview(file.id), { zeigen: shown, ...values }),
  })
  return (
    <StepPage step="preview" file={file} lead={t('preview.lead')} refused={refused !== undefined}>
      <div class="tw-stack tw-stretch">
        {refused && <Note tone="stop">{t.dynamic(`refused.${refused}`)}</Note>}
        <Figures counts={counts} />
        <Start file={file} outcome={outcome} leaveOut={leaveOut} />
        <Also outcome={outcome} skipped={skipped} />
        <nav class="tw-row" aria-label={t('preview.filter')}>
          <Choice label={t('preview.all')} count={rows.length} to={address({ zeigen: undefined })} isCurrent={!shown} />
          {outcomes.map(
            (one) =>
              counts[one] > 0 && (
                <Choice
                  label={t(`outcome.${one}`)}
                  count={counts[one]}
                  to={address({ zeigen: one })}
                  isCurrent={shown === one}
                />
              ),
          )}
        </nav>
        {filtered.length === 0 ? (
          <EmptyResult>{t(rows.length === 0 ? 'preview.empty' : 'preview.none')}</EmptyResult>
        ) : (
          <Rows rows={filtered.slice((page - 1) * pageSize, page * pageSize)} />
        )}
        <Pagination
          page={page}
          pageSize={pageSize}
          total={filtered.length}
          pageAddress={(to) => address({ seite: String(to) })}
        />
      </div>
    </StepPage>
  )
}

function Figures({ counts }: { counts: ImportOutcome['counts'] }) {
  const t = useTexts(texts)
  const { language } = usePage()
  return (
    <KeyFigures
      facts={outcomes.map((one) => ({
        term: t(`count.${one}`, { count: counts[one] }),
        value: formatNumber(counts[one], 0, language),
      }))}
    />
  )
}

/** The button, and what stands in its way. */
function Start({ file, outcome, leaveOut }: { file: OpenFile; outcome: ImportOutcome; leaveOut: boolean }) {
  const t = useTexts(texts)
  const { counts, rows } = outcome
  const todo = counts.created + counts.updated
  const published = rows.filter(({ outcome: one, isPublished }) => one === 'updated' && isPublished).length
  const back = <LinkButton path={paths.values(file.id)}>{t('back')}</LinkButton>
  if (todo === 0) {
    return (
      <>
        {counts.problem > 0 && <Note tone="warn">{t('preview.blocked', { count: counts.problem })}</Note>}
        {counts.problem === 0 && rows.length > 0 && <Note tone="ok">{t('preview.nothing')}</Note>}
        <FormActions>{back}</FormActions>
      </>
    )
  }
  return (
    <Form action={{ path: paths.preview(file.id) }}>
      {counts.problem > 0 && (
        <>
          <Note tone="warn">{t('preview.blocked', { count: counts.problem })}</Note>
          <CheckboxField
            name="leaveOutProblems"
            label={t('preview.leaveOut')}
            values={{ leaveOutProblems: leaveOut ? 'on' : '' }}
            errors={{}}
          />
        </>
      )}
      {published > 0 && <Note>{t('preview.publicNote', { count: published })}</Note>}
      <FormActions>
        <Button primary>{t('preview.start', { count: todo })}</Button>
        {back}
      </FormActions>
    </Form>
  )
}

/** What is created beside the measures, and the rows that are none. */
function Also({ outcome, skipped }: { outcome: ImportOutcome; skipped: readonly SkippedRow[] }) {
  const t = useTexts(texts)
  const created = outcome.creations.filter(({ isUnused }) => !isUnused)
  const kinds = Map.groupBy(created, ({ kind }) => kind)
  return (
    <>
      {created.length > 0 && (
        <details>
          <summary>
            {t('preview.creations')}:{' '}
            {[...kinds].map(([kind, things]) => t(`thing.${kind}`, { count: things.length })).join(t('list.comma'))}
          </summary>
          <ul class="tw-list">
            {created.map(({ kind, name, code }) => (
              <li>
                <bdi>{code ? `${code} ${name}` : name}</bdi>{' '}
                <span class="tw-muted tw-small">{t(`thing.${kind}`, { count: 1 }).replace(/^1\s/, '')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {skipped.length > 0 && (
        <details>
          <summary>{t('preview.skipped', { count: skipped.length })}</summary>
          <ul class="tw-list">
            {skipped.slice(0, 100).map(({ row, why, text }) => (
              <li>{t(`skip.${why}`, { row: String(row + 1), text })}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Choice({
  label,
  count,
  to,
  isCurrent,
}: {
  label: string
  count: number
  to: { path: string }
  isCurrent: boolean
}) {
  const words = `${label} (${count})`
  return isCurrent ? <strong aria-current="true">{words}</strong> : <Link {...to}>{words}</Link>
}
