import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import * as v from 'valibot'
import type { Services } from '#platform/services.ts'
import { speechOf } from '#platform/texts/texts.ts'
import type { InterfaceLanguage } from '#values/language.ts'
import { kindFor } from '../documents/kind-for.ts'
import { readImportFile } from '../documents/read-file.ts'
import { reportLines, whereOf } from '../documents/report.ts'
import { fileProblemOf, placeOf, sentenceOf } from '../documents/sentences.ts'
import { choicesSchema } from '../model/choices.ts'
import type { ImportResult } from '../model/result.ts'
import { listKnown } from '../queries/known.ts'
import { computeOutcome, withSuggestions, wrongMapping } from '../queries/outcome.ts'
import { texts } from '../texts/index.ts'
import { executeOutcome, resultOf } from './execute.ts'
import { finishRun, openRun, startRun } from './runs.ts'

export interface PlanImport {
  /** Path of the file. */
  file: string
  /** Slug of the municipality. */
  municipality: string
  /** Says what would happen and writes nothing. */
  dryRun?: boolean
  /** What the person has decided, as `choicesSchema`; what is missing is suggested. */
  map?: unknown
  /** What kind of list it is. */
  what?: string
  /** The language of the messages. */
  language?: InterfaceLanguage
}

export interface PlanImportResult {
  /** Whether it was read in; with a dry run: whether it would be. */
  ok: boolean
  /** Things by kind: `{ "measures": 12, "action-field": 3 }`. */
  created: Record<string, number>
  updated: Record<string, number>
  unchanged: number
  /** `cell` is an address (F14), in a file of objects the path of the value. */
  problems: { row: number; cell: string; message: string }[]
  /** The same for people, and what else they should know: one line for what many rows share. */
  lines: string[]
}

/**
 * Reads a list into the plan of a municipality, as the wizard does, with its suggestions where `map` says nothing. All or
 * nothing. What is wrong, in the file or in what was asked, is in the result and never thrown.
 */
export async function importPlan(services: Services, asked: PlanImport): Promise<PlanImportResult> {
  const { municipalities, connections } = services
  const t = texts(speechOf(asked.language ?? 'de', {}))
  const refuse = (message: string, row = 0, cell = ''): PlanImportResult => ({
    ...{ ok: false, created: {}, updated: {}, unchanged: 0 },
    problems: [{ row, cell, message }],
    lines: [row > 0 ? `${placeOf(t, { row, cell })}: ${message}` : message],
  })
  const municipality = await municipalities.bySlug(asked.municipality)
  if (!municipality) return refuse(t('cli.noMunicipality', { slug: asked.municipality }))
  const map = v.safeParse(choicesSchema, asked.map ?? {})
  if (!map.success) return refuse(t('cli.wrongMap', { part: v.getDotPath(map.issues[0]) ?? '' }))
  const what = asked.what ?? 'measures'
  const kind = kindFor(what, municipality.words as Record<string, unknown>)
  if (!kind) return refuse(t('cli.unknownKind', { what }))
  const bytes = await readFile(asked.file).catch(() => undefined)
  if (!bytes) return refuse(t('cli.noFile', { file: asked.file }))
  const read = await readImportFile(bytes, basename(asked.file))
  if (!read.ok) return refuse(fileProblemOf(t, read.problem))

  return connections.run(
    municipality.id,
    asked.dryRun ? 'read' : 'write',
    async ({ db }) => {
      const version = await db
        .selectFrom('planVersion')
        .select('id')
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (!version) return refuse(t('cli.noPlan'))
      const choices = withSuggestions(kind, read.sheets, map.output, await listKnown(db, version.id))
      const sheet = read.sheets[choices.sheet ?? 0]
      if (!sheet) return refuse(t('table.noSuchSheet'))
      const header = (choices.headerRow ?? 0) + 1
      const [wrong] = wrongMapping(kind, choices.columns ?? {})
      if (wrong) return refuse(t(`remark.${wrong.code}`), header, `${wrong.letters}${header}`)
      if (!Object.values(choices.columns ?? {}).includes('title')) return refuse(t('remark.noTitleColumn'))
      const acting = { municipalityId: municipality.id, planVersionId: version.id, accountId: null }
      const outcome = await computeOutcome(db, acting, kind, sheet, choices)
      const speech = speechOf(asked.language ?? 'de', municipality.words as Record<string, unknown>)
      const answer = ({ created, updated, unchanged, problems }: ImportResult, ok: boolean): PlanImportResult => ({
        ...{ ok, created, updated, unchanged },
        problems: problems.map((remark) => ({ ...whereOf(sheet, remark), message: sentenceOf(t, remark) })),
        lines: reportLines(speech, { sheet, outcome, created, updated, unchanged }),
      })
      if (asked.dryRun) {
        return answer(resultOf(kind, outcome), outcome.counts.problem === 0 || choices.leaveOutProblems === true)
      }
      const { id } = await openRun(db, acting, { what, fileName: asked.file, bytes, sheets: read.sheets, choices })
      await startRun(db, id, 'RUNNING', sheet.rows.length)
      const result = await executeOutcome(db, { ...acting, importId: id }, kind, outcome, choices)
      await finishRun(db, id, result)
      const { refused } = result
      const told = answer(result, refused === undefined || refused === 'nothing')
      if (!refused || refused === 'nothing' || refused === 'problems') return told
      const message = t(`refused.${refused}`)
      return { ...told, problems: [...told.problems, { row: 0, cell: '', message }], lines: [...told.lines, message] }
    },
    // A refused import leaves nothing behind, not even that it was tried.
    ({ ok }) => ok,
  )
}
