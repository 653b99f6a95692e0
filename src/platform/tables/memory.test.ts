import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from '#platform/root.ts'
import { workbookOf } from './testing-zip.ts'

/**
 * Reads the file in a process of its own, and prints its rows and the most memory it held. Not `resourceUsage().maxRSS`: Linux begins
 * that of a new process with what its parent held.
 */
const reader = (file: string) => `
import { readFileSync } from 'node:fs'
import { readWorkbook } from '#platform/tables/read-workbook.ts'
const read = await readWorkbook(readFileSync(${JSON.stringify(file)}), 'plan.xlsx')
process.stdout.write(JSON.stringify([read.ok && read.sheets[0].rows.length, Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024]))`

/**
 * The room that the reader gets: where it needed more, the process would end. Without a bound V8 takes what is free before it clears up,
 * and what it took would say how busy the machine was, not what reading needs.
 */
const roomy = ['--max-old-space-size=170', '--max-semi-space-size=8']

test('a workbook of 50,000 rows and 10 columns is read with less than 300 MB, all texts different', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tables-'))
  try {
    const file = join(folder, 'plan.xlsx')
    const strings: string[] = []
    const cell = (row: number, column: number) =>
      column === 9 ? `<c><v>${row}</v></c>` : `<c t="s"><v>${strings.push(`Text ${column} ${row}`) - 1}</v></c>`
    const rows = Array.from(
      { length: 50_000 },
      (_, row) => `<row>${Array.from({ length: 10 }, (_, column) => cell(row, column)).join('')}</row>`,
    )
    writeFileSync(
      file,
      workbookOf({
        sheet: `<sheetData>${rows.join('')}</sheetData>`,
        strings: `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
      }),
    )
    const printed = execFileSync(
      process.execPath,
      [...roomy, '--import', './tools/tsx.ts', '--input-type=module-typescript', '--eval', reader(file)],
      { cwd: root, encoding: 'utf8' },
    )
    const [count, megabytes] = JSON.parse(printed) as [number, number]
    assert.equal(count, 50_000)
    assert.ok(megabytes < 300, `${Math.round(megabytes)} MB`)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
