import { authorize } from '#platform/http/authorize.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { readTyped, type Typed } from '#platform/http/form.ts'
import { columnsOf } from '#platform/tables/header.ts'
import type { Sheet } from '#platform/tables/workbook.ts'
import { saveChoices } from '../commands/runs.ts'
import { leftAside, sheetAsRead } from '../model/as-read.ts'
import type { Choices } from '../model/choices.ts'
import { suggestTable } from '../model/columns.ts'
import { readDrafts } from '../model/drafts.ts'
import { ColumnsPage } from '../pages/columns.tsx'
import { TablePage } from '../pages/table.tsx'
import { ValuesPage } from '../pages/values.tsx'
import { paths } from '../paths.ts'
import { listKnown } from '../queries/known.ts'
import { loadMeanings, suggestCommas, withSuggestions } from '../queries/outcome.ts'
import { loadSheets } from '../queries/runs.ts'
import { say, sheetOf, step, type OpenImport } from './open-file.ts'
import { previewRoutes } from './preview.tsx'
import { columnsIn, columnsTyped, isSameParting, readColumns, readMeanings } from './typed.ts'

export const steps = domain()
const at = (name: string) => `/einlesen/:id{[0-9]+}/${name}`
const onlyImporters = authorize('import:run')

steps.get(
  at('tabelle'),
  onlyImporters,
  step((c, open) => tablePage(c, open, open.run.choices)),
)

steps.post(
  at('tabelle'),
  onlyImporters,
  step(async (c, open) => {
    const typed = await readTyped(c)
    const sheets = await loadSheets(c.var.db, open.run.id)
    const sheet = Number(typed['sheet'] ?? 0)
    const chosen = sheets[sheet]
    if (!chosen) return tablePage(c, open, open.run.choices, typed, { sheet: say(c)('table.noSuchSheet') })
    // Another sheet has its headings elsewhere; what was typed for the first one says nothing about it.
    const isOther = typed['sheetBefore'] !== undefined && typed['sheetBefore'] !== String(sheet)
    const headerRow = isOther
      ? suggestTable(open.kind, [chosen]).headerRow
      : Number(String(typed['headerRow']).trim()) - 1
    if (!Number.isInteger(headerRow) || headerRow < 0 || headerRow >= chosen.rows.length) {
      return tablePage(c, open, { ...open.run.choices, sheet }, typed, {
        headerRow: say(c)('table.noSuchRow', { last: chosen.rows.length }),
      })
    }
    if (typed['show'] || isOther) return tablePage(c, open, { ...open.run.choices, sheet, headerRow })
    const { choices } = open.run
    const isSame = choices.sheet === sheet && choices.headerRow === headerRow
    const aside = { withHidden: typed['withHidden'] !== undefined, withStruck: typed['withStruck'] !== undefined }
    // The same table keeps what was decided about it; another one begins anew.
    const kept: Choices = choices.columns ? choices : { ...choices, step: 'columns' }
    await saveChoices(c.var.db, open.run.id, { ...(isSame ? kept : { step: 'columns', sheet, headerRow }), ...aside })
    return redirectTo(c, paths.columns(open.run.id))
  }),
)

async function tablePage(
  c: Ctx,
  { run }: OpenImport,
  choices: Choices,
  typed?: Typed,
  errors: Record<string, string> = {},
) {
  const sheets = await loadSheets(c.var.db, run.id)
  const sheet = choices.sheet ?? 0
  const headerRow = choices.headerRow ?? 0
  const values = {
    sheet: String(sheet),
    headerRow: String(headerRow + 1),
    withHidden: choices.withHidden ? 'on' : '',
    withStruck: choices.withStruck ? 'on' : '',
    ...(typed && { ...typed, sheet: String(sheet) }),
  }
  const shown = sheets[sheet]
  const status = Object.keys(errors).length > 0 ? 422 : 200
  return c.render(
    <TablePage
      file={run}
      sheets={sheets}
      sheet={sheet}
      headerRow={headerRow}
      aside={shown ? leftAside(shown, headerRow) : undefined}
      values={values}
      errors={errors}
    />,
    status,
  )
}

