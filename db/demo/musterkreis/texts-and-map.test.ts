import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Text } from '../format.ts'
import { writtenTexts } from '../texts.testing.ts'
import { musterkreis } from './index.ts'

const { plan, actors, areas } = musterkreis
const { actionFields, crossCuttingTopics, targetGroups, needs, goals, measures, indicators } = plan

const languagesOf = (text: Text) => (typeof text === 'string' ? ['de'] : Object.keys(text))

const twice = (values: string[]) => values.filter((value, at) => values.indexOf(value) !== at)

test('no text is written twice', () => {
  const texts = writtenTexts(musterkreis)
  assert.ok(texts.length > 1000, `only ${texts.length} texts were looked at`)
  const repeated = new Set(twice(texts.map(({ text }) => text)))
  assert.deepEqual(
    texts.filter(({ text }) => repeated.has(text)),
    [],
  )
})

test('what the phase says about measures is what the measures say', () => {
  const running = plan.phases.find(({ state }) => state === 'RUNNING')?.outcome
  assert.ok(typeof running === 'string')
  const words = ['neun', 'zehn', 'elf', 'zwölf']
  const word = (state: string) => words[measures.filter((measure) => measure.state === state).length - 9]
  assert.match(running, new RegExp(`${word('COMPLETED')} Maßnahmen abgeschlossen und ${word('PERMANENT')} dauerhaft`))
})

test('neighbouring municipalities share their border, and the county has one outline without holes', () => {
  const edges = new Map<string, string>()
  for (const { name, polygon = [] } of areas) {
    assert.deepEqual(polygon[0], polygon.at(-1), `${name} is closed`)
    let doubleArea = 0
    for (const [at, [x, y]] of polygon.entries()) {
      const next = polygon[at + 1]
      if (!next) continue
      doubleArea += x * next[1] - next[0] * y
      const edge = `${x} ${y}>${next[0]} ${next[1]}`
      assert.ok(!edges.has(edge), `${name} overlaps ${edges.get(edge)}`)
      edges.set(edge, name)
    }
    assert.ok(doubleArea > 0.001, `${name} has ${doubleArea}`)
  }
  const outside = [...edges.keys()].map((edge) => edge.split('>')).filter(([from, to]) => !edges.has(`${to}>${from}`))
  const follow = new Map(outside.map(([from = '', to = '']) => [from, to]))
  const start = outside[0]?.[0] ?? ''
  let steps = 0
  for (let point = start; steps === 0 || (point !== start && steps < 9999); steps++) point = follow.get(point) ?? start
  assert.equal(steps, outside.length)
})

test('the county stands in three languages where it must, field 1 in full, the rest falls back', () => {
  const three = ['de', 'en', 'ar']
  const translated: Text[] = [
    ...[plan.title, ...plan.phases.map(({ title }) => title), ...goals.map(({ text }) => text)],
    ...[...crossCuttingTopics, ...targetGroups, ...measures, ...indicators].map(({ title }) => title),
    ...[...needs.map(({ statement }) => statement), ...actionFields.map(({ title }) => title)],
    ...measures.filter(({ actionField }) => actionField === 'sprache').map(({ description }) => description),
  ]
  for (const text of translated) assert.deepEqual(languagesOf(text), three, JSON.stringify(text))
  assert.deepEqual(languagesOf(plan.mainGoal ?? ''), three)
  assert.deepEqual(languagesOf(plan.lead), [...three, 'de-x-einfach', 'de-x-leicht'])
  for (const { description } of actionFields) assert.deepEqual(languagesOf(description), [...three, 'de-x-einfach'])
  for (const { actionField, description } of measures)
    assert.equal(languagesOf(description).length, actionField === 'sprache' ? 3 : 1)
})

test('no address, number or place can reach anybody', () => {
  for (const { key, contact, website } of actors) {
    assert.ok(website === undefined || website.endsWith('.example'), key)
    assert.ok(contact?.email === undefined || contact.email.endsWith('.example'), key)
    assert.ok(contact?.phone === undefined || /^(07000 |0800 0 )/.test(contact.phone), key)
    for (const item of contact?.consent ?? [])
      assert.ok(contact?.[item], `${key} agrees to show ${item}, which is not there`)
  }
  assert.deepEqual(
    areas.filter(({ ags }) => !ags?.startsWith('08999')),
    [],
  )
})

const shared = new URL('../../../../shared/', import.meta.url)
const skip = existsSync(shared) ? false : 'the documents are not in this place'
test('no sentence is taken from the documents or the design', { skip }, () => {
  const files = ['seeds', 'look'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, shared))
      .filter((name) => /\.(txt|html|md)$/.test(name))
      .map((name) => readFileSync(new URL(`${folder}/${name}`, shared), 'utf8')),
  )
  const plain = (text: string) => text.replace(/<[^>]+>|&nbsp;/g, ' ').replace(/\s+/g, ' ')
  const source = plain(files.join(' '))
  assert.ok(source.length > 10_000)
  const sentences = writtenTexts(musterkreis).flatMap(({ text }) => text.split(/(?<=[.!?:])\s+/))
  const long = sentences.filter((sentence) => sentence.split(' ').length >= 4)
  assert.deepEqual(
    long.filter((sentence) => source.includes(plain(sentence))),
    [],
  )
})
