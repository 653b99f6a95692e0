/** A colour as #rrggbb in small letters. */
export type Hex = string

const hexShape = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/

/** #0A5560, 0a5560 and #abc are all read; anything else is undefined. */
export function parseHex(text: string): Hex | undefined {
  const digits = hexShape.exec(text.trim().toLowerCase())?.[1]
  if (!digits) return undefined
  return `#${digits.length === 3 ? Array.from(digits, (digit) => digit + digit).join('') : digits}`
}

type Triple = readonly [number, number, number]

const channels = (hex: Hex): Triple => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as never
const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const gamma = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055)

/** Relative luminance, 0 black to 1 white (WCAG 2.2). */
export function luminance(hex: Hex): number {
  const [r, g, b] = channels(hex).map(linear) as unknown as Triple
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: Hex, other: Hex): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

// OKLab: lightness as the eye sees it, so that a colour made darker keeps its character (Ottosson 2020).
function toLab(hex: Hex): Triple {
  const [r, g, b] = channels(hex).map(linear) as unknown as Triple
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function fromLab([light, a, b]: Triple): Hex | undefined {
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  if (rgb.some((value) => value < -0.0005 || value > 1.0005)) return undefined
  return `#${rgb.map((value) => byte(gamma(Math.min(1, Math.max(0, value))))).join('')}`
}
const byte = (value: number) =>
  Math.round(value * 255)
    .toString(16)
    .padStart(2, '0')

/** The same hue at another lightness, as colourful as the screen allows. */
function atLightness(hex: Hex, lightness: number): Hex {
  const [, a, b] = toLab(hex)
  for (let share = 1; share > 0; share -= 0.02) {
    const found = fromLab([lightness, a * share, b * share])
    if (found) return found
  }
  return fromLab([lightness, 0, 0]) ?? (lightness > 0.5 ? '#ffffff' : '#000000')
}

/** The smaller of the contrasts with several grounds. */
export const worstContrast = (hex: Hex, grounds: readonly Hex[]): number =>
  Math.min(...grounds.map((ground) => contrast(hex, ground)))

/**
 * The nearest colour of the same hue that reaches `ratio` on every ground: darker on light grounds, lighter on dark
 * ones. The colour itself when it reaches it already; black or white when nothing else does.
 */
export function readableOn(hex: Hex, grounds: readonly Hex[], ratio: number): Hex {
  if (worstContrast(hex, grounds) >= ratio) return hex
  const isLightGround = grounds.every((ground) => luminance(ground) > 0.18)
  const step = isLightGround ? -0.005 : 0.005
  for (let lightness = toLab(hex)[0]; lightness >= 0 && lightness <= 1; lightness += step) {
    const found = atLightness(hex, lightness)
    if (worstContrast(found, grounds) >= ratio) return found
  }
  return isLightGround ? '#000000' : '#ffffff'
}

/** `share` of the one and the rest of the other, mixed as the eye expects. */
export function mix(one: Hex, other: Hex, share: number): Hex {
  const [from, to] = [toLab(other), toLab(one)]
  return fromLab(from.map((value, index) => value + ((to[index] ?? 0) - value) * share) as unknown as Triple) ?? one
}
