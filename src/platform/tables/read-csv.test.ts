import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWorkbook } from './read-workbook.ts'

async function read(bytes: Uint8Array | string) {
  const result = await readWorkbook(Buffer.from(bytes as string), 'C:\\Ablage\\maßnahmen 2026.csv')
  assert.ok(result.ok, JSON.stringify(result))
  return {
    ...result.csv,
    name: result.sheets[0]?.name,
    rows: result.sheets[0]?.rows.map((row) => row.map(({ text }) => text)),
  }
}
async function problemOf(bytes: Uint8Array | string) {
  const result = await readWorkbook(Buffer.from(bytes as string), 'a.csv')
  return result.ok ? undefined : result.problem
}

const text = 'Titel;Träger\r\nSprachcafé;"Müller & Söhne, ""Die Brücke"""\r\n'
const rows = [
  ['Titel', 'Träger'],
  ['Sprachcafé', 'Müller & Söhne, "Die Brücke"'],
]
const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le')

test('umlauts are right in every encoding that offices save', async () => {
  const files: [string, Uint8Array][] = [
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\uFEFF${text}`)],
    ['utf-16le', utf16],
    ['utf-16be', Buffer.from(utf16).swap16()],
    ['utf-16le', utf16.subarray(2)],
    ['windows-1252', Buffer.from(text, 'latin1')],
  ]
  for (const [encoding, bytes] of files) {
    const file = await read(bytes)
    assert.deepEqual([file.encoding, file.rows], [encoding, rows])
  }
})

test('euro signs and typographic quotes of Windows are read', async () => {
  const bytes = Buffer.concat([Buffer.from('Titel;Kosten\n\x84Br\xfccke\x93;5 \x80\nGesch\xe4ft;1', 'latin1')])
  assert.deepEqual((await read(bytes)).rows, [
    ['Titel', 'Kosten'],
    ['„Brücke“', '5 €'],
    ['Geschäft', '1'],
  ])
})

test('an encoding that is none of these is not guessed', async () => {
  const dos = Buffer.from('Titel;Tr\x84ger\nM\x84dchentreff;B\x81rgerhaus', 'latin1')
  assert.deepEqual(await problemOf(dos), { code: 'unknown-encoding', detail: { offset: 8 } })
  const damaged = Buffer.concat([Buffer.from('Träger;Müller;Söhne;'), Buffer.from([0xff]), Buffer.from(';Grüße')])
  assert.deepEqual(await problemOf(damaged), { code: 'unknown-encoding', detail: { offset: 23 } })
})

test('the delimiter is the one the rows agree on', async () => {
  const files: [string, string][] = [
    [';', 'Titel;Kosten\nA;1,50\nB;2,50\n'],
    [',', 'title,costs\n"A; B; C",1.50\nB,2.50\n'],
    ['\t', 'Titel\tKosten, ca.\nA\t1,50\nB, C\t2,50\n'],
    [';', 'Maßnahmen, Stand März\n\nTitel;Feld;Kosten\nA;B;1,5\nC;D;2,5\n'],
    [';', 'Titel\nA\nB\n'],
    [',', 'sep=,\nTitel,Kosten;Art\nA,1;x\n'],
  ]
  for (const [delimiter, content] of files) assert.equal((await read(content)).delimiter, delimiter, content)
})

test('a line that names the delimiter keeps the row numbers of the file', async () => {
  assert.deepEqual((await read('sep=;\nTitel;Feld\nA;B')).rows, [[], ['Titel', 'Feld'], ['A', 'B']])
})

test('line breaks and delimiters inside quotes belong to the cell', async () => {
  assert.deepEqual(
    (await read('Titel;Text\r\n"A;B";"Zeile 1\r\nZeile 2"\r\nEr sagte "ja";x\r\n;;\r\n"a"b;\r\n')).rows,
    [['Titel', 'Text'], ['A;B', 'Zeile 1\nZeile 2'], ['Er sagte "ja"', 'x'], [], ['ab']],
  )
})

test('a quote that never ends is named by its line instead of swallowing the file', async () => {
  assert.deepEqual(await problemOf('Titel;Text\nA;b\nC;"offen\nD;e\n'), { code: 'unclosed-quote', detail: { line: 3 } })
})

test('a text table keeps every cell as typed, and is named after its file', async () => {
  const { name, rows: read1 } = await read('Nr;AGS;Datum\n1.10;08336;31.02.2026\n')
  assert.equal(name, 'maßnahmen 2026')
  assert.deepEqual(read1?.[1], ['1.10', '08336', '31.02.2026'])
})
