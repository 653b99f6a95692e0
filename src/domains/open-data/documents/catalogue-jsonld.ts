import { prefixes, type GraphNode, type Term } from './catalogue-graph.ts'

/** A graph as JSON-LD 1.1. */
export const jsonLd = (root: GraphNode): string => JSON.stringify({ '@context': prefixes, ...written(root) })

function written({ type, address, says }: GraphNode): Record<string, unknown> {
  const properties: Record<string, unknown[]> = {}
  for (const [property, term] of says) (properties[property] ??= []).push(valueOf(term))
  return {
    '@type': type,
    ...(address !== undefined && { '@id': address }),
    ...Object.fromEntries(
      Object.entries(properties).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
    ),
  }
}

function valueOf(term: Term): unknown {
  switch (term.kind) {
    case 'link':
      return { '@id': term.address }
    case 'node':
      return written(term.node)
    case 'value':
      return { '@value': term.text, '@type': term.type }
    case 'text':
      return term.language === undefined ? term.text : { '@value': term.text, '@language': term.language }
  }
}
