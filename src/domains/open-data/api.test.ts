import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as v from 'valibot'
import { openDemoOffice } from '#tests/demo-office.ts'
import { openOffice, type Answer, type Office } from '#tests/office.ts'
import { collections } from './index.ts'

interface ListAnswer {
  data: { id: number }[]
  pagination: { page: number; pageSize: number; total: number; next: string | null }
}
interface Problem {
  status: number
  title: string
  detail: string
  errors?: { parameter: string; detail: string }[]
}
const listOf = ({ text }: Answer) => JSON.parse(text) as ListAnswer
const problemOf = ({ text }: Answer) => JSON.parse(text) as Problem
const german = { 'accept-language': 'de' }

let demo: Office
before(async () => {
  demo = await openDemoOffice()
  await demo.as(null)
})
after(() => demo[Symbol.asyncDispose]())

const ask = (path: string, headers: Record<string, string> = german) => demo.get(`api/v1/${path}`, headers)

test('every item of the example county is exactly what its documentation says, in each language', async () => {
  const wrong: string[] = []
  for (const { name, item } of collections) {
    for (const language of ['de', 'en', 'ar']) {
      let next: string | null = `${name}?pageSize=100&language=${language}`
      let count = 0
      while (next !== null) {
        const answer = await ask(next)
        assert.equal(answer.status, 200, `${next}: ${answer.text.slice(0, 200)}`)
        const { data, pagination } = listOf(answer)
        for (const one of data) {
          const read = v.safeParse(item, one)
          if (!read.success) wrong.push(`${name} ${one.id}: ${JSON.stringify(v.flatten(read.issues)).slice(0, 200)}`)
        }
        count += data.length
        if (pagination.next === null) assert.equal(count, pagination.total, name)
        next = pagination.next && (pagination.next.split('/api/v1/')[1] ?? null)
      }
      assert.ok(count > 0, `${name} has something in the example`)
    }
  }
  assert.deepEqual(wrong.slice(0, 3), [])
})

test('one thing is answered exactly as its list shows it', async () => {
  for (const { name } of collections) {
    const { data } = listOf(await ask(`${name}?pageSize=5`))
    const last = data.at(-1)
    const one = await ask(`${name}/${last?.id}`)
    assert.equal(one.status, 200, name)
    assert.deepEqual(JSON.parse(one.text), last, name)
  }
})

test('a list takes at most four statements and one more in a foreign language, however many it shows', async () => {
  for (const { name } of collections) {
    for (const size of [1, 100]) {
      await ask(`${name}?pageSize=${size}`)
      assert.ok(demo.statements() <= 4, `${name} takes ${demo.statements()}`)
      await ask(`${name}?pageSize=${size}&language=en`)
      assert.ok(demo.statements() <= 5, `${name} takes ${demo.statements()} in English`)
    }
  }
  await ask('measures?q=Sprache')
  assert.ok(demo.statements() <= 4)
})

test('pages follow one another without a gap, and the address of the next is in the answer and in its head', async () => {
  const whole = listOf(await ask('measures?pageSize=100&sort=title')).data.map(({ id }) => id)
  const first = await ask('measures?pageSize=7&sort=title')
  const { data, pagination } = listOf(first)
  assert.deepEqual([pagination.page, pagination.pageSize, pagination.total >= 30], [1, 7, true])
  assert.equal(first.headers.get('link'), `<${pagination.next}>; rel="next"`)
  const second = listOf(await ask(`${pagination.next?.split('/api/v1/')[1]}`))
  assert.deepEqual(
    [...data, ...second.data].map(({ id }) => id),
    whole.slice(0, 14),
  )
  const beyond = listOf(await ask('measures?page=1000'))
  assert.deepEqual([beyond.data, beyond.pagination.next, beyond.pagination.total > 0], [[], null, true])
})

test('the filters are those of the list: each finds what the page of the same filter finds', async () => {
  const same: [api: string, page: string][] = [
    ['measures?state=RUNNING', 'massnahmen.json?stand=RUNNING'],
    ['measures?flagship=true', 'massnahmen.json?leuchtturm=1'],
    ['measures?course=GREEN&sort=title&order=desc', 'massnahmen.json?verlauf=GREEN&sort=titel&richtung=ab'],
    ['measures?year=2024&sort=planned', 'massnahmen.json?jahr=2024&sort=mittel'],
    ['measures?q=Sprache', 'massnahmen.json?q=Sprache'],
    ['goals?level=SUB_GOAL&sort=text', 'ziele.json?ebene=SUB_GOAL&sort=ziel'],
    ['goals?without=indicator', 'ziele.json?ohne=indikator'],
    ['needs?priority=1', 'bedarfe.json?prioritaet=1'],
    ['needs?state=ADOPTED&sort=goals&order=desc', 'bedarfe.json?stand=ADOPTED&sort=ziele&richtung=ab'],
    ['actors?migrantOrganisation=true', 'akteure.json?mo=1'],
    ['indicators?direction=HIGHER&sort=title', 'zahlen.json?richtung=HIGHER&sort=titel'],
    ['areas?level=MUNICIPALITY', 'gebiete.json?ebene=gemeinde'],
  ]
  for (const [api, page] of same) {
    const { data } = listOf(await ask(`${api}&pageSize=100`))
    const whole = JSON.parse((await demo.get(page, german)).text) as { data: { id: number }[] }
    const ids = (all: { id: number }[]) => all.map(({ id }) => id).toSorted((a, b) => a - b)
    assert.deepEqual(ids(data), ids(whole.data), api)
    assert.ok(data.length > 0, api)
  }
})

