import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openDemoSite, type DemoSite } from './site.ts'

let site: DemoSite
before(async () => void (site = await openDemoSite()))
after(() => site[Symbol.asyncDispose]())

const reader = '/usr/bin/pdftotext'

/** The text of each sheet, where a reader of PDF is installed. */
function sheetsOf(pdf: Buffer): string[] | undefined {
  if (!existsSync(reader)) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'tw-print-'))
  try {
    writeFileSync(join(folder, 'page.pdf'), pdf)
    const text = execFileSync(reader, ['-layout', join(folder, 'page.pdf'), '-'], { encoding: 'utf8' })
    return text.split('\f').filter((sheet) => sheet.trim() !== '')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const countSheets = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

for (const [path, from, to] of [
  ['/musterkreis', 1, 5],
  ['/musterkreis/plan', 2, 8],
  ['/musterkreis/plan/wirkungskette', 1, 8],
  ['/musterkreis/massnahmen?zeilen=100', 3, 9],
  ['/musterkreis/gremien', 1, 5],
] as const) {
  test(`${path} prints well on A4`, async (t) => {
    const page = await site.visit(t)
    if (!page) return
    await page.goto(path)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const sheets = countSheets(pdf)
    assert.ok(sheets >= from && sheets <= to, `${sheets} sheets`)
    const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf.toString('latin1')) ?? []
    assert.deepEqual([Math.round(Number(width) / 5), Math.round(Number(height) / 5)], [119, 168], 'A4')

    // As the paper sees it: the foot with address and day, heads that repeat, rows that are not cut, nothing beside the sheet.
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 658, height: 980 })
    const foot = await page.locator('.tw-printfoot').innerText()
    assert.match(foot, new RegExp(`${site.base}${path.replace('?', '\\?')}|127\\.0\\.0\\.1`))
    assert.match(foot, /\d{1,2}\. ?\S+ ?\d{4}/)
    const { heads, rows, over } = await page.evaluate(() => ({
      heads: [...document.querySelectorAll('thead')].map((head) => getComputedStyle(head).display),
      rows: [...document.querySelectorAll('tbody tr')].map((row) => getComputedStyle(row).breakInside),
      over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }))
    assert.deepEqual(
      [...new Set(heads)].filter((display) => display !== 'table-header-group'),
      [],
    )
    assert.deepEqual(
      [...new Set(rows)].filter((rule) => rule !== 'avoid'),
      [],
    )
    assert.ok(over <= 0, `${over} px beside the sheet`)
    const menu = page.getByRole('navigation', { name: 'Hauptmenü' })
    assert.equal(await menu.isVisible(), false)

    const read = sheetsOf(pdf)
    if (!read) return t.diagnostic('no pdftotext here: the words on the sheets are not read back')
    assert.equal(read.length, sheets)
    assert.ok(read.at(-1)?.includes(new URL(site.base).host), 'the last sheet says the address')
    assert.ok(
      read.every((sheet, place) => new RegExp(`\\b${place + 1} ?/ ?${sheets}\\b`).test(sheet)),
      'every sheet says its number',
    )
    if (path.includes('massnahmen'))
      assert.ok(read.filter((sheet) => /Federführung/.test(sheet)).length >= sheets - 1, 'the head repeats')
  })
}
