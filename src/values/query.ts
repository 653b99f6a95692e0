/** Sets query parameters; an empty value removes one. */
export function withQuery(address: string, values: Readonly<Record<string, string | undefined>>): string {
  const [rest = '', fragment] = address.split('#')
  const [path = '', query = ''] = rest.split('?')
  const parameters = new URLSearchParams(query)
  for (const [name, value] of Object.entries(values)) {
    if (value) parameters.set(name, value)
    else parameters.delete(name)
  }
  const text = parameters.toString()
  return path + (text && `?${text}`) + (fragment === undefined ? '' : `#${fragment}`)
}
