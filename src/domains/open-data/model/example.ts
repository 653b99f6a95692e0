const mostFields = 10
const mostLetters = 90
const cut = '…'

/** An item as an example shows it: its first fields, long texts and lists cut, what is left out marked. */
export function shortened(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item
  const entries = Object.entries(item)
  const shown = entries.slice(0, mostFields).map(([name, value]) => [name, shortValue(value)])
  return Object.fromEntries(entries.length > mostFields ? [...shown, [cut, cut]] : shown)
}

function shortValue(value: unknown): unknown {
  if (typeof value === 'string' && value.length > mostLetters) return value.slice(0, mostLetters) + cut
  if (Array.isArray(value)) return value.length > 3 ? [...value.slice(0, 3), cut] : value
  return value
}
