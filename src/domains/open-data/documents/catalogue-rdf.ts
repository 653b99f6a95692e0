import { xml } from '#values/xml.ts'
import { prefixes, type GraphNode, type Term } from './catalogue-graph.ts'

/** A graph as RDF/XML. */
export const rdfXml = (root: GraphNode): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${Object.entries(prefixes)
    .map(([prefix, address]) => ` xmlns:${prefix}="${xml(address)}"`)
    .join('')}>\n${written(root, '  ')}\n</rdf:RDF>\n`

function written({ type, address, says }: GraphNode, indent: string): string {
  const about = address === undefined ? '' : ` rdf:about="${xml(address)}"`
  const lines = says.map(([property, term]) => said(property, term, `${indent}  `))
  return `${indent}<${type}${about}>\n${lines.join('\n')}\n${indent}</${type}>`
}

function said(property: string, term: Term, indent: string): string {
  switch (term.kind) {
    case 'link':
      return `${indent}<${property} rdf:resource="${xml(term.address)}"/>`
    case 'node':
      return `${indent}<${property}>\n${written(term.node, `${indent}  `)}\n${indent}</${property}>`
    case 'value':
      return `${indent}<${property} rdf:datatype="${xml(full(term.type))}">${xml(term.text)}</${property}>`
    case 'text': {
      const language = term.language === undefined ? '' : ` xml:lang="${xml(term.language)}"`
      return `${indent}<${property}${language}>${xml(term.text)}</${property}>`
    }
  }
}

/** `xsd:date` → its whole address. */
const full = (name: string): string => {
  const [prefix = '', local = ''] = name.split(':')
  return `${prefixes[prefix] ?? ''}${local}`
}
