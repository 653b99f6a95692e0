import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWorkbook } from './read-workbook.ts'
import { zipOf } from './testing-zip.ts'
import { shownAt, type Sheet } from './workbook.ts'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const p = (inner: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`
const r = (text: string, look = '') => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const tc = (inner: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inner.startsWith('<') ? inner : p(inner ? r(inner) : '')}</w:tc>`
const tr = (...cells: string[]) =>
  `<w:tr>${cells.map((cell) => (cell.startsWith('<w:tc') ? cell : tc(cell))).join('')}</w:tr>`
const tbl = (...rows: string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`
const heading = (text: string) => p(r(text), '<w:pStyle w:val="berschrift1"/>')
const styles = `<w:styles ${w}><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Beschriftung"><w:name w:val="caption"/></w:style></w:styles>`

const docx = (body: string, more: { name: string; content: string }[] = []) =>
  zipOf([
    { name: 'word/document.xml', content: `<w:document ${w}><w:body>${body}</w:body></w:document>` },
    { name: 'word/styles.xml', content: styles },
    ...more,
  ])
async function tablesOf(body: string, more: { name: string; content: string }[] = []): Promise<Sheet[]> {
  const read = await readWorkbook(docx(body, more), 'Plan Musterkreis.docx')
  assert.ok(read.ok, JSON.stringify(read))
  return read.sheets
}
const textsOf = (sheet: Sheet | undefined) => sheet?.rows.map((row) => row.map(({ text }) => text))

test('each table of a Word document is a sheet named after the caption or the heading above it', async () => {
  const sheets = await tablesOf(
    p(r('Vorwort')) +
      heading('Maßnahmen') +
      tbl(tr('Nr.', 'Titel'), tr('1.1', 'Sprachcafé')) +
      p(r('Tabelle 2: Kosten'), '<w:pStyle w:val="Beschriftung"/>') +
      tbl(tr('Jahr', 'Euro'), tr('2026', '5.000')) +
      p('') +
      tbl(tr('leer', ''), tr('', '')),
  )
  assert.deepEqual(
    sheets.map(({ name }) => name),
    ['Maßnahmen', 'Tabelle 2: Kosten', 'Maßnahmen'],
  )
  assert.deepEqual(textsOf(sheets[0]), [
    ['Nr.', 'Titel'],
    ['1.1', 'Sprachcafé'],
  ])
})

test('cells merged across and down are one cell, as a person sees them', async () => {
  const [sheet] = await tablesOf(
    tbl(
      tr(tc('Maßnahmenplan', '<w:gridSpan w:val="3"/>')),
      tr('Feld', 'Titel', 'Amt'),
      tr(tc('Wohnen', '<w:vMerge w:val="restart"/>'), 'Mietlotsen', 'Amt 50'),
      tr(tc('', '<w:vMerge/>'), 'Wohnführerschein', 'Amt 51'),
      tr(tc('', '<w:vMerge w:val="continue"/>'), tc('ohne Titel', '<w:gridSpan w:val="2"/>')),
    ),
  )
  assert.ok(sheet)
  assert.deepEqual(
    [2, 3, 4].map((row) => shownAt(sheet, row, 0).text),
    ['Wohnen', 'Wohnen', 'Wohnen'],
  )
  assert.equal(shownAt(sheet, 4, 2).text, 'ohne Titel')
  assert.deepEqual(
    sheet.merges.map(({ top, left, bottom, right }) => [top, left, bottom, right]),
    [
      [0, 0, 0, 2],
      [2, 0, 4, 0],
      [4, 1, 4, 2],
    ],
  )
})

test('what is deleted, moved away or hidden is left out; what is inserted is read; struck text is known', async () => {
  const [sheet] = await tablesOf(
    tbl(
      tr('Titel', 'Amt'),
      tr(
        tc(
          p(
            `${r('Sprach')}<w:del w:id="1"><w:r><w:delText>kurs</w:delText></w:r></w:del><w:ins w:id="2">${r('café')}</w:ins>`,
          ),
        ),
        tc(p(r('Amt 40 ', '<w:strike/>') + r('Amt 50') + r(' geheim', '<w:vanish/>'))),
      ),
      tr(tc(p(r('Alter Treff', '<w:strike/>'))), tc(p(r('Amt 51', '<w:strike w:val="0"/>')))),
      `<w:tr><w:trPr><w:del w:id="3"/></w:trPr>${tc('gelöschte Zeile')}${tc('x')}</w:tr>`,
      tr(tc(p(`<w:moveFrom w:id="4">${r('weg')}</w:moveFrom><w:moveTo w:id="5">${r('da')}</w:moveTo>`)), 'Amt 52'),
    ),
  )
  assert.deepEqual(
    sheet?.rows.slice(1).map((row) => row.map(({ text, struck, unstruck }) => [text, struck, unstruck])),
    [
      [
        ['Sprachcafé', undefined, undefined],
        ['Amt 40 Amt 50', undefined, 'Amt 50'],
      ],
      [
        ['Alter Treff', true, undefined],
        ['Amt 51', undefined, undefined],
      ],
      [
        ['da', undefined, undefined],
        ['Amt 52', undefined, undefined],
      ],
    ],
  )
})

test('paragraphs, line breaks, lists and nested tables become lines; colours and comments stay', async () => {
  const numbering = `<w:numbering ${w}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`
  const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
  const comments = `<w:comments ${w}><w:comment w:id="0"><w:p>${r('mit der Kämmerei klären')}</w:p></w:comment></w:comments>`
  const [sheet] = await tablesOf(
    tbl(
      tr('Titel', 'Stand', 'Partner'),
      tr(
        tc(p(`${r('Eins')}<w:r><w:br/></w:r>${r('Zwei')}`) + p('') + p(r('Drei'))),
        tc('', '<w:shd w:val="clear" w:color="auto" w:fill="92D050"/>'),
        tc(p(r('Caritas'), item) + p(`${r('VHS')}<w:r><w:commentReference w:id="0"/></w:r>`, item)),
      ),
      tr(
        tc(tbl(tr('a', 'b'), tr('c', 'd')) + p('')),
        tc(p(`<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>`)),
        'x',
      ),
    ),
    [
      { name: 'word/numbering.xml', content: numbering },
      { name: 'word/comments.xml', content: comments },
    ],
  )
  assert.deepEqual(textsOf(sheet)?.slice(1), [
    ['Eins\nZwei\nDrei', '', '- Caritas\n- VHS'],
    ['a | b\nc | d', '✓', 'x'],
  ])
  assert.equal(sheet?.rows[1]?.[1]?.fill, '#92d050')
  assert.equal(sheet?.rows[1]?.[2]?.comment, 'mit der Kämmerei klären')
})

test('numbers that Word counts by itself are read, although they stand nowhere in the text', async () => {
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = `<w:numbering ${w}><w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}${level(2, 'lowerLetter', '%3)')}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
  const number = (at: number) => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="5"/></w:numPr>`
  const row = (title: string) => tr(tc(p('', number(1))), title)
  const sheets = await tablesOf(
    p(r('Sprache'), number(0)) +
      tbl(tr('Nr.', 'Titel'), row('Café'), row('Kurs'), tr(tc(p(r('Teil'), number(2))), 'x')) +
      p(r('Wohnen'), number(0)) +
      tbl(tr('Nr.', 'Titel'), row('Lotsen')),
    [{ name: 'word/numbering.xml', content: numbering }],
  )
  assert.deepEqual(
    sheets.map((sheet) => sheet.rows.slice(1).map(([cell]) => cell?.text)),
    [['1.1', '1.2', 'a) Teil'], ['2.1']],
  )
})

test('tables under the same headings are also one list, each below the heading of its section', async () => {
  const table = (...titles: string[]) =>
    tbl(tr('Nr.', 'Titel', 'Amt'), ...titles.map((title) => tr('1', title, 'Amt 50')))
  const [list, ...single] = await tablesOf(
    heading('Handlungsfeld 1: Sprache') + table('Café', 'Kurs') + heading('Handlungsfeld 2: Wohnen') + table('Lotsen'),
  )
  assert.equal(list?.name, 'Plan Musterkreis')
  assert.deepEqual(
    list?.rows.map((row) => row[1]?.text ?? row[0]?.text),
    ['Titel', 'Handlungsfeld 1: Sprache', 'Café', 'Kurs', 'Handlungsfeld 2: Wohnen', 'Lotsen'],
  )
  assert.equal(single.length, 2)
})

test('tables that describe one measure each become one list', async () => {
  const profile = (title: string, lead: string) =>
    tbl(tr('Titel:', title), tr('Federführung', lead), tr('Laufzeit', '2026'), tr(title.slice(0, 3), ''))
  const [list] = await tablesOf(profile('Café', 'Amt 50') + p('') + profile('Lotsen', 'Caritas'))
  assert.deepEqual(
    textsOf(list)?.map((row) => row.slice(0, 3)),
    [
      ['Titel', 'Federführung', 'Laufzeit'],
      ['Café', 'Amt 50', '2026'],
      ['Lotsen', 'Caritas', '2026'],
    ],
  )
})

test('a document without a table, and one that claims a million columns, are refused with the reason', async () => {
  const none = await readWorkbook(docx(p(r('Nur Text'))), 'brief.docx')
  assert.deepEqual(none, { ok: false, problem: { code: 'no-table', detail: {} } })
  const wide = await readWorkbook(docx(tbl(tr(tc('x', '<w:gridSpan w:val="1000000"/>')))), 'brief.docx')
  assert.equal(!wide.ok && wide.problem.code, 'too-many-columns')
  const broken = await readWorkbook(docx('<w:tbl><w:tr>'), 'brief.docx')
  assert.equal(!broken.ok && broken.problem.code, 'broken')
})
