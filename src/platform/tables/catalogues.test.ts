import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from '#platform/root.ts'
import { columnsOf, dataRowsOf, suggestHeader } from './header.ts'
import { readWorkbook } from './read-workbook.ts'
import { suggestColumns, type Vocabulary } from './suggest.ts'
import { cellAt, shownAt, type Sheet } from './workbook.ts'

const folder = join(root, '../shared/data/plans/tet')
const skip = existsSync(folder) ? false : `real catalogues are not here: ${folder} is missing`

async function sheetsOf(file: string): Promise<Sheet[]> {
  const result = await readWorkbook(readFileSync(join(folder, file)), file)
  assert.ok(result.ok, JSON.stringify(result))
  return result.sheets
}
async function sheetOf(file: string, name: string): Promise<Sheet> {
  const sheet = (await sheetsOf(file)).find((one) => one.name === name)
  assert.ok(sheet)
  return sheet
}

interface Catalogue {
  file: string
  sheets: string[]
  /** The sheet with the measures, its heading row as people count, and its rows by shape. */
  plan: string
  shapes: Record<string, number>
}

/** Counted by looking at the files. In each the headings are in row 2, below a title or nothing. */
const catalogues: Catalogue[] = [
  {
    file: 'complex_plan.xlsx',
    sheets: ['Mode demploi', 'Fichier dimport', 'Listes déroulantes'],
    plan: 'Fichier dimport',
    shapes: { note: 1, data: 29 },
  },
  {
    file: 'nouveau-plan-valide.xlsx',
    sheets: ['Fichier dimport', 'Listes déroulantes'],
    plan: 'Fichier dimport',
    shapes: { note: 1, data: 7 },
  },
  {
    file: 'one_fiche_plan.xlsx',
    sheets: ['Mode demploi', 'Fichier dimport', 'Listes déroulantes'],
    plan: 'Fichier dimport',
    shapes: { note: 1, data: 1 },
  },
  { file: 'plan_with_duplicate_actions.xlsx', sheets: ['Plan'], plan: 'Plan', shapes: { data: 2 } },
  { file: 'plan_with_sous_actions_valid.xlsx', sheets: ['Plan'], plan: 'Plan', shapes: { single: 1, data: 7 } },
]

const french: Vocabulary = [
  { field: 'field', names: ['Axe', 'Handlungsfeld'] },
  { field: 'title', names: ["Titre de l'action", 'Titel'] },
  { field: 'subMeasure', names: ['Sous-action', 'Teilmaßnahme'] },
  { field: 'description', names: ['Descriptif', 'Beschreibung'] },
  { field: 'state', names: ['Statut', 'Stand', 'Umsetzungsstand'] },
  { field: 'startsOn', names: ['Date de début', 'Beginn'] },
  { field: 'endsOn', names: ['Date de fin', 'Ende'] },
  { field: 'budget', names: ['Budget prévisionnel total', 'Kosten'] },
]

for (const { file, sheets, plan, shapes } of catalogues) {
  test(`the French catalogue ${file} shows its sheets, headings and measures`, { skip }, async () => {
    assert.deepEqual(
      (await sheetsOf(file)).map(({ name }) => name),
      sheets,
    )
    const sheet = await sheetOf(file, plan)
    assert.equal(suggestHeader(sheet)[0]?.row, 1)
    assert.equal(suggestHeader(sheet, french)[0]?.row, 1)

    const counted: Record<string, number> = {}
    for (const { shape } of dataRowsOf(sheet, 1)) counted[shape] = (counted[shape] ?? 0) + 1
    assert.deepEqual(counted, shapes)

    const columns = columnsOf(sheet, 1)
    const found = suggestColumns(
      columns.map(({ heading }) => heading),
      french,
    )
    assert.deepEqual(Object.fromEntries(found.map(({ field, column }) => [field, columns[column]?.letters])), {
      field: 'A',
      title: 'D',
      subMeasure: 'E',
      description: 'F',
      state: 'Y',
      startsOn: 'AA',
      endsOn: 'AB',
      budget: 'X',
    })
  })
}

test('a sheet of allowed values has its headings in the first row', { skip }, async () => {
  const sheet = await sheetOf('complex_plan.xlsx', 'Listes déroulantes')
  assert.equal(suggestHeader(sheet)[0]?.row, 0)
  const state = columnsOf(sheet, 0).find(({ heading }) => heading === 'Statut')
  assert.deepEqual([state?.filled, state?.samples], [8, ['À venir', 'À discuter', 'En cours']])
})

test('dates, amounts and titles come out of the real catalogue as they are shown', { skip }, async () => {
  const sheet = await sheetOf('complex_plan.xlsx', 'Fichier dimport')
  assert.deepEqual([cellAt(sheet, 3, 26).date, cellAt(sheet, 3, 27).date], ['2025-12-01', '2030-09-01'])
  assert.equal(cellAt(sheet, 3, 18).number, 1000)
  assert.equal(cellAt(sheet, 3, 24).text, 'À venir')
  assert.equal(shownAt(sheet, 0, 7).text, 'Objectifs et indicateurs')
  assert.equal(columnsOf(sheet, 1)[7]?.group, 'Objectifs et indicateurs')
})
