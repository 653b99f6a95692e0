import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { JSDOM } from 'jsdom'
import { addressesOf, idsOf, openDemoOffice } from '#tests/demo-office.ts'
import type { Office } from '#tests/office.ts'
import { becomeUserOf, isPage, postInVain, routesOf } from '#tests/pages.ts'

interface FoundForm {
  page: string
  route: string
  action: string
  fields: { name: string; kind: 'text' | 'choice' | 'hidden'; value: string }[]
}

let office: Office
let forms: FoundForm[]
before(async () => {
  office = await openDemoOffice()
  forms = await formsOf(office)
})
after(() => office[Symbol.asyncDispose]())

/** Every form of every page, as it stands there, with its fields and what is in them. */
async function formsOf(of: Office): Promise<FoundForm[]> {
  const ids = await idsOf(of)
  const found = new Map<string, FoundForm>()
  for (const route of routesOf(of, 'GET')) {
    await becomeUserOf(of, route)
    for (const address of addressesOf(of, route, ids)) {
      const answer = await of.get(address)
      if (answer.status !== 200 || !isPage(answer)) continue
      const { document } = new JSDOM(answer.text).window
      for (const form of document.querySelectorAll<HTMLFormElement>('form[method=post]')) {
        const action = form.getAttribute('action') ?? ''
        const named = [...form.querySelectorAll<HTMLInputElement>('input[name], textarea[name], select[name]')].filter(
          // Passwords never come back, and a file cannot.
          ({ type }) => type !== 'password' && type !== 'file',
        )
        const fields = named.map((control) => ({
          name: control.name,
          kind: kindOf(control),
          value: control.tagName === 'TEXTAREA' ? (control.textContent ?? '') : control.value,
        }))
        if (fields.some(({ kind }) => kind === 'text')) found.set(action, { page: address, route, action, fields })
      }
    }
  }
  return [...found.values()]
}

function kindOf(control: HTMLInputElement): FoundForm['fields'][number]['kind'] {
  if (control.type === 'hidden') return 'hidden'
  return control.tagName === 'SELECT' || ['checkbox', 'radio'].includes(control.type) ? 'choice' : 'text'
}

const script = '<script>alert(1)</script><img src=x onerror=alert(1)>'
/** What somebody may type, or send without a browser, into every field of a kind. */
const nasty: Record<string, (kind: FoundForm['fields'][number]['kind'], value: string) => string> = {
  'markup in every text': (kind, value) => (kind === 'text' ? script : value),
  '10,000 characters in every text': (kind, value) => (kind === 'text' ? 'ä'.repeat(10_000) : value),
  'a day that does not exist': (kind, value) => (kind === 'text' ? '31.02.2025' : value),
  'a negative amount': (kind, value) => (kind === 'text' ? '-5' : value),
  'a choice nobody offered': (kind, value) => (kind === 'choice' ? '999999999' : value),
  'a choice that is no number': (kind, value) => (kind === 'choice' ? `'; drop table measure; --` : value),
  'a zero byte': (kind, value) => (kind === 'text' ? 'a\u0000b' : value),
}

test('there are forms enough to try', () => assert.ok(forms.length > 60, `${forms.length} forms`))

for (const [what, typed] of Object.entries(nasty)) {
  test(`${what}: each form gives a clear answer, shows it as text, and loses nothing`, async () => {
    const wrong: string[] = []
    for (const { route, action, fields } of forms) {
      await becomeUserOf(office, route)
      const sent: Record<string, string | string[]> = {}
      for (const { name, kind, value } of fields) {
        const text = typed(kind, value)
        const before = sent[name]
        sent[name] = before === undefined ? text : [...[before].flat(), text]
      }
      const answer = await postInVain(office, action, sent)
      if (answer.status >= 500) wrong.push(`${action}: ${answer.status}`)
      if (/<script>alert|<img src=x/.test(answer.text)) wrong.push(`${action}: markup came back as markup`)
      const keeps =
        answer.status !== 422 ||
        !isPage(answer) ||
        !what.startsWith('10,000') ||
        answer.text.includes('ä'.repeat(10_000))
      if (!keeps) wrong.push(`${action}: what was typed is lost`)
    }
    assert.deepEqual(wrong, [])
  })
}

test('a body of more than 10 MB is answered with 413 and a page that says so', async () => {
  await office.as('officer')
  const size = 11 * 1024 * 1024
  const fields = { number: '1.99', title: 'x'.repeat(size) }
  // A browser says how much it sends; the refusal comes before anything is read.
  const answer = await office.post('massnahmen', fields, { 'content-length': String(size) })
  assert.equal(answer.status, 413)
  assert.match(answer.text, /10 MB/)
})
