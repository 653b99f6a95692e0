import { emptyCell, type Cell, type Sheet } from '#platform/tables/workbook.ts'

const bullet = /^\s*(?:[-–—*•·▪‣o☐□✓]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+/i
const text = (value: string): Cell => ({ text: value, kind: 'text' })

/**
 * The cards of a workshop as a sheet with one column: one card per line, or per bullet where there are bullets; the lines
 * below a bullet belong to it. A line that ends with a colon names the group of the cards below and stands beside them
 * in a second column, so that nothing is lost.
 */
export function cardsToSheet(pasted: string, heading = 'Bedarf'): Sheet {
  const lines = pasted
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u00a0\t]/g, ' ')
    .split('\n')
  const hasBullets = lines.some((line) => bullet.test(line))
  const cards: { words: string; group: string }[] = []
  let [group, isInCard] = ['', false]
  for (const line of lines) {
    const words = unquoted(line.replace(bullet, '').replaceAll(/\s+/g, ' ').trim())
    if (words === '') {
      isInCard = false
      continue
    }
    const isBullet = bullet.test(line)
    const last = cards.at(-1)
    if (!isBullet && /.:$/.test(words) && words.length <= 120) {
      group = words.slice(0, -1).trim()
      isInCard = false
    } else if (hasBullets && !isBullet && isInCard && last) last.words += ` ${words}`
    else {
      cards.push({ words, group })
      isInCard = true
    }
  }
  const hasGroups = cards.some((card) => card.group !== '')
  const rows = cards.map(({ words, group: of }) => [text(words), ...(hasGroups ? [of ? text(of) : emptyCell] : [])])
  const header = [heading, ...(hasGroups ? ['Gruppe'] : [])].map((title): Cell => ({ ...text(title), bold: true }))
  return {
    name: heading,
    hidden: false,
    rows: cards.length === 0 ? [] : [header, ...rows],
    width: cards.length === 0 ? 0 : header.length,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    merges: [],
  }
}

/** A card in quotation marks says the same without them. */
const unquoted = (words: string) => /^[„"»“]([^„"»“”«]+)["“”«]$/.exec(words)?.[1]?.trim() ?? words
