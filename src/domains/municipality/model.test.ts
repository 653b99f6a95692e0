import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { contrast } from '#values/colour.ts'
import { colourStyles, darkOf, grounds, measure, neededContrast, unreadable } from './model/colours.ts'
import { missingMusts, missingWishes } from './model/completeness.ts'
import { properName, type Kind, type Settings } from './model/municipality.ts'
import { parseExceptions, writeExceptions } from './model/profile.ts'
import { freeSlug, parseHost, slugProblem, suggestSlug } from './model/slug.ts'
import { fingerprintOf, stepKeys, steps } from './model/steps.ts'
import { ownWordForm, typedWord, wordOf } from './model/words.ts'
import * as v from 'valibot'

const empty: Settings = {
  name: 'Probekreis',
  kind: 'county',
  federalState: 'BW',
  languages: ['de'],
  words: {},
  colour: null,
  colourDark: null,
  logoFileId: null,
  logoAlt: null,
  address: {},
  imprint: {},
  privacy: {},
  accessibility: {},
  legalSettings: {},
  approvalRequired: false,
  secondFactorRequired: false,
  dataLicence: 'dl-by-de/2.0',
  contributorId: null,
  areaKey: null,
}

const slugs: [name: string, slug: string][] = [
  ['Landkreis Böblingen', 'boeblingen'],
  ['Lörrach', 'loerrach'],
  ['Stadt Wetzlar', 'wetzlar'],
  ['Kreis Groß-Gerau', 'gross-gerau'],
  ['Rhein-Pfalz-Kreis', 'rhein-pfalz-kreis'],
  ['Bad Dürkheim', 'bad-duerkheim'],
  ['Île-de-Test', 'ile-de-test'],
  ['42', 'kommune'],
  ['', 'kommune'],
]
for (const [name, slug] of slugs) {
  test(`„${name}“ gets the address ${slug}`, () => assert.equal(suggestSlug(name), slug))
}

const names: [typed: string, kind: Kind, name: string][] = [
  ['Landkreis Lörrach', 'county', 'Lörrach'],
  ['Kreis Groß-Gerau', 'county', 'Groß-Gerau'],
  ['Rhein-Pfalz-Kreis', 'county', 'Rhein-Pfalz-Kreis'],
  ['Universitätsstadt Tübingen', 'city', 'Tübingen'],
  ['Stadtallendorf', 'city', 'Stadtallendorf'],
  ['Kreis', 'county', 'Kreis'],
]
for (const [typed, kind, name] of names) {
  test(`„${typed}“ is called ${name}, the kind is a word of the house`, () =>
    assert.equal(properName(typed, kind), name))
}

const places = { reserved: new Set(['api', 'anmelden']), taken: new Set(['loerrach', 'loerrach-2']) }
const problems: [slug: string, problem: string | undefined][] = [
  ['wetzlar', undefined],
  ['loerrach', 'slug.taken'],
  ['anmelden', 'slug.reserved'],
  ['Wetzlar', 'slug.shape'],
  ['a', 'slug.shape'],
  ['-kreis', 'slug.shape'],
  ['kreis-', 'slug.shape'],
  ['kreis/plan', 'slug.shape'],
  ['7kreis', 'slug.shape'],
]
for (const [slug, problem] of problems) {
  test(`the address ${slug} is ${problem ?? 'free'}`, () => assert.equal(slugProblem(slug, places), problem))
}

test('whatever a municipality is called, the address that is suggested can be used', () =>
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), (name) => {
      assert.equal(slugProblem(freeSlug(suggestSlug(name), places), places), undefined)
    }),
  ))

test('where an address is taken, the next number is suggested', () =>
  assert.equal(freeSlug('loerrach', places), 'loerrach-3'))

const hosts: [typed: string, host: string | undefined][] = [
  ['teilhabe.kreis.de', 'teilhabe.kreis.de'],
  ['https://Teilhabe.Kreis.de/', 'teilhabe.kreis.de'],
  ['teilhabe.lörrach.de', 'teilhabe.xn--lrrach-wxa.de'],
  ['localhost', undefined],
  ['kreis.de/plan', undefined],
  ['kreis.de:8080', undefined],
  ['10.0.0.1', undefined],
  ['a b.de', undefined],
  ['', undefined],
]
for (const [typed, host] of hosts) {
  test(`„${typed}“ is ${host ?? 'no host name'}`, () => assert.equal(parseHost(typed), host))
}

