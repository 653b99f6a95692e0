/**
 * Rounds as offices do (domain.md 7.4): half away from zero, on the number as it is written, so that 1.005 becomes 1.01
 * although no computer holds 1.005 exactly. Never −0.
 */
export function roundHalfAway(value: number, decimals: number): number {
  if (!Number.isFinite(value)) return value
  const size = shifted(Math.abs(value), decimals)
  // Beyond 2^53 a number has no decimals left to round.
  if (size > Number.MAX_SAFE_INTEGER) return value
  const rounded = shifted(Math.round(size), -decimals)
  return value < 0 && rounded !== 0 ? -rounded : rounded
}

/** Moves the decimal point of what is written: multiplying would bring new errors in. */
function shifted(value: number, places: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}
