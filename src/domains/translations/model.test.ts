import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { root } from '#platform/root.ts'
import { hashOf } from '#values/local-text.ts'
import { tallyOf, type PublicText } from './model/overview.ts'
import { markOf, outcomeOf, type TypedText } from './model/saving.ts'
import { keyOf, parseKey } from './model/sheet.ts'
import {
  isTextKind,
  stateOf,
  targetsOf,
  textKinds,
  textStates,
  translatable,
  type StoredVersion,
} from './model/texts.ts'

const at = new Date('2026-11-24T10:00:00Z')
const stored = (values: Partial<StoredVersion> = {}): StoredVersion => ({
  text: 'Dil kafesi',
  sourceHash: hashOf('Alt'),
  isMachineMade: false,
  confirmedAt: at,
  updatedAt: at,
  ...values,
})
const machine = stored({ isMachineMade: true, confirmedAt: null })

const typed = (values: Partial<TypedText> = {}, seen: StoredVersion | null = stored()): TypedText => ({
  ...{ field: 'title', language: 'tr', text: seen?.text ?? '', source: hashOf('Neu') },
  isUnchecked: seen?.isMachineMade === true && seen.confirmedAt === null,
  isConfirmed: false,
  mark: markOf(seen ?? undefined),
  ...values,
})

const write = (text: string, german: string, isMachineMade: boolean, isConfirmed: boolean) => ({
  ...{ act: 'write', text, sourceHash: hashOf(german), isMachineMade, isConfirmed },
})
const later = stored({ text: 'Başka', updatedAt: new Date('2026-11-24T11:00:00Z') })

const cases: [says: string, typed: TypedText, stored: StoredVersion | undefined, outcome: object][] = [
  ['nothing stands and nothing is typed', typed({}, null), undefined, { act: 'keep' }],
  ['nobody touched it', typed(), stored(), { act: 'keep' }],
  ['nobody touched it, somebody else did', typed(), later, { act: 'keep' }],
  ['a first text', typed({ text: 'Yeni' }, null), undefined, write('Yeni', 'Neu', false, true)],
  ['a new text', typed({ text: 'Yeni' }), stored(), write('Yeni', 'Neu', false, true)],
  ['an emptied text', typed({ text: '' }), stored(), { act: 'remove' }],
  ['a text that others changed', typed({ text: 'Yeni' }), later, { act: 'lost' }],
  ['a text that others removed', typed({ text: 'Yeni' }), undefined, { act: 'lost' }],
  ['both typed the same', typed({ text: 'Başka' }), later, { act: 'keep' }],
  ['an emptied text that others changed', typed({ text: '' }), later, { act: 'lost' }],
  ['it still fits', typed({ isConfirmed: true }), stored(), write('Dil kafesi', 'Neu', false, true)],
  [
    'a machine’s text is checked',
    typed({ isConfirmed: true }, machine),
    machine,
    write('Dil kafesi', 'Neu', true, true),
  ],
  ['the tick is taken away', typed({ isUnchecked: false }, machine), machine, write('Dil kafesi', 'Alt', true, true)],
  ['the tick is set', typed({ isUnchecked: true }), stored(), write('Dil kafesi', 'Alt', true, false)],
  [
    'a person rewrites it',
    typed({ text: 'Yeni', isUnchecked: false }, machine),
    machine,
    write('Yeni', 'Neu', false, true),
  ],
  ['a machine rewrites it', typed({ text: 'Yeni' }, machine), machine, write('Yeni', 'Neu', true, false)],
]
for (const [says, one, now, outcome] of cases) {
  test(`saving a text: ${says}`, () => assert.deepEqual(outcomeOf(one, now), outcome))
}

test('a text is missing, outdated, unchecked or up to date; outdated comes first', () => {
  assert.equal(stateOf('Alt', undefined), 'missing')
  assert.equal(stateOf('Neu', stored()), 'stale')
  assert.equal(stateOf('Neu', machine), 'stale')
  assert.equal(stateOf('Alt', machine), 'unchecked')
  assert.equal(stateOf('Alt', { ...machine, confirmedAt: at }), 'done')
})

test('the states of a language add up to all texts, whatever they are', () => {
  const text = fc.record({
    kind: fc.constantFrom(...textKinds),
    id: fc.nat(),
    label: fc.string(),
    field: fc.constantFrom('title', 'text'),
    versions: fc
      .dictionary(fc.constantFrom('ar', 'tr'), fc.constantFrom(...textStates))
      .map((states) => new Map(Object.entries(states))),
  })
  fc.assert(
    fc.property(fc.array(text), (texts: PublicText[]) => {
      for (const { all, tally, kinds } of tallyOf(texts, ['ar', 'tr'])) {
        assert.equal(
          Object.values(tally).reduce((sum, count) => sum + count, 0),
          all,
        )
        assert.equal(
          kinds.reduce((sum, kind) => sum + kind.done, 0),
          tally.done,
        )
        assert.equal(
          kinds.reduce((sum, kind) => sum + kind.all, 0),
          all,
        )
      }
    }),
  )
})

test('the key of a row leads back to its text; anything else is no key', () => {
  for (const kind of textKinds) {
    for (const field of [...translatable[kind].fields, 'task.7']) {
      const row = { kind, id: 12, field, language: 'de-x-leicht' as const }
      assert.deepEqual(parseKey(keyOf({ ...row, text: 'x' })), { ...row, seen: hashOf('x') })
      assert.deepEqual(parseKey(keyOf({ ...row, text: null })), { ...row, seen: '' })
    }
  }
  for (const text of ['', 'measure/1/title/de/', 'measure/1/title/xx/', 'secret/1/title/tr/', 'measure/x/title/tr/'])
    assert.equal(parseKey(text), undefined, text)
})

test('every text that a page asks for in other languages can be written there', () => {
  const asked = globSync('src/domains/**/queries{.ts,/**/*.ts}', { cwd: root }).flatMap((file) =>
    Array.from(
      readFileSync(join(root, file), 'utf8').matchAll(/\.(?:text|optional)\(\s*'([a-z-]+)',[^,()]+,\s*'(\w+)'/g),
      ([, kind = '', field = '']) => ({ file, kind, field }),
    ),
  )
  assert.ok(asked.length > 30)
  for (const { file, kind, field } of asked) {
    assert.ok(isTextKind(kind), `${file}: ${kind}`)
    assert.ok((translatable[kind].fields as readonly string[]).includes(field), `${file}: ${kind}.${field}`)
  }
})

test('languages are those the municipality offers, in one order, never German', () => {
  assert.deepEqual(targetsOf(['uk', 'de', 'ar', 'xx']), ['ar', 'uk'])
})
