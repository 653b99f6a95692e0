import { positionOf, columnLetters, type ReadProblem } from '#platform/tables/workbook.ts'
import type { SayOf } from '#platform/texts/texts.ts'
import { formatDate } from '#values/local-date.ts'
import type { ReportedRemark } from '../model/result.ts'
import { texts } from '../texts/index.ts'

type T = SayOf<typeof texts>

/** Why a file cannot be read, and what to do about it. */
export function fileProblemOf(t: T, { code, detail }: ReadProblem): string {
  const found = 'found' in detail && code === 'not-a-workbook' ? { found: t.dynamic(`found.${detail.found}`) } : {}
  return t.dynamic(`file.${code}`, { ...detail, ...found })
}

/** What is wrong with a row, and what to do about it. */
export function sentenceOf(t: T, { code, values = {} }: Pick<ReportedRemark, 'code' | 'values'>): string {
  const { day } = values
  const said = typeof day === 'string' ? { ...values, day: formatDate(day, t.language) } : values
  return t.dynamic(`remark.${code}`, said)
}

/** "Zeile 14, Spalte F": as people find it in their program. */
export function placeOf(t: T, { row, cell }: Pick<ReportedRemark, 'row' | 'cell'>): string {
  const position = positionOf(cell)
  return position
    ? t('at.cell', { row: String(row), column: columnLetters(position.column) })
    : t('at.row', { row: String(row) })
}

/** The changed field as the page of the thing names it; money with its year. undefined: it has no name there. */
export function fieldName(t: Pick<T, 'dynamic'>, key: string): string | undefined {
  const [name = '', year] = key.split('.')
  const own: Record<string, string> = {
    actionFieldId: 'actionField',
    partnerIds: 'partners',
    targetGroupIds: 'targetGroups',
    topicIds: 'topics',
    areaIds: 'areas',
    goalIds: 'goals',
  }
  const known = `field.${own[name] ?? name}`
  if (!(known in texts.all.de)) return undefined
  const field = t.dynamic(known)
  return year ? t.dynamic('field.inYear', { field, year }) : field
}
