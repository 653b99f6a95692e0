import assert from 'node:assert/strict'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { after, before, test } from 'node:test'
import { JSDOM } from 'jsdom'
import { sql } from 'kysely'
import { copyOfSite } from '#app/cli/export-site.ts'
import { assetFinder } from '#app/start.ts'
import { musterkreis } from '#demo/musterkreis/index.ts'
import { NothingPublic } from '#platform/static-copy/copy.ts'
import { fewOf, openDemoOffice } from '#tests/demo-office.ts'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import type { Office } from '#tests/office.ts'

const folder = mkdtempSync(join(tmpdir(), 'tw-copy-'))
let office: Office
before(async () => {
  const few = fewOf(musterkreis)
  office = await openDemoOffice({ ...few, plan: { ...few.plan, versions: few.plan.versions.slice(-1) } })
  const { db } = office
  const draft = { publishedAt: null, title: 'Geheimer Entwurf' }
  const first = db.selectFrom('measure').where('publishedAt', 'is not', null).select('id').orderBy('id').limit(1)
  await db.updateTable('measure').set(draft).where('id', '=', first).execute()
  await db
    .updateTable('municipality')
    .set({ languages: ['ar'] })
    .where('slug', '=', office.slug)
    .execute()
  office.services.municipalities.forget()
  // Whoever calls the command: the copy is what the public sees.
  await office.as('officer')
  office.services.asset = assetFinder()
  await copyOfSite(office.services, { slug: office.slug, folder: join(folder, 'kreis') })
})
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await office[Symbol.asyncDispose]()
})

const { window } = new JSDOM('')
const read = (file: string) => readFileSync(join(folder, 'kreis', file), 'utf8')
const all = (pattern: string) => globSync(pattern, { cwd: join(folder, 'kreis') })

/** Every link from the first page on, as a browser finds it: what leads to no file, and what was reached. */
function crawl(): { broken: string[]; reached: Set<string> } {
  const top = join(folder, 'kreis')
  const broken: string[] = []
  const reached = new Set(['index.html'])
  for (const file of reached) {
    if (!file.endsWith('.html')) continue
    const document = new window.DOMParser().parseFromString(read(file), 'text/html')
    assert.equal(document.querySelectorAll('form, script').length, 0, file)
    for (const element of document.querySelectorAll('[href], [src]')) {
      const link = element.getAttribute('href') ?? element.getAttribute('src') ?? ''
      if (/^(#|mailto:|tel:|https:\/\/[\w.-]+\.(example|de)\b|https:\/\/www\.)/.test(link)) continue
      const target = join(dirname(join(top, file)), decodeURI(link.split('#')[0] ?? ''))
      if (target.startsWith(top) && existsSync(target)) reached.add(relative(top, target))
      else broken.push(`${file}: ${link}`)
    }
  }
  return { broken, reached }
}

test('every link of the copy leads to a file of the copy, and every page is reached from the first', () => {
  const { broken, reached } = crawl()
  assert.deepEqual(broken, [])
  const pages = all('**/*.html')
  assert.ok(pages.length > 300, String(pages.length))
  assert.deepEqual(
    pages.filter((page) => !reached.has(page)),
    [],
  )
  const kinds = new Set([...reached].map((file) => file.split('.').at(-1)))
  assert.deepEqual([...kinds].toSorted(), ['atom', 'css', 'csv', 'html', 'ico', 'json', 'svg', 'xlsx'])
  assert.ok(all('assets/*.woff2').length > 0)
})

test('each published thing has its page in each language, drafts have none', async () => {
  const { rows } = await sql<{ ids: string[] }>`select array_agg(m.id::text) as ids from measure m
    join plan_version v on v.id = m.plan_version_id where m.published_at is not null and v.published_at is not null`.execute(
    office.db,
  )
  const published = rows[0]?.ids.toSorted() ?? []
  assert.ok(published.length > 2)
  for (const place of ['', 'ar/']) {
    const pages = all(`${place}massnahmen/*.html`).filter((file) => !file.includes('--'))
    assert.deepEqual(pages.map((file) => /(\d+)\.html/.exec(file)?.[1] ?? '').toSorted(), published)
  }
  for (const file of all('**/*.{html,json,csv,atom}')) {
    const text = read(file)
    for (const trace of ['Geheimer Entwurf', '127.0.0.1', 'localhost', 'http://kopie', 'Frau officer'])
      assert.ok(!text.includes(trace), `${file}: ${trace}`)
  }
})

test('each page says of when it is, in its language, and is well made', async () => {
  for (const [file, says] of [
    ['index.html', /Kopie vom \d\d\.\d\d\.\d{4}\./],
    ['massnahmen.html', /Kopie vom/],
    ['barriere-melden.html', /Kopie vom/],
    ['ar/plan/wirkungskette.html', /نسخة بتاريخ/],
  ] as const) {
    assert.match(read(file), says)
    assert.deepEqual(await htmlFindings(read(file)), [], file)
    assert.deepEqual(await axeFindings(read(file)), [], file)
  }
})

test('with PUBLIC_URL forms and staff pages lead to the living site; an example is hidden from search', async () => {
  const { db, services, slug } = office
  await db.updateTable('municipality').set({ isExample: true, languages: [] }).where('slug', '=', slug).execute()
  services.municipalities.forget()
  const config = { ...services.config, hasPublicUrl: true, publicUrl: 'https://teilhabe.kreis.example' }
  const copied = await copyOfSite({ ...services, config }, { slug, folder: join(folder, 'second') })
  assert.deepEqual(globSync('second/{en,ar}/**', { cwd: folder }), [])
  assert.match(copied.date, /^\d{4}-\d\d-\d\d$/)
  const list = readFileSync(join(folder, 'second/massnahmen.html'), 'utf8')
  assert.ok(
    list.includes(
      `<a href="https://teilhabe.kreis.example/${slug}/massnahmen">Auf der laufenden Seite suchen und filtern</a>`,
    ),
  )
  assert.match(list, /<a href="https:\/\/teilhabe\.kreis\.example\/anmelden"/)
  assert.match(list, /name="robots" content="noindex"/)
  assert.doesNotMatch(list, /rel="canonical"/)
})

test('of a closed municipality nothing is written', async () => {
  const { db, services, slug } = office
  await db.updateTable('municipality').set({ isOpen: false }).where('slug', '=', slug).execute()
  services.municipalities.forget()
  const asked = copyOfSite(services, { slug, folder: join(folder, 'third') })
  await assert.rejects(asked, NothingPublic)
  assert.ok(!existsSync(join(folder, 'third')))
})
