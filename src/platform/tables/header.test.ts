import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnsOf, dataRowsOf, suggestHeader } from './header.ts'
import { readCsv } from './read-csv.ts'

const sheetOf = (...lines: string[]) => readCsv(Buffer.from(lines.join('\n')), 'plan').sheet

test('the headings are found below titles, notes and a blank row', () => {
  const sheet = sheetOf(
    'Integrationsplan Landkreis;;;',
    'Stand: März 2026, Amt für Migration;;;',
    ';;;',
    'Nr.;Maßnahme;Federführung;Kosten',
    '1.1;Sprachcafé;Amt 50;1.200',
    '1.2;Jobmesse;Jobcenter;3.400',
  )
  assert.equal(suggestHeader(sheet)[0]?.row, 3)
})

test('years are headings, figures are not', () => {
  const sheet = sheetOf('Indikator;Einheit;2022;2023', 'Abschlüsse;%;12,5;13,1', 'Kurse;Zahl;40;44')
  assert.equal(suggestHeader(sheet)[0]?.row, 0)
})

test('known headings win over a fuller row', () => {
  const sheet = sheetOf('Titel;Träger;;', 'Sprachcafé;Caritas;läuft;gut besucht', 'Jobmesse;Jobcenter;geplant;Halle')
  const vocabulary = [
    { field: 'title', names: ['Titel'] },
    { field: 'lead', names: ['Träger'] },
  ]
  assert.equal(suggestHeader(sheet, vocabulary)[0]?.row, 0)
})

test('a list of one column has a heading too, and an empty sheet has none', () => {
  assert.equal(suggestHeader(sheetOf('Handlungsfeld', 'Wohnen', 'Arbeit'))[0]?.row, 0)
  assert.deepEqual(suggestHeader(sheetOf('')), [])
})

test('a group row, a repeated heading and an empty row are told from measures', () => {
  const sheet = sheetOf(
    'Nr.;Maßnahme;Stand',
    'Handlungsfeld 2: Wohnen;;',
    '2.1;Mietlotsen;läuft',
    ';;',
    'Nr.;Maßnahme;Stand',
    '2.2;Wohnführerschein;',
  )
  assert.deepEqual(
    dataRowsOf(sheet, 0).map(({ row, shape }) => [row, shape]),
    [
      [1, 'single'],
      [2, 'data'],
      [4, 'header'],
      [5, 'data'],
    ],
  )
})

test('rows that say yes in every column are measures and no note', () => {
  const sheet = sheetOf('A;B;C;D', 'ja;ja;ja;nein', 'ja;nein;ja;ja')
  assert.deepEqual(
    dataRowsOf(sheet, 0).map(({ shape }) => shape),
    ['data', 'data'],
  )
})

test('a column without heading is offered when something stands below, and only then', () => {
  const columns = columnsOf(sheetOf('Titel;;;Kosten  in\u00a0€', 'A;Notiz;;5', 'B;Notiz;;6'), 0)
  assert.deepEqual(
    columns.map(({ letters, heading, filled, samples }) => [letters, heading, filled, samples]),
    [
      ['A', 'Titel', 2, ['A', 'B']],
      ['B', '', 2, ['Notiz']],
      ['D', 'Kosten in €', 2, ['5', '6']],
    ],
  )
})
