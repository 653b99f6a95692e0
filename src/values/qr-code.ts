/**
 * QR codes after ISO/IEC 18004: bytes (UTF-8), error correction M (15 % may be lost), versions 1 to 20 (666 bytes). Pure:
 * text in, dark and light squares out.
 */

// ISO/IEC 18004, table 9, level M, by version: error correction codewords per block, and number of blocks.
const correctionPerBlock = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26]
const blockCounts = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]

/** Rows of squares, true is dark; without the quiet zone of four squares around. Throws for more than 666 bytes. */
export function qrCode(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text)
  const version =
    correctionPerBlock.findIndex((_, index) => bytes.length + overhead(index + 1) <= dataBytes(index + 1)) + 1
  if (version === 0) throw new Error(`${bytes.length} bytes are too many for a QR code`)
  const grid = new Grid(version)
  grid.place(interleave(version, encode(version, bytes)))
  return grid.bestMasked()
}

const overhead = (version: number) => (version < 10 ? 2 : 3)

/** All modules but the function patterns, in whole bytes. */
function rawBytes(version: number): number {
  const alignments = version === 1 ? 0 : Math.floor(version / 7) + 2
  const alignment = version === 1 ? 0 : (25 * alignments - 10) * alignments - 55
  return Math.floor(((16 * version + 128) * version + 64 - alignment - (version >= 7 ? 36 : 0)) / 8)
}
const blocksOf = (version: number) => blockCounts[version - 1] ?? 0
const correctionOf = (version: number) => correctionPerBlock[version - 1] ?? 0
const dataBytes = (version: number) => rawBytes(version) - blocksOf(version) * correctionOf(version)

/** Mode, length, bytes, end, and the two bytes that fill what is left in turn. */
function encode(version: number, bytes: Uint8Array): number[] {
  const lengthBits = version < 10 ? 8 : 16
  const bits = [0b0100, 4, bytes.length, lengthBits, ...[...bytes].flatMap((byte) => [byte, 8])]
  const text = Array.from({ length: bits.length / 2 }, (_, i) => binary(bits[2 * i] ?? 0, bits[2 * i + 1] ?? 0)).join(
    '',
  )
  const capacity = dataBytes(version)
  const ended = text.padEnd(Math.min(text.length + 4, capacity * 8), '0')
  const whole = ended.padEnd(Math.ceil(ended.length / 8) * 8, '0')
  const codewords = (whole.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  while (codewords.length < capacity) codewords.push(codewords.length % 2 === (whole.length / 8) % 2 ? 0xec : 0x11)
  return codewords
}
const binary = (value: number, length: number) => value.toString(2).padStart(length, '0')

/** Cuts the data into blocks, adds each block's error correction, and mixes them byte by byte. */
function interleave(version: number, data: readonly number[]): number[] {
  const [count, correction] = [blocksOf(version), correctionOf(version)]
  const shortBlocks = count - (rawBytes(version) % count)
  const shortLength = Math.floor(rawBytes(version) / count) - correction
  const divisor = generator(correction)
  let start = 0
  const blocks = Array.from({ length: count }, (_, index) => {
    const block = data.slice(start, (start += shortLength + (index < shortBlocks ? 0 : 1)))
    return { block, rest: remainder(block, divisor) }
  })
  const inTurn = (parts: readonly (readonly number[])[], length: number) =>
    Array.from({ length }, (_, place) => parts.flatMap((part) => part[place] ?? [])).flat()
  return [
    ...inTurn(
      blocks.map(({ block }) => block),
      shortLength + 1,
    ),
    ...inTurn(
      blocks.map(({ rest }) => rest),
      correction,
    ),
  ]
}

/** Product in GF(2^8) with the polynomial x^8 + x^4 + x^3 + x^2 + 1. */
function multiply(x: number, y: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    product ^= ((y >>> bit) & 1) * x
  }
  return product
}
function generator(degree: number): number[] {
  const result = [...Array.from({ length: degree - 1 }, () => 0), 1]
  let root = 1
  for (let i = 0; i < degree; i++) {
    for (let j = 0; j < degree; j++) result[j] = multiply(result[j] ?? 0, root) ^ (result[j + 1] ?? 0)
    root = multiply(root, 2)
  }
  return result
}
function remainder(data: readonly number[], divisor: readonly number[]): number[] {
  const result = divisor.map(() => 0)
  for (const byte of data) {
    const factor = byte ^ (result.shift() ?? 0)
    result.push(0)
    divisor.forEach((coefficient, i) => (result[i] = (result[i] ?? 0) ^ multiply(coefficient, factor)))
  }
  return result
}

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

