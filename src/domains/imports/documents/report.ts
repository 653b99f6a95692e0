import { positionOf, shownAt, type Sheet } from '#platform/tables/workbook.ts'
import type { SayOf, Speech } from '#platform/texts/texts.ts'
import { leftOut } from '../model/choices.ts'
import type { FieldMeanings } from '../model/meanings.ts'
import type { PlannedRow } from '../model/outcome.ts'
import { reportedRemark, type ReportedRemark } from '../model/result.ts'
import type { SkippedRow } from '../model/rows.ts'
import type { UnreadColumn } from '../model/unread.ts'
import { texts } from '../texts/index.ts'
import { placeOf, sentenceOf } from './sentences.ts'
import { wordOfHouse } from './words.ts'

type T = SayOf<typeof texts>

interface Report {
  sheet: Sheet
  outcome: {
    rows: readonly PlannedRow[]
    meanings: readonly FieldMeanings[]
    skipped: readonly SkippedRow[]
    unread: readonly UnreadColumn[]
  }
  created: Readonly<Record<string, number>>
  updated: Readonly<Record<string, number>>
  unchanged: number
}

/** Lines of a kind; the number of further ones follows. */
const mostLines = 40

/** What came of an import, for the terminal: what many rows share is said once, with how many they are. */
export function reportLines(speech: Speech, report: Report): string[] {
  const t = texts(speech)
  const { sheet, outcome, created, updated, unchanged } = report
  const { rows, meanings, skipped, unread } = outcome
  const counts = (things: Readonly<Record<string, number>>) =>
    Object.entries(things)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => t.dynamic(`thing.${kind}`, { count }))
      .join(', ') || t('cli.none')
  const problems = rows.flatMap((row) => row.problems.map(reportedRemark))
  const known = meanings.flatMap(({ meanings: values }) => values.filter(({ choice }) => choice === ''))
  const isUnmapped = ({ code, values }: ReportedRemark) =>
    code === 'unknownWord' && known.some(({ value }) => value.startsWith(String(values?.['text']).replace(/…$/, '')))
  const hints = rows.flatMap((row) => row.hints.map(reportedRemark))
  const sums = skipped.filter(({ why }) => why === 'sum')
  return [
    t('cli.counts', { created: counts(created), updated: counts(updated), unchanged: String(unchanged) }),
    ...grouped(
      t,
      sheet,
      problems.filter((remark) => !isUnmapped(remark)),
    ),
    ...unmappedLines(t, (field, word) => wordOfHouse(speech, field, word), meanings),
    ...titled(t('cli.hints'), grouped(t, sheet, hints)),
    ...titled(
      t('cli.sums', { name: '"takeIn"', option: '--map' }),
      sums.map(({ row, text }) => t('skip.sum', { row: String(row + 1), text })),
    ),
    ...titled(
      t('cli.leftOut', { name: '"takeIn"', option: '--map' }),
      skipped
        .filter(({ why }) => why === 'hidden' || why === 'struck' || why === 'legend')
        .slice(0, mostLines)
        .map(({ row, why, text }) => t(`skip.${why}`, { row: String(row + 1), text })),
    ),
    ...titled(
      t('cli.unread', { name: '"columns"', option: '--map' }),
      unread.map(({ letters, heading, samples }) => {
        const name = sheet.paths ? '' : `${t('unread.column', { letters })} `
        return `${name}„${heading || t('columns.unnamed')}“: ${samples.join(' · ')}`
      }),
    ),
  ]
}

const titled = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)]

/** Where a remark belongs: a row and cell of a table, in a file of objects the number and path of the object. */
export function whereOf(
  sheet: Sheet,
  { row, cell }: Pick<ReportedRemark, 'row' | 'cell'>,
): { row: number; cell: string } {
  const path = sheet.paths?.[row - 1]
  if (path === undefined) return { row, cell }
  const position = positionOf(cell)
  const name = position && shownAt(sheet, 0, position.column).text
  return { row: row - 1, cell: name ? `${path}.${name}` : path }
}

/** The same sentence about the same column is one line, with the places of the first rows. */
function grouped(t: T, sheet: Sheet, remarks: readonly ReportedRemark[]): string[] {
  const groups = Map.groupBy(remarks, (remark) => [remark.cell.replace(/\d+$/, ''), sentenceOf(t, remark)].join('\n'))
  const lines = [...groups.values()].map((group) => {
    const [first] = group
    if (!first) return ''
    const where = sheet.paths ? whereOf(sheet, first).cell : placeOf(t, first)
    const more = group.length > 1 ? ` ${t('cli.moreRows', { count: group.length - 1 })}` : ''
    return `${where}${more}: ${sentenceOf(t, first)}`
  })
  const further = lines.length - mostLines
  return further > 0 ? [...lines.slice(0, mostLines), t('cli.further', { count: further })] : lines
}

/** Every value that nobody has given a meaning, what it could mean, and the file that says so. */
function unmappedLines(
  t: T,
  nameOf: (field: string, word: string) => string,
  meanings: readonly FieldMeanings[],
): string[] {
  const open = meanings.flatMap(({ field, meanings: values }) => {
    const unknown = values.filter(({ choice }) => choice === '')
    return unknown.length === 0 ? [] : [{ field, unknown }]
  })
  if (open.length === 0) return []
  const example = Object.fromEntries(
    open.map(({ field, unknown }) => [field.key, Object.fromEntries(unknown.map(({ value }) => [value, leftOut]))]),
  )
  return [
    ...open.flatMap(({ field, unknown }) => {
      const name = t.dynamic(`field.${field.key}`)
      const words = Object.keys(field.words ?? {}).map((word) => `${word} (${nameOf(field.key, word)})`)
      return [
        ...unknown.map(({ value, count }) => t('cli.unmapped', { field: name, value, count })),
        t('cli.words', { field: name, words: words.join(', ') }),
      ]
    }),
    t('cli.example', { option: '--map' }),
    ...JSON.stringify({ values: example }, null, 2)
      .split('\n')
      .map((line) => `  ${line}`),
  ]
}
