const mostFields = 12
const mostLetters = 90
const cut = '…'

/**
 * An answer as an example shows it: the first fields of an item, each on a line, long texts and lists cut, and a mark where
 * something is left out. Still JSON.
 */
export function exampleOf(item: object, pagination: object): string {
  const entries = Object.entries(item)
  const shown = entries.slice(0, mostFields).map(([name, value]) => written(name, short(value)))
  if (entries.length > mostFields) shown.push(written(cut, cut))
  return [
    '{',
    '  "data": [',
    '    {',
    shown.map((line) => `      ${line}`).join(',\n'),
    '    }',
    '  ],',
    `  ${written('pagination', pagination)}`,
    '}',
  ].join('\n')
}

const written = (name: string, value: unknown): string => `${JSON.stringify(name)}: ${spaced(value)}`

/** On one line, with a space after each comma and colon, as people read it. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${spaced(one)}`)
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`
}

function short(value: unknown): unknown {
  if (typeof value === 'string' && value.length > mostLetters) return value.slice(0, mostLetters) + cut
  if (Array.isArray(value) && value.length > 1) return [...(value as unknown[]).slice(0, 1), cut]
  return value
}
