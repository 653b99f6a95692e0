import * as v from 'valibot'
import { authorize } from '#platform/http/authorize.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { readTyped } from '#platform/http/form.ts'
import type { Sheet } from '#platform/tables/workbook.ts'
import { executeImport } from '../commands/execute.ts'
import type { ImportJob } from '../commands/job.ts'
import { finishRun, saveChoices, startRun } from '../commands/runs.ts'
import type { Choices } from '../model/choices.ts'
import { sheetAsRead } from '../model/as-read.ts'
import { outcomes } from '../model/outcome.ts'
import { PreviewPage } from '../pages/preview.tsx'
import { paths } from '../paths.ts'
import { computeOutcome } from '../queries/outcome.ts'
import { sheetOf, step, type OpenImport } from './open-file.ts'
import { readCorrection } from './typed.ts'

export const previewRoutes = domain()
const address = '/einlesen/:id{[0-9]+}/vorschau'
const onlyImporters = authorize('import:run')

/** More rows than this are read in beside the request. */
const mostRowsAtOnce = 500

previewRoutes.get(
  address,
  onlyImporters,
  step(async (c, open) => previewPage(c, open, await sheetOf(c, open), open.run.choices)),
)

const previewQuery = v.object({
  zeigen: v.fallback(v.optional(v.picklist(outcomes)), undefined as never),
  seite: v.fallback(v.optional(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1)), '1'), 1),
})

async function previewPage(c: Ctx, open: OpenImport, sheet: Sheet, choices: Choices, refused?: string) {
  const { skipped, unread, ...outcome } = await computeOutcome(c.var.db, open.acting, open.kind, sheet, choices)
  const { zeigen, seite } = v.parse(previewQuery, c.req.query())
  return c.render(
    <PreviewPage
      file={open.run}
      outcome={outcome}
      skipped={skipped}
      takenIn={choices.takeIn ?? []}
      unread={unread}
      cells={{ sheet: sheetAsRead(sheet, choices), columns: choices.columns ?? {} }}
      shown={zeigen}
      page={seite}
      {...(refused && { refused })}
    />,
    refused ? 422 : 200,
  )
}

previewRoutes.post(
  address,
  onlyImporters,
  step(async (c, open) => {
    const { db, services } = c.var
    const { run, kind, acting } = open
    const typed = await readTyped(c)
    const sheet = await sheetOf(c, open)
    const corrected = readCorrection(run.choices, sheet, typed)
    if (corrected) {
      await saveChoices(db, run.id, corrected)
      return redirectTo(c, paths.preview(run.id))
    }
    const choices: Choices = { ...run.choices, leaveOutProblems: typed['leaveOutProblems'] !== undefined }
    const rowCount = sheet.rows.length - (choices.headerRow ?? 0) - 1
    await saveChoices(db, run.id, choices)
    if (rowCount > mostRowsAtOnce) {
      await startRun(db, run.id, 'QUEUED', rowCount)
      const job: ImportJob = { ...acting, importId: run.id }
      await services.jobs.enqueue(db, 'import', job)
      return redirectTo(c, paths.one(run.id))
    }
    await startRun(db, run.id, 'RUNNING', rowCount)
    const result = await executeImport(db, acting, kind, sheet, choices)
    if (result.refused && result.refused !== 'nothing') return previewPage(c, open, sheet, choices, result.refused)
    await finishRun(db, run.id, result)
    return redirectTo(c, paths.one(run.id))
  }),
)