test('what cannot be asked is refused by name, all at once, in the language of whoever asks', async () => {
  const refused: Record<string, string[]> = {
    'measures?page=0': ['page'],
    'measures?page=-1': ['page'],
    'measures?page=99999999999999999999': ['page'],
    'measures?pageSize=1000': ['pageSize'],
    'measures?pageSize=0&state=MAYBE&colour=red': ['colour', 'pageSize', 'state'],
    'measures?stand=RUNNING': ['stand'],
    'measures?actionFieldId=abc': ['actionFieldId'],
    'measures?actionFieldId=99999999999999999999': ['actionFieldId'],
    'measures?state=RUNNING&state=COMPLETED': ['state'],
    'measures?leadOrgUnitId=1&leadActorId=2': ['leadActorId'],
    'measures?q=': ['q'],
    'measures?q=%00': ['q'],
    'measures?year=12': ['year'],
    'measures?language=xx': ['language'],
    'measures?planVersion=x': ['planVersion'],
    'measures?__proto__=1': ['__proto__'],
    'bodies?q=rat': ['q'],
    'measures/1?state=RUNNING': ['state'],
  }
  for (const [path, names] of Object.entries(refused)) {
    const answer = await ask(path)
    assert.equal(answer.status, 400, path)
    assert.equal(answer.headers.get('content-type'), 'application/problem+json', path)
    assert.equal(answer.headers.get('access-control-allow-origin'), '*', path)
    assert.deepEqual(
      problemOf(answer)
        .errors?.map(({ parameter }) => parameter)
        .toSorted(),
      names,
      path,
    )
  }
  const [de, en] = [await ask('measures?colour=red'), await ask('measures?colour=red&language=en')]
  assert.match(problemOf(de).detail, /gibt es hier nicht/)
  assert.match(problemOf(en).detail, /There is no parameter “colour”/)
})

test('what is not there is not found, whatever the number, and what belongs to another municipality is not there', async () => {
  await using other = await openOffice({ role: null })
  const { data } = listOf(await ask('measures'))
  const foreign = await other.get(`api/v1/measures/${data[0]?.id}`)
  assert.equal(foreign.status, 404)
  for (const path of [
    'measures/999999',
    'measures/99999999999999999999',
    'measures/abc',
    'measures/-1',
    'nothing',
    'measures/1/more',
  ]) {
    const answer = await ask(path)
    assert.equal(answer.status, 404, path)
    assert.equal(answer.headers.get('content-type'), 'application/problem+json', path)
  }
  assert.equal((await ask('measures?planVersion=77')).status, 404)
  assert.equal(listOf(await ask('measures?goalId=999999')).pagination.total, 0)
})

test('an empty municipality answers empty lists', async () => {
  await using office = await openOffice({ role: null })
  await office.db.deleteFrom('planVersion').where('id', '=', office.planVersionId).execute()
  for (const { name } of collections) {
    const { data, pagination } = listOf(await office.get(`api/v1/${name}`))
    assert.deepEqual([data, pagination.total, pagination.next], [[], 0, null], name)
  }
})

test('who holds an answer already gets only its ETag', async () => {
  const first = await ask('measures?pageSize=3')
  const etag = first.headers.get('etag') ?? ''
  assert.match(etag, /^"[\w-]{22}"$/)
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await ask('measures?pageSize=3', { ...german, 'if-none-match': known })
    assert.deepEqual([again.status, again.text, again.headers.get('etag')], [304, '', etag])
    assert.equal(again.headers.get('access-control-allow-origin'), '*')
  }
  assert.equal((await ask('measures?pageSize=4', { ...german, 'if-none-match': etag })).status, 200)
})

test('nothing can be written: other methods are refused, and scripts may ask beforehand', async () => {
  const refused = await demo.post('api/v1/measures', { title: 'x' })
  assert.deepEqual([refused.status, refused.headers.get('allow')], [405, 'GET, HEAD, OPTIONS'])
  assert.equal(refused.headers.get('content-type'), 'application/problem+json')
  assert.equal(refused.headers.get('access-control-allow-origin'), null)
  assert.equal((await demo.post('api/v1/measures/1', {})).status, 405)
})