class Grid {
  readonly size: number
  readonly dark: boolean[][]
  /** Squares of the function patterns, which no mask changes. */
  readonly fixed: boolean[][]

  constructor(version: number) {
    this.size = version * 4 + 17
    const rows = () => Array.from({ length: this.size }, () => Array.from({ length: this.size }, () => false))
    this.dark = rows()
    this.fixed = rows()
    for (let i = 0; i < this.size; i++) {
      this.set(6, i, i % 2 === 0)
      this.set(i, 6, i % 2 === 0)
    }
    for (const [x, y] of [
      [3, 3],
      [this.size - 4, 3],
      [3, this.size - 4],
    ] as const)
      this.square(x, y, 4, (distance) => distance !== 2 && distance !== 4)
    this.alignments(version)
    this.format(0)
    if (version >= 7) this.version(version)
  }

  set(x: number, y: number, isDark: boolean) {
    const row = this.dark[y]
    const fixed = this.fixed[y]
    if (!row || !fixed || x < 0 || x >= this.size) return
    row[x] = isDark
    fixed[x] = true
  }

  square(x: number, y: number, radius: number, isDark: (distance: number) => boolean) {
    for (let dy = -radius; dy <= radius; dy++)
      for (let dx = -radius; dx <= radius; dx++) this.set(x + dx, y + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))))
  }

  alignments(version: number) {
    if (version === 1) return
    const count = Math.floor(version / 7) + 2
    const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2
    const places = [6, ...Array.from({ length: count - 1 }, (_, i) => this.size - 7 - (count - 2 - i) * step)]
    const last = count - 1
    for (let i = 0; i < count; i++)
      for (let j = 0; j < count; j++) {
        const isFinder = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)
        if (!isFinder) this.square(places[i] ?? 0, places[j] ?? 0, 2, (distance) => distance !== 1)
      }
  }

  /** Error correction level M (00) and the mask, with their own error correction, twice. */
  format(mask: number) {
    let rest = mask
    for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537)
    const bits = ((mask << 10) | rest) ^ 0x5412
    const bit = (i: number) => ((bits >>> i) & 1) !== 0
    for (let i = 0; i <= 5; i++) this.set(8, i, bit(i))
    this.set(8, 7, bit(6))
    this.set(8, 8, bit(7))
    this.set(7, 8, bit(8))
    for (let i = 9; i < 15; i++) this.set(14 - i, 8, bit(i))
    for (let i = 0; i < 8; i++) this.set(this.size - 1 - i, 8, bit(i))
    for (let i = 8; i < 15; i++) this.set(8, this.size - 15 + i, bit(i))
    this.set(8, this.size - 8, true)
  }

  version(version: number) {
    let rest = version
    for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25)
    const bits = (version << 12) | rest
    for (let i = 0; i < 18; i++) {
      const [a, b] = [this.size - 11 + (i % 3), Math.floor(i / 3)]
      this.set(a, b, ((bits >>> i) & 1) !== 0)
      this.set(b, a, ((bits >>> i) & 1) !== 0)
    }
  }

  /** Fills the free squares in two columns at a time, up and down, from the right. */
  place(codewords: readonly number[]) {
    let i = 0
    for (let right = this.size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5
      for (let step = 0; step < this.size; step++) {
        const y = ((right + 1) & 2) === 0 ? this.size - 1 - step : step
        for (const x of [right, right - 1]) {
          const row = this.dark[y]
          if (!row || this.fixed[y]?.[x] || i >= codewords.length * 8) continue
          row[x] = (((codewords[i >>> 3] ?? 0) >>> (7 - (i & 7))) & 1) !== 0
          i++
        }
      }
    }
  }

  /** The mask that readers like best: of the standard's penalties the two that matter most, runs and blocks. */
  bestMasked(): boolean[][] {
    const all = masks.map((isFlipped, mask) => {
      this.format(mask)
      return this.dark.map((row, y) => row.map((dark, x) => (this.fixed[y]?.[x] ? dark : dark !== isFlipped(x, y))))
    })
    return all.reduce((best, one) => (penalty(one) < penalty(best) ? one : best))
  }
}

function penalty(rows: readonly (readonly boolean[])[]): number {
  const lines = [...rows, ...rows.map((_, x) => rows.map((row) => row[x] ?? false))]
  const runs = lines.flatMap(
    (line) =>
      line
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .match(/(0{5,}|1{5,})/g) ?? [],
  )
  const blocks = rows.flatMap((row, y) =>
    row.filter((dark, x) => rows[y + 1]?.[x] === dark && row[x + 1] === dark && rows[y + 1]?.[x + 1] === dark),
  )
  return runs.reduce((sum, run) => sum + run.length - 2, 0) + blocks.length * 3
}
