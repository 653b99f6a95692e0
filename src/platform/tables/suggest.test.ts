import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggestColumns, suggestValues, type Vocabulary } from './suggest.ts'
import { likeness, wordingOf } from './wording.ts'

const measures: Vocabulary = [
  { field: 'number', names: ['Nummer', 'Nr.', 'lfd. Nr.', 'Number', 'Numéro'] },
  { field: 'title', names: ['Titel', 'Maßnahme', 'Bezeichnung', 'Title', 'Titre', "Titre de l'action"] },
  { field: 'description', names: ['Beschreibung', 'Erläuterung', 'Description', 'Descriptif'] },
  { field: 'actionField', names: ['Handlungsfeld', 'Themenfeld', 'Action field', 'Axe'] },
  { field: 'lead', names: ['Federführung', 'Verantwortlich', 'Zuständigkeit', 'Lead', 'Structure pilote'] },
  { field: 'state', names: ['Stand', 'Status', 'Umsetzungsstand', 'State', 'Statut'] },
  { field: 'startsOn', names: ['Beginn', 'Start', 'Laufzeit von', 'Start date', 'Date de début'] },
  { field: 'endsOn', names: ['Ende', 'Laufzeit bis', 'End date', 'Date de fin'] },
  { field: 'amount', names: ['Kosten', 'Betrag', 'Budget', 'Amount', 'Montant'] },
]
const fieldsOf = (...headings: string[]) =>
  Object.fromEntries(suggestColumns(headings, measures).map(({ field, column }) => [headings[column], field]))

test('German, English and French headings find their fields', () => {
  assert.deepEqual(
    fieldsOf(
      'Lfd. Nr.',
      'Maßnahmen',
      'Erläuterungen',
      'Handlungsfelder',
      'Federführung',
      'Umsetzungsstand',
      'Laufzeit von',
      'Laufzeit bis',
      'Kosten (in €)',
    ),
    {
      'Lfd. Nr.': 'number',
      Maßnahmen: 'title',
      Erläuterungen: 'description',
      Handlungsfelder: 'actionField',
      Federführung: 'lead',
      Umsetzungsstand: 'state',
      'Laufzeit von': 'startsOn',
      'Laufzeit bis': 'endsOn',
      'Kosten (in €)': 'amount',
    },
  )
  assert.deepEqual(fieldsOf('Title', 'Start date', 'End date', 'Amount [EUR]'), {
    Title: 'title',
    'Start date': 'startsOn',
    'End date': 'endsOn',
    'Amount [EUR]': 'amount',
  })
  assert.deepEqual(fieldsOf('Titre de la sous-action', "Titre de l'action", 'Date de debut', 'Statut *'), {
    "Titre de l'action": 'title',
    'Date de debut': 'startsOn',
    'Statut *': 'state',
  })
})

test('headings as offices write them: capitals, no umlauts, typos, compounds, gender marks, snake case', () => {
  for (const [heading, field] of [
    ['MASSNAHME', 'title'],
    ['Massnahmentitel', 'title'],
    ['Beschreibug', 'description'],
    ['Maßnahmenbeschreibung', 'description'],
    ['Verantwortliche/-r', 'lead'],
    ['Verantwortliche*r', 'lead'],
    ['start_date', 'startsOn'],
    ['startDate', 'startsOn'],
    ['3. Zustaendigkeit', 'lead'],
    ['Geplantes Budget 2026', 'amount'],
  ] as const) {
    assert.deepEqual(fieldsOf(heading), { [heading]: field }, heading)
  }
})

test('what is like nothing gets no suggestion', () => {
  for (const heading of ['', '***', 'Zielgruppe', 'Bemerkung', 'Spalte1', 'Telefon'])
    assert.deepEqual(fieldsOf(heading), {}, heading)
})

test('a field gets one column, the best one, and of equal ones the leftmost', () => {
  const found = suggestColumns(['Kosten 2025', 'Kosten', 'Kosten', 'Ende'], measures)
  assert.deepEqual(
    found.map(({ field, column, score }) => [field, column, score]),
    [
      ['amount', 1, 1],
      ['endsOn', 3, 1],
    ],
  )
})

const states: Vocabulary = [
  { field: 'planned', names: ['geplant', 'in Planung', 'offen', 'noch nicht begonnen', 'planned', 'à venir', 'prévu'] },
  { field: 'running', names: ['läuft', 'laufend', 'in Arbeit', 'in Umsetzung', 'begonnen', 'running', 'en cours'] },
  {
    field: 'completed',
    names: ['abgeschlossen', 'umgesetzt', 'erledigt', 'fertig', 'completed', 'done', 'terminé', 'réalisé'],
  },
  { field: 'dropped', names: ['eingestellt', 'verworfen', 'wird nicht umgesetzt', 'dropped', 'abandonné'] },
]
const stateOf = (value: string) => suggestValues([value], states)[0]?.suggestion?.field

test('state words of three languages are understood', () => {
  const words = {
    planned: ['geplant', 'GEPLANT', 'In Planung', 'À venir', 'A venir', 'Prévu', 'noch nicht begonnen'],
    running: ['läuft', 'laeuft', 'in Arbeit', 'Arbeit', 'in Umsetzung seit 2023', 'En cours', 'laufend (s. Vermerk)'],
    completed: ['abgeschlossen', 'Abgeschlosen', 'terminée', 'Réalisé', 'erledigt 03/2024', 'completed'],
    dropped: ['Abandonné', 'wird nicht umgesetzt', 'verworfen'],
  }
  for (const [state, values] of Object.entries(words))
    for (const value of values) assert.equal(stateOf(value), state, value)
})

test('a negated word never means its opposite', () => {
  for (const value of [
    'nicht abgeschlossen',
    'noch nicht fertig',
    'not completed',
    'pas terminé',
    'unvollständig abgeschlossen nicht',
  ]) {
    assert.notEqual(stateOf(value), 'completed', value)
  }
  for (const [a, b] of [
    ['unvollständig', 'vollständig'],
    ['inaktiv', 'aktiv'],
    ['nicht öffentlich', 'öffentlich'],
  ] as const) {
    assert.ok(likeness(wordingOf(a), wordingOf(b)).score < 0.6, a)
  }
})

test('a value that says two things at once is left to the person', () => {
  assert.equal(stateOf('geplant / läuft'), undefined)
})

test('each different value is listed once, with how often it occurs', () => {
  assert.deepEqual(
    suggestValues(['läuft', ' läuft ', '', 'xyz'], states).map(({ value, count, suggestion }) => [
      value,
      count,
      suggestion?.field,
    ]),
    [
      ['läuft', 2, 'running'],
      ['xyz', 1, undefined],
    ],
  )
})
