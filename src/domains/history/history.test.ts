import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { measureIn, typed } from '#domains/measures/testing.ts'
import { importRows } from '#domains/imports/testing.ts'
import { openOffice } from '#tests/office.ts'
import { differenceOf, idsIn, kindOfIds } from './model.ts'
import { paths } from './paths.ts'

test('the history of a measure says who did what, and what stood there before and after', async () => {
  await using office = await openOffice()
  const id = await measureIn(office)
  await office.post(`massnahmen/${id}/bearbeiten`, {
    ...typed,
    title: 'Sprachcafé im Norden',
    state: 'COMPLETED',
    version: '2',
  })
  const { status, text } = await office.get(paths.of('measure', id).slice(1))
  assert.equal(status, 200)
  assert.match(text, /Angelegt[\s\S]*|Geändert/)
  assert.match(text, /<del>Süden<\/del><ins>Norden<\/ins>/)
  assert.match(text, /<del>in Umsetzung<\/del><ins>abgeschlossen<\/ins>|<del>in Umsetzung <\/del>/)
})

test('what is internal stays hidden from those who may not see it on the page either', async () => {
  await using office = await openOffice()
  const id = await measureIn(office, { internalNote: 'Nicht weitersagen' })
  assert.match((await office.get(paths.of('measure', id).slice(1))).text, /Nicht weitersagen/)
  await office.as('working-group-lead')
  const { status, text } = await office.get(paths.of('measure', id).slice(1))
  assert.equal(status, 200)
  assert.doesNotMatch(text, /Nicht weitersagen/)
})

test('nobody and councillors see no history, and there is none of what never was', async () => {
  await using office = await openOffice()
  const id = await measureIn(office)
  assert.equal((await office.get(paths.of('measure', 999_999).slice(1))).status, 404)
  await office.as('councillor')
  assert.equal((await office.get(paths.of('measure', id).slice(1))).status, 403)
  await office.as(null)
  assert.notEqual((await office.get(paths.of('measure', id).slice(1))).status, 200)
})

test('what is gone and what is new put together give both texts again', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 30 }), fc.lorem({ maxCount: 30 }), (before, after) => {
      const pieces = differenceOf(before, after)
      const without = (kind: string) =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map(({ text }) => text)
          .join('')
      assert.equal(without('new'), before)
      assert.equal(without('gone'), after)
    }),
  )
})

test('ids in a change lead to the names of things', () => {
  assert.deepEqual(
    ['goalIds', 'parentId', 'title', 'partnerUnitIds'].map((field) => kindOfIds(field, 'need')),
    ['goal', 'need', undefined, 'org-unit'],
  )
  assert.deepEqual(idsIn(['3', 4, 'x', null]), [3, 4])
})

test('an import leaves the same words as the form: names, euros, and no empty lines', async () => {
  await using office = await openOffice()
  await importRows(office, ['Nr.;Maßnahme;Träger;Handlungsfeld;Kosten 2026', '1.1;Sprachcafé;VHS;Sprache;12.500'])
  const { id } = await office.db.selectFrom('measure').select('id').executeTakeFirstOrThrow()
  const { text } = await office.get(paths.of('measure', id).slice(1))
  const shown = text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  assert.match(shown, /Federführung VHS/)
  assert.match(shown, /Mittel Jahr: 2026 · Sachaufwand: 12\.500,00\s€/)
  assert.doesNotMatch(text, /akteur-|1250000|Cent|material\.2026/)
  assert.doesNotMatch(shown, /Leuchtturm|Interne Notiz|Querschnittsthemen|Wirkungslogik/)
})

test('a save that changes nothing leaves no entry', async () => {
  await using office = await openOffice()
  const id = await measureIn(office)
  const saved = await office.post(`massnahmen/${id}/bearbeiten`, { ...typed, version: '2' })
  assert.equal(saved.status, 303)
  const entries = await office.db.selectFrom('auditEntry').where('act', '=', 'changed').select('id').execute()
  assert.deepEqual(entries, [])
})