steps.get(
  at('spalten'),
  onlyImporters,
  step(async (c, open) => columnsPage(c, open, await sheetOf(c, open))),
)

steps.post(
  at('spalten'),
  onlyImporters,
  step(async (c, open) => {
    const sheet = await sheetOf(c, open)
    const typed = await readTyped(c)
    const read = readColumns(
      say(c),
      open.kind,
      columnsOf(sheetAsRead(sheet, open.run.choices), open.run.choices.headerRow ?? 0),
      typed,
    )
    if (!read.ok) return columnsPage(c, open, sheet, typed, read.errors)
    const choices: Choices = {
      ...open.run.choices,
      columns: read.columns,
    }
    choices.atCommas ??= suggestCommas(open.kind, sheet, choices)
    const { meanings } = await loadMeanings(c.var.db, open.acting.planVersionId, open.kind, sheet, choices)
    const next = meanings.length > 0 ? 'values' : 'preview'
    await saveChoices(c.var.db, open.run.id, { ...choices, step: next })
    return redirectTo(c, paths[next](open.run.id))
  }),
)

async function columnsPage(c: Ctx, open: OpenImport, sheet: Sheet, typed?: Typed, errors: Record<string, string> = {}) {
  const choices = typed ? open.run.choices : await suggested(c, open, sheet)
  const values = typed ?? columnsTyped(choices)
  const columns = columnsOf(sheetAsRead(sheet, choices), choices.headerRow ?? 0)
  const status = typed ? 422 : 200
  return c.render(
    <ColumnsPage
      file={open.run}
      kind={open.kind}
      columns={columns}
      values={values}
      errors={errors}
      unread={readDrafts(open.kind, sheet, { ...choices, ...(typed && { columns: columnsIn(columns, typed) }) }).unread}
    />,
    status,
  )
}

/** The choices with suggestions, for the sheet that was chosen. */
async function suggested(c: Ctx, { run, kind, acting }: OpenImport, sheet: Sheet): Promise<Choices> {
  const known = run.choices.columns ? [] : await listKnown(c.var.db, acting.planVersionId)
  const choices = withSuggestions(kind, [sheet], { ...run.choices, sheet: 0 }, known)
  return { ...choices, ...(run.choices.sheet !== undefined && { sheet: run.choices.sheet }) }
}

steps.get(
  at('werte'),
  onlyImporters,
  step(async (c, open) => valuesPage(c, open, await sheetOf(c, open), open.run.choices)),
)

steps.post(
  at('werte'),
  onlyImporters,
  step(async (c, open) => {
    const sheet = await sheetOf(c, open)
    const typed = await readTyped(c)
    const read = readMeanings(say(c), open.kind, open.run.choices, typed)
    const { values, atCommas, parted } = read
    const choices: Choices = { ...open.run.choices, values, atCommas, parted, step: 'preview' }
    // Other names: what they mean is asked before going on.
    if (typed['read'] || !isSameParting(open.run.choices.parted, parted)) {
      await saveChoices(c.var.db, open.run.id, { ...choices, step: 'values' })
      return redirectTo(c, paths.values(open.run.id))
    }
    if (Object.keys(read.errors).length > 0) return valuesPage(c, open, sheet, choices, read.errors)
    await saveChoices(c.var.db, open.run.id, choices)
    return redirectTo(c, paths.preview(open.run.id))
  }),
)

async function valuesPage(
  c: Ctx,
  open: OpenImport,
  sheet: Sheet,
  choices: Choices,
  errors: Record<string, string> = {},
) {
  const { meanings, known } = await loadMeanings(c.var.db, open.acting.planVersionId, open.kind, sheet, choices)
  return c.render(
    <ValuesPage
      file={open.run}
      meanings={meanings}
      known={known}
      atCommas={choices.atCommas ?? []}
      parted={choices.parted ?? {}}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

steps.route('/', previewRoutes)
