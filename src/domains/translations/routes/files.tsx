import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { NotFound } from '#platform/http/problems.ts'
import { readingOf } from '#platform/http/reading.ts'
import { answerTable } from '#platform/tables/export.ts'
import { readWorkbook } from '#platform/tables/read-workbook.ts'
import { actingOf } from '#platform/things/acting.ts'
import { readBack } from '../commands/read-back.ts'
import { rowsOfSheet, textsForOffice } from '../documents/sheet.ts'
import { targetsOf } from '../model/texts.ts'
import { ReadPage, ResultPage } from '../pages/file.tsx'
import { paths } from '../paths.ts'
import { listForOffice } from '../queries/texts.ts'
import { texts } from '../texts/index.ts'

export const fileRoutes = domain()
const say = (c: Ctx) => texts(c.var.speech)

fileRoutes.get(paths.file, authorize('translation:edit'), async (c) => {
  const languages = targetsOf(c.var.municipality.languages)
  const language = languages.find((one) => one === c.req.query('zielsprache')) ?? languages[0]
  if (!language) throw new NotFound()
  const { planVersionId } = await readingOf(c)
  const rows = await listForOffice(c.var.db, planVersionId, language)
  return answerTable(c, 'xlsx', textsForOffice(rows, language, say(c)))
})

fileRoutes.get(paths.read, authorize('translation:edit'), (c) => c.render(<ReadPage />))

fileRoutes.post(paths.read, authorize('translation:edit'), async (c) => {
  const acting = await actingOf(c)
  const { file, machine } = await c.req.parseBody()
  const values = { machine: typeof machine === 'string' ? machine : '' }
  const refuse = (message: string, status: 413 | 422 = 422) =>
    c.render(<ReadPage values={values} errors={{ file: message }} />, status)
  if (!(file instanceof File) || file.size === 0) return refuse(say(c)('file.none'))
  const read = await readWorkbook(new Uint8Array(await file.arrayBuffer()), file.name)
  if (!read.ok) {
    const { code } = read.problem
    return refuse(say(c)(code === 'too-large' ? 'file.tooLarge' : 'file.unreadable'), code === 'too-large' ? 413 : 422)
  }
  const returned = rowsOfSheet(read.sheets)
  if (!returned) return refuse(say(c)('file.notOurs'))
  const languages = targetsOf(c.var.municipality.languages)
  const rows = await readBack(c.var.db, acting, returned.rows, languages, { isMachineMade: values.machine !== '' })
  return c.render(<ResultPage fileName={file.name} rows={rows} unreadable={returned.unreadable} />)
})
