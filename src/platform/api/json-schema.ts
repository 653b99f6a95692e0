import type * as v from 'valibot'

export type JsonSchema = Readonly<Record<string, unknown>>

/** A Valibot schema or action as it is built: its type says what else it holds. */
interface Node {
  kind: 'schema' | 'validation' | 'transformation' | 'metadata'
  type: string
  pipe?: readonly Node[]
  requirement?: unknown
  description?: string
  wrapped?: Node
  item?: Node
  items?: readonly Node[]
  value?: Node
  literal?: unknown
  options?: readonly unknown[]
  entries?: Readonly<Record<string, Node>>
}

/**
 * What a Valibot schema takes in, as JSON Schema 2020-12 (the dialect of OpenAPI 3.1). Knows the kinds that our items are
 * made of; throws for any other, so that documentation is never silently wrong.
 */
export const jsonSchemaOf = (schema: v.GenericSchema): JsonSchema => convert(schema as unknown as Node)

function convert(node: Node): JsonSchema {
  const [, ...actions] = node.pipe ?? []
  let shown = bare(node)
  for (const action of actions) {
    // What comes after a transformation speaks of its result.
    if (action.kind === 'transformation' && action.type === 'transform') break
    shown = { ...shown, ...refined(action) }
  }
  return shown
}

function bare(node: Node): JsonSchema {
  switch (node.type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return { type: node.type }
    case 'unknown':
      return {}
    case 'literal':
      return { const: node.literal }
    case 'picklist':
      return { type: 'string', enum: node.options }
    case 'array':
      return { type: 'array', items: convert(part(node.item)) }
    case 'tuple':
    case 'strict_tuple':
      return { type: 'array', prefixItems: node.items?.map(convert), minItems: node.items?.length, items: false }
    case 'nullable':
      return nullable(convert(part(node.wrapped)))
    case 'optional':
      return convert(part(node.wrapped))
    case 'record':
      return { type: 'object', additionalProperties: convert(part(node.value)) }
    case 'union':
    case 'variant':
      return { anyOf: node.options?.map((option) => convert(option as Node)) }
    case 'strict_object':
      return objectOf(node.entries ?? {})
    default:
      throw new Error(`No JSON Schema is known for a Valibot schema of type ${node.type}`)
  }
}

function objectOf(entries: Readonly<Record<string, Node>>): JsonSchema {
  const required = Object.keys(entries).filter((name) => entries[name]?.type !== 'optional')
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, convert(entry)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}

const nullable = (schema: JsonSchema): JsonSchema =>
  typeof schema['type'] === 'string' && !('enum' in schema) && !('const' in schema)
    ? { ...schema, type: [schema['type'], 'null'] }
    : { anyOf: [schema, { type: 'null' }] }

function refined({ type, requirement, description }: Node): JsonSchema {
  switch (type) {
    case 'description':
      return { description }
    case 'integer':
      return { type: 'integer' }
    case 'min_value':
      return { minimum: requirement }
    case 'max_value':
      return { maximum: requirement }
    case 'min_length':
      return { minLength: requirement }
    case 'max_length':
      return { maxLength: requirement }
    case 'iso_date':
      return { format: 'date' }
    case 'url':
      return { format: 'uri' }
    default:
      throw new Error(`No JSON Schema is known for a Valibot action of type ${type}`)
  }
}

const part = (node: Node | undefined): Node => {
  if (!node) throw new Error('A Valibot schema lacks its part')
  return node
}
