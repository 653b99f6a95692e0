import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readHtml } from './read-html.ts'
import { defaultLimits, shownAt, Unreadable, type Sheet } from './workbook.ts'

const first = (html: string): Sheet => readHtml(html, 'Eingefügt')[0]!
const textsOf = (sheet: Sheet) => sheet.rows.map((row) => row.map(({ text }) => text))

/** Written by hand after what Excel puts on the clipboard: classes, attributes without quotes, conditional comments. */
const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--table {mso-displayed-decimal-separator:"\\,";}
.xl65 {background:#92D050; mso-pattern:black none;} td.xl66 {text-decoration:line-through;} .font5 {text-decoration:line-through;}
--></style></head><body link=blue>
<table border=0 cellpadding=0 width=300><col width=80><col width=80 style='display:none'><col width=80>
<!--StartFragment-->
 <tr height=20><td colspan=3 height=20>Ma&szlig;nahmen</td></tr>
 <tr height=20><td>Feld</td><td>alt</td><td>Titel</td></tr>
 <tr height=20><td rowspan=2 class=xl65>Wohnen</td><td>x</td><td>Miet&shy;lotsen<br>
   im Kreis</td></tr>
 <tr height=20><td>y</td><td class=xl66>Wohn&#252;bung</td></tr>
 <tr height=0 style='display:none'><td>Arbeit</td><td></td><td>Fr&#x00FC;here Messe</td></tr>
 <tr height=20><td>Arbeit</td><td></td><td><font class="font5">Amt 40</font> Amt 50&nbsp;</td></tr>
<!--EndFragment--></table></body></html>`

test('a range copied in Excel keeps merged cells, colours, strike-through, hidden rows and columns', () => {
  const sheet = first(excel)
  assert.deepEqual(textsOf(sheet), [
    ['Maßnahmen', '', ''],
    ['Feld', 'alt', 'Titel'],
    ['Wohnen', 'x', 'Mietlotsen\nim Kreis'],
    ['', 'y', 'Wohnübung'],
    ['Arbeit', '', 'Frühere Messe'],
    ['Arbeit', '', 'Amt 40 Amt 50'],
  ])
  assert.equal(shownAt(sheet, 3, 0).text, 'Wohnen')
  assert.equal(sheet.rows[2]?.[0]?.fill, '#92d050')
  assert.equal(sheet.rows[3]?.[2]?.struck, true)
  assert.equal(sheet.rows[5]?.[2]?.unstruck, 'Amt 50')
  assert.deepEqual([[...sheet.hiddenRows], [...sheet.hiddenColumns]], [[4], [1]])
})

test('a table copied in Word keeps its paragraphs, bullets and colours, and is named after its heading', () => {
  const sheets = readHtml(
    `<h2><span>2. Wohnen<o:p></o:p></span></h2>
    <table class=MsoTableGrid><tr><td style='background:#FFC000;padding:0cm'><p class=MsoNormal><b>Titel<o:p></o:p></b></p></td>
    <td><p class=MsoNormal>Partner</p></td></tr>
    <tr><td><p>Eins</p><p><s>Zwei</s></p></td><td><p class=MsoListParagraph><![if !supportLists]><span>·<span>&nbsp;&nbsp; </span></span><![endif]>Caritas</p>
    <p><span>·<span>&nbsp; </span></span>VHS</p></td></tr></table><p>Text</p>
    <table><caption>Kosten</caption><tr><th>Jahr<th>Euro<tr><td>2026<td bgcolor="red">5.000</table>`,
    'Eingefügt',
  )
  assert.deepEqual(
    sheets.map(({ name }) => name),
    ['2. Wohnen', 'Kosten'],
  )
  assert.deepEqual(textsOf(sheets[0]!), [
    ['Titel', 'Partner'],
    ['Eins\nZwei', '- Caritas\n- VHS'],
  ])
  assert.deepEqual(
    [sheets[0]?.rows[0]?.[0]?.bold, sheets[0]?.rows[0]?.[0]?.fill, sheets[0]?.rows[1]?.[0]?.unstruck],
    [true, '#ffc000', 'Eins'],
  )
  assert.deepEqual(textsOf(sheets[1]!), [
    ['Jahr', 'Euro'],
    ['2026', '5.000'],
  ])
  assert.equal(sheets[1]?.rows[1]?.[1]?.fill, '#ff0000')
})

test('a table of a web page: nested tables, lists, scripts, hidden text, and nothing is markup', () => {
  const sheet = first(
    `<table><tbody><tr><td>a &lt;script&gt;<script>alert("</td>")</script><style>td{}</style></td><td><ul><li>eins</li><li>zwei</ul></td></tr>
     <tr><td><table><tr><td>x</td><td>y</td></tr><tr><td>z</td></tr></table></td><td>sichtbar<span style="display:none"> nicht</span></td></tr></tbody></table>`,
  )
  assert.deepEqual(textsOf(sheet), [
    ['a <script>', '- eins\n- zwei'],
    ['| x | y\n| z', 'sichtbar'],
  ])
})

test('what holds no table, too much, or a million columns is refused; nothing typed breaks the reader or takes long', () => {
  const problem = (html: string, limits = defaultLimits) => {
    try {
      readHtml(html, 'x', limits)
    } catch (error) {
      return error instanceof Unreadable ? error.problem.code : error
    }
    return undefined
  }
  assert.equal(problem('<p>nur Text'), 'no-table')
  assert.equal(problem('<table><tr><td colspan=1000000>x</table>'), 'too-many-columns')
  assert.equal(problem('x'.repeat(101), { ...defaultLimits, bytes: 100 }), 'too-large')
  assert.equal(problem(`<table>${'<tr><td rowspan=9999 colspan=400>x'.repeat(3000)}</table>`), 'too-many-columns')
  const start = performance.now()
  for (const piece of ['<', '<a b="', '<!--', '<td ', '&#', '{', '<style>', '<table><tr><td>', '</', '<b>', "a='"]) {
    assert.ok(
      ['no-table', 'too-many-cells', 'too-many-rows', undefined].includes(problem(piece.repeat(100_000)) as string),
    )
  }
  assert.ok(performance.now() - start < 10_000)
  const pieces = fc.constantFrom(
    '<table>',
    '<tr>',
    '<td rowspan=3>',
    '</td>',
    '</table>',
    'x',
    '&amp;',
    '<b',
    '>',
    '"',
    '<!',
    '<s>',
    '</s>',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const code = problem(parts.join(''))
      assert.ok(code === undefined || code === 'no-table', String(code))
    }),
  )
})
