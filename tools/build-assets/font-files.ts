/** One font file: which letters it holds, where they come from, and for which stylesheets it is offered. */
export interface FontFile {
  name: string
  family: 'Teilhabe Sans' | 'Teilhabe Arabic'
  source: string
  license: string
  ranges: readonly (readonly [first: number, last: number])[]
  /** OpenType features to keep; small capitals, fractions and the like would double the file. */
  features: readonly string[]
}

const sans = '@fontsource-variable/source-sans-3'
const vazirmatn = '@fontsource-variable/vazirmatn'
const shaping = ['ccmp', 'locl', 'mark', 'mkmk', 'calt', 'liga', 'rlig', 'init', 'medi', 'fina', 'isol', 'tnum', 'lnum']

const one = (...letters: string[]) => letters.map((letter) => [letter.codePointAt(0)!, letter.codePointAt(0)!] as const)

const plainLetters = [
  [0x20, 0x7e],
  [0xa0, 0xa0],
  ...one('§', '«', '·', '»', 'Ä', 'Ö', '×', 'Ü', 'ß', 'ä', 'ö', 'ü', 'É', 'à', 'á', 'ç', 'è', 'é', 'ê', 'í', 'ñ', 'ó'),
]
const plainSigns = one('–', '‘', '’', '‚', '“', '”', '„', '…', '€')

export const fontFiles: readonly FontFile[] = [
  {
    name: 'teilhabe-sans.woff2',
    family: 'Teilhabe Sans',
    source: `${sans}/files/source-sans-3-latin-wght-normal.woff2`,
    license: `${sans}/LICENSE`,
    ranges: [
      [0x20, 0x7e],
      [0xa0, 0xff],
      ...one('ı', 'Œ', 'œ', '—', '†', '•', '‹', '›', '™', '←', '↑', '→', '↓', '−', '∞', '≤', '≥'),
      ...plainSigns,
    ],
    features: [...shaping, 'kern'],
  },
  {
    // Turkish, Polish, Czech, Romanian …: fetched only where one of these letters occurs
    name: 'teilhabe-sans-extended.woff2',
    family: 'Teilhabe Sans',
    source: `${sans}/files/source-sans-3-latin-ext-wght-normal.woff2`,
    license: `${sans}/LICENSE`,
    ranges: [[0x100, 0x130], [0x132, 0x151], [0x154, 0x17f], [0x218, 0x21b], ...one('ẞ', '₺')],
    features: [...shaping, 'kern'],
  },
  {
    name: 'teilhabe-sans-cyrillic.woff2',
    family: 'Teilhabe Sans',
    source: `${sans}/files/source-sans-3-cyrillic-wght-normal.woff2`,
    license: `${sans}/LICENSE`,
    ranges: [[0x400, 0x45f], ...one('Ґ', 'ґ', '№')],
    features: [...shaping, 'kern'],
  },
  {
    // An Arabic page needs digits and German terms beside its own letters: this cut keeps it within the weight of a page
    name: 'teilhabe-sans-plain.woff2',
    family: 'Teilhabe Sans',
    source: `${sans}/files/source-sans-3-latin-wght-normal.woff2`,
    license: `${sans}/LICENSE`,
    ranges: [...plainLetters, ...plainSigns] as FontFile['ranges'],
    features: shaping,
  },
  {
    name: 'teilhabe-arabic.woff2',
    family: 'Teilhabe Arabic',
    source: `${vazirmatn}/files/vazirmatn-arabic-wght-normal.woff2`,
    license: `${vazirmatn}/LICENSE`,
    ranges: [
      ...one('،', '؛', '؟'),
      [0x621, 0x63a],
      [0x640, 0x652],
      [0x660, 0x66c],
      ...one('ٰ', 'پ', 'چ', 'ژ', 'ک', 'گ', 'ی'),
      [0x200c, 0x200f],
    ],
    features: [...shaping, 'kern'],
  },
]

/** All letters of a file, as the subsetter wants them. */
export const lettersOf = ({ ranges }: FontFile): string =>
  ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)))
    .join('')

const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, '0')
const rangeText = (ranges: FontFile['ranges']) =>
  ranges.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`)).join(', ')

/**
 * The @font-face rules of a stylesheet. A later rule wins where two hold the same letter: right-to-left pages get the
 * plain cut last, so the large Latin file is fetched there only for a letter that the plain one lacks.
 */
export function fontFaces(direction: 'ltr' | 'rtl', addressOf: (name: string) => string): string {
  return fontFiles
    .filter(({ name }) => direction === 'rtl' || name !== 'teilhabe-sans-plain.woff2')
    .map(
      (font) =>
        `@font-face{font-family:'${font.family}';src:url('${addressOf(font.name)}') format('woff2');font-weight:400 700;` +
        `font-display:swap;unicode-range:${rangeText(font.ranges)}}`,
    )
    .join('\n')
}
