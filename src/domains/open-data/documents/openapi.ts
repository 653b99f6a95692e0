import type { Collection } from '#platform/api/collection.ts'
import { jsonSchemaOf, type JsonSchema } from '#platform/api/json-schema.ts'
import { commonParameters, parametersOfList } from '#platform/api/read-query.ts'
import type { SayOf } from '#platform/texts/texts.ts'
import type { texts } from '../texts/index.ts'

type T = SayOf<typeof texts>

interface Described {
  collections: readonly Collection[]
  t: T
  /** The address of the server, and a municipality to try it on. */
  origin: string
  example: string
}

/** `cross-cutting-topics` → `CrossCuttingTopic`, `bodies` → `Body`. */
export const schemaNameOf = (collection: string): string =>
  collection
    .replace(/ies$/, 'y')
    .replace(/s$/, '')
    .replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** The API as OpenAPI 3.1, made from the schemas that its answers are tested with. */
export function openApi({ collections, t, origin, example }: Described): JsonSchema {
  return {
    openapi: '3.1.0',
    info: { title: t('description.title'), version: '1.0.0', description: t('description.text') },
    servers: [
      {
        url: `${origin}/{municipality}/api/v1`,
        variables: { municipality: { default: example, description: t('description.municipality') } },
      },
    ],
    tags: collections.map(({ name }) => ({ name, description: t.dynamic(`collection.${name}.text`) })),
    paths: Object.fromEntries(collections.flatMap((collection) => pathsOf(collection, t))),
    components: {
      schemas: {
        ...Object.fromEntries(collections.map(({ name, item }) => [schemaNameOf(name), jsonSchemaOf(item)])),
        Pagination: pagination,
        Problem: problem,
      },
      parameters: Object.fromEntries(
        Object.entries(parametersOfList({ parameters: {} })).map(([name, { shown }]) => [
          name,
          parameter(t, name, shown),
        ]),
      ),
      headers: {
        ETag: { description: t('description.etag'), schema: { type: 'string' } },
        Link: { description: t('description.link'), schema: { type: 'string' } },
      },
      responses: {
        ...refusals(t, { BadRequest: '400', NotFound: '404', MethodNotAllowed: '405', Gone: '410' }),
        Moved: { description: t('answer.308') },
        NotModified: { description: t('answer.304') },
      },
    },
  }
}

const ref = (part: string, name: string) => ({ $ref: `#/components/${part}/${name}` })
const json = (schema: JsonSchema) => ({ 'application/json': { schema } })

function pathsOf({ name, parameters }: Collection, t: T): [string, JsonSchema][] {
  const item = ref('schemas', schemaNameOf(name))
  const tags = [name]
  const shared = [...Object.keys(parametersOfList({ parameters: {} }))].map((one) => ref('parameters', one))
  const list = {
    operationId: `list${schemaNameOf(name)}`,
    summary: t.dynamic(`collection.${name}`),
    tags,
    parameters: [...Object.entries(parameters).map(([one, { shown }]) => parameter(t, one, shown)), ...shared],
    responses: {
      200: {
        description: t('answer.list'),
        headers: { ETag: ref('headers', 'ETag'), Link: ref('headers', 'Link') },
        content: json({
          type: 'object',
          properties: { data: { type: 'array', items: item }, pagination: ref('schemas', 'Pagination') },
          required: ['data', 'pagination'],
          additionalProperties: false,
        }),
      },
      304: ref('responses', 'NotModified'),
      400: ref('responses', 'BadRequest'),
      404: ref('responses', 'NotFound'),
      405: ref('responses', 'MethodNotAllowed'),
    },
  }
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } }
  const one = {
    operationId: `get${schemaNameOf(name)}`,
    summary: t('description.one', { collection: t.dynamic(`collection.${name}`) }),
    tags,
    parameters: [id, ...Object.keys(commonParameters).map((common) => ref('parameters', common))],
    responses: {
      200: { description: t('answer.one'), headers: { ETag: ref('headers', 'ETag') }, content: json(item) },
      304: ref('responses', 'NotModified'),
      308: ref('responses', 'Moved'),
      400: ref('responses', 'BadRequest'),
      404: ref('responses', 'NotFound'),
      405: ref('responses', 'MethodNotAllowed'),
      410: ref('responses', 'Gone'),
    },
  }
  return [
    [`/${name}`, { get: list }],
    [`/${name}/{id}`, { get: one }],
  ]
}

const parameter = (t: T, name: string, schema: JsonSchema) => ({
  name,
  in: 'query',
  description: t.dynamic(`parameter.${name}`),
  schema,
})

const refusals = (t: T, named: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(named).map(([name, status]) => [
      name,
      {
        description: t.dynamic(`answer.${status}`),
        content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } },
      },
    ]),
  )

const whole = { type: 'integer', minimum: 0 }
const pagination: JsonSchema = {
  type: 'object',
  properties: {
    page: whole,
    pageSize: whole,
    total: whole,
    next: { type: ['string', 'null'], format: 'uri' },
  },
  required: ['page', 'pageSize', 'total', 'next'],
  additionalProperties: false,
}
const problem: JsonSchema = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { parameter: { type: 'string' }, detail: { type: 'string' } },
        required: ['parameter', 'detail'],
      },
    },
  },
  required: ['type', 'title', 'status', 'detail'],
}