test('a colour that is too weak is refused with what was measured and what would do', () => {
  const { colour, colourDark } = unreadable({ colour: '#8ecae6', colourDark: '#111111' })
  assert.ok(colour && colour.ratio < neededContrast)
  assert.ok(measure(colour.suggestion, 'light').isEnough)
  assert.ok(colourDark && measure(colourDark.suggestion, 'dark').isEnough)
  assert.deepEqual(unreadable({ colour: '#0a5560', colourDark: '' }), {})
  assert.deepEqual(unreadable({ colour: 'blau' }), {}, 'what is no colour is the form’s matter')
})

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
test('whatever colour is accepted, links and buttons can be read in both themes', () =>
  fc.assert(
    fc.property(hex, (typed) => {
      const light = measure(typed, 'light').suggestion
      const styles = colourStyles(light, null)
      for (const ground of grounds.light) assert.ok(contrast(light, ground) >= neededContrast)
      for (const ground of grounds.dark) assert.ok(contrast(darkOf(light), ground) >= neededContrast)
      const [, onLight = '', onDark = ''] = /action-on-default: light-dark\((#\w+), (#\w+)\)/.exec(styles) ?? []
      assert.ok(contrast(onLight, light) >= neededContrast, `${onLight} on ${light}`)
      assert.ok(contrast(onDark, darkOf(light)) >= neededContrast, `${onDark} on ${darkOf(light)}`)
    }),
  ))

test('a new municipality lacks what the law asks for, and nothing else', () => {
  const steps = new Set(missingMusts(empty).map(({ step }) => step))
  assert.deepEqual([...steps], ['address', 'imprint', 'privacy', 'accessibility'])
  const full = {
    ...empty,
    address: { office: 'a', street: 'b', postcode: '00999', place: 'c', phone: '1', email: 'd@e.de' },
    imprint: { representative: 'a', responsible: 'b' },
    privacy: { officer: 'a', officerEmail: 'b@c.de', authority: 'd' },
    accessibility: { conformance: 'full', method: 'a', assessedOn: '2026-01-01', enforcement: 'b' },
  }
  assert.deepEqual(missingMusts(full), [])
  assert.ok(missingWishes(full).length > 0)
})

test('what is shown in a form and saved unchanged does not change the settings', () => {
  for (const key of stepKeys) {
    const step = steps[key]
    const typed = step.typed({ ...empty, federalState: 'XX' })
    if (key === 'identity') continue
    const form = v.safeParse(step.form, typed)
    assert.ok(form.success, `${key}: ${JSON.stringify(form.issues)}`)
    const saved = { ...empty, federalState: 'XX', ...step.columns(form.output, empty) }
    assert.equal(fingerprintOf(step.typed(saved)), fingerprintOf(typed), key)
  }
})

test('exceptions are written one per line with their reason and what helps instead', () => {
  const lines = 'Karte | Formen | Tabelle\nAlte PDF-Dateien\nFilm | | Text'
  assert.deepEqual(parseExceptions(lines), [
    { text: 'Karte', reason: 'Formen', alternative: 'Tabelle' },
    { text: 'Alte PDF-Dateien' },
    { text: 'Film', alternative: 'Text' },
  ])
  assert.deepEqual(parseExceptions(writeExceptions(parseExceptions(lines))), parseExceptions(lines))
})

const words: [gender: 'm' | 'f' | 'n', singular: string, plural: string, genitive: string, dativePlural: string][] = [
  ['m', 'Aktionsplan', 'Aktionspläne', 'Aktionsplans', 'Aktionsplänen'],
  ['n', 'Leitbild', 'Leitbilder', 'Leitbilds', 'Leitbildern'],
  ['f', 'Strategie', 'Strategien', 'Strategie', 'Strategien'],
  ['m', 'Stadtkreis', 'Stadtkreise', 'Stadtkreises', 'Stadtkreisen'],
]
for (const [gender, singularNom, pluralNom, genitive, dativePlural] of words) {
  test(`${singularNom}: empty cases follow the rule`, () => {
    const typed = { ...emptyWord, gender, singularNom, pluralNom }
    const { de, en } = wordOf(v.parse(ownWordForm, typed), 'plan')
    assert.equal(de.singular[1], genitive)
    assert.equal(de.plural[2], dativePlural)
    assert.equal(en.singular, 'integration strategy', 'a missing translation is that of the usual word')
    const again = wordOf(
      v.parse(ownWordForm, {
        ...emptyWord,
        ...typedWord({ de, en, ar: wordOf(v.parse(ownWordForm, typed), 'plan').ar }),
      }),
      'plan',
    )
    assert.deepEqual(again.de, de)
  })
}
const emptyWord = Object.fromEntries(Object.keys(ownWordForm.entries).map((name) => [name, '']))

test('a word that would break messages is refused', () => {
  for (const singularNom of ['{x}', '[plan]', "Plan's", '<b>']) {
    const form = v.safeParse(ownWordForm, { ...emptyWord, gender: 'm', singularNom, pluralNom: 'x' })
    assert.equal(form.issues?.[0].message, 'word.notPlain', singularNom)
  }
})
