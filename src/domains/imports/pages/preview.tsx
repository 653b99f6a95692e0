import { useTexts } from '#platform/texts/texts.ts'
import { EmptyResult, Pagination } from '#ui/list.tsx'
import { Link } from '#ui/link.tsx'
import { KeyFigures, Note } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { formatNumber } from '#values/number.ts'
import { withQuery } from '#values/query.ts'
import { outcomes, type ImportOutcome, type Outcome } from '../model/outcome.ts'
import type { SkippedRow } from '../model/rows.ts'
import type { UnreadColumn } from '../model/unread.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { StepPage, type OpenFile } from './frame.tsx'
import { Creations, Skipped, Start } from './preview-start.tsx'
import { Rows, type Cells } from './preview-rows.tsx'
import { Unread } from './unread.tsx'

interface PreviewProps {
  file: OpenFile
  outcome: ImportOutcome
  skipped: readonly SkippedRow[]
  /** Only rows of this outcome are shown. */
  shown: Outcome | undefined
  page: number
  /** Rows, as people count them, that look like a sum and are taken in. */
  takenIn: readonly number[]
  /** Columns with content that are left behind. */
  unread: readonly UnreadColumn[]
  /** The cells as they are read, with what was put right. */
  cells: Cells
  /** Why nothing was read in just now. */
  refused?: string
}

const pageSize = 50

/** Fourth step: every row and what becomes of it. Nothing is written before the button is pressed. */
export function PreviewPage(props: PreviewProps) {
  const { file, outcome, skipped, takenIn, unread, cells, shown, page, refused } = props
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
        <Start file={file} outcome={outcome} />
        <Unread columns={unread} />
        <Creations outcome={outcome} />
        <Skipped file={file} skipped={skipped} takenIn={takenIn} />
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
          <Rows file={file} cells={cells} rows={filtered.slice((page - 1) * pageSize, page * pageSize)} />
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
