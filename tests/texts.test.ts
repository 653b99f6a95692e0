import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { test } from 'node:test'
import { root } from '#platform/root.ts'
import { deliveredWords, wordMeanings, type HouseWord } from '#platform/texts/house-words.ts'
import { allTexts, speechOf, type Messages } from '#platform/texts/texts.ts'
import { interfaceLanguages, type InterfaceLanguage } from '#values/language.ts'
import { literalHouseWords, problemsOf, type Catalogue } from '#tests/texts.ts'

// Importing every texts/index.ts puts all texts of the program into one list.
const files = globSync('src/**/texts/index.ts', { cwd: root })
for (const file of files) await import(pathToFileURL(join(root, file)).href)
const catalogues: Catalogue[] = allTexts().map(({ all }) => ({ all }))

test('there are texts of several domains', () => {
  assert.ok(catalogues.length >= files.length, `${catalogues.length} catalogues in ${files.length} files`)
  assert.ok(catalogues.length >= 4)
})

for (const language of interfaceLanguages) {
  test(`every text in ${language} can be said: its arguments are given, its plurals complete, nothing left German`, () => {
    assert.deepEqual(
      catalogues.flatMap(({ all }) => problemsOf(all, language)),
      [],
    )
  })
}

/** Texts that name a word of the house as it stands, each with its reason. */
const meantLiterally: Readonly<Record<string, string>> = {
  'home.lead': 'the entrance of the whole instance, which has no municipality and so no words of one',
  instanceOwner: 'the same entrance',
  'form.formerTitles.hint': 'an example of a title that a plan had before, in the words of that time',
}

for (const language of interfaceLanguages) {
  test(`no text in ${language} names a word that a municipality may choose: it takes the chosen one`, () => {
    const found = catalogues.flatMap(({ all }) => literalHouseWords(all[language], language))
    assert.deepEqual(
      found.filter(({ key }) => !(key in meantLiterally)),
      [],
    )
  })
}

test('a word of the house that stands in a text as it is, is found', () => {
  const words = ['Handlungsfeldern', 'Zuwanderungsgeschichte', 'Integrationskonzepts', 'Landratsamt', 'Themenfeld']
  for (const word of words) assert.equal(literalHouseWords({ key: `Die ${word} hier` }, 'de').length, 1, word)
  assert.equal(literalHouseWords({ key: 'All fields of action' }, 'en').length, 1)
  assert.equal(literalHouseWords({ key: 'كل مجالات العمل' }, 'ar').length, 1)
  assert.deepEqual(literalHouseWords({ key: 'Alle [ActionField plural] und [Plan]' }, 'de'), [])
})

test('a measure has one Arabic word', () => {
  const others = catalogues.flatMap(({ all }) => Object.entries(all.ar).filter(([, text]) => /تدبير|تدابير/.test(text)))
  assert.deepEqual(others, [])
})

const choices = Object.fromEntries(wordMeanings.map((meaning) => [meaning, Object.keys(deliveredWords[meaning])]))
const mostWords = Math.max(...Object.values(choices).map((names) => names.length))

/** The nth delivered word of each meaning, from the start again where there are fewer. */
const wordsOf = (turn: number) =>
  Object.fromEntries(wordMeanings.map((meaning) => [meaning, choices[meaning]?.[turn % choices[meaning].length]]))

/** A word with every form told apart: a text that takes the wrong case or number shows it. */
const ownWord: HouseWord = {
  de: {
    gender: 'n',
    singular: ['Werk', 'Werkes', 'Werke', 'Werk'],
    plural: ['Werke', 'Werke', 'Werken', 'Werke'],
  },
  en: { singular: 'opus', plural: 'opera' },
  ar: { singular: 'عمل', plural: 'أعمال', definite: 'العمل', definitePlural: 'الأعمال' },
}

for (let turn = 0; turn <= mostWords; turn++) {
  const isOwn = turn === mostWords
  const words = isOwn ? Object.fromEntries(wordMeanings.map((meaning) => [meaning, ownWord])) : wordsOf(turn)
  test(`every text is whole with ${isOwn ? 'words of one’s own' : Object.values(words).join(', ')}`, () => {
    for (const texts of allTexts()) {
      for (const language of interfaceLanguages) renderAll(texts, language, words)
    }
  })
}

function renderAll(texts: ReturnType<typeof allTexts>[number], language: InterfaceLanguage, words: object) {
  const say = texts(speechOf(language, words as Record<string, unknown>))
  const messages: Messages = texts.all[language]
  for (const [key, message] of Object.entries(messages)) {
    for (const count of [0, 1, 2, 3, 11, 100]) {
      const text = say.dynamic(key, argumentsOf(message, count))
      assert.doesNotMatch(text, /[[\]{}]/, `${language} ${key}: ${text}`)
      assert.doesNotMatch(text, /\bundefined\b|\bNaN\b/, `${language} ${key}: ${text}`)
    }
  }
}

const argumentsOf = (message: string, count: number): Record<string, unknown> =>
  Object.fromEntries(
    Array.from(message.matchAll(/\{(\w+)(, *(\w+))?/g), ([, name, , kind]) => [name, kind === 'select' ? 'x' : count]),
  )

/** Each plants one mistake; it must be the one that is found. */
const planted: [problem: RegExp, language: InterfaceLanguage, de: string, text: string][] = [
  [/unresolved/, 'de', 'Der [Plann] gilt', 'Der [Plann] gilt'],
  [/no form of a word/, 'de', 'Ziele [plan akk]', 'Ziele [plan akk]'],
  [/argument/, 'en', 'Am {day}', 'On {date}'],
  [/plural/, 'ar', '{n, plural, one {ein Ziel} other {# Ziele}}', '{n, plural, one {هدف واحد} other {# هدف}}'],
  [/plural/, 'de', '{n, plural, other {# Ziele}}', '{n, plural, other {# Ziele}}'],
  [/plural/, 'en', '{n, plural, one {x} other {y}}', '{n, plural, one {one} two {two} other {y}}'],
  [/always says 0/, 'de', '{n, plural, =0 {# x} one {x} other {y}}', '{n, plural, =0 {# x} one {x} other {y}}'],
  [/German/, 'en', 'Die Maßnahme', 'The Maßnahme'],
  [/German/, 'en', 'Nicht öffentlich', 'nicht public'],
  [/Latin letters/, 'ar', 'Die Maßnahme', 'Maßnahme هنا'],
  [/cannot be read/, 'en', '{n, plural, one {x} other {y}}', '{n, plural, one {x} other {y}'],
]
for (const [problem, language, de, text] of planted) {
  test(`${language}: „${text}“ is found`, () => {
    const found = problemsOf(
      { de: { key: de }, en: { key: text }, ar: { key: text }, [language]: { key: text } },
      language,
    )
    assert.equal(found.length, 1, found.join('\n'))
    assert.match(found[0] ?? '', problem)
  })
}
