import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as v from 'valibot'
import { flexDateField } from './item-fields.ts'
import { jsonSchemaOf } from './json-schema.ts'

test('each kind of schema that items are made of is written as JSON Schema has it', () => {
  const cases: [v.GenericSchema, unknown][] = [
    [v.string(), { type: 'string' }],
    [v.pipe(v.string(), v.isoDate()), { type: 'string', format: 'date' }],
    [v.pipe(v.number(), v.integer(), v.minValue(1)), { type: 'integer', minimum: 1 }],
    [v.pipe(v.number(), v.minValue(0), v.maxValue(100)), { type: 'number', minimum: 0, maximum: 100 }],
    [v.pipe(v.string(), v.minLength(1), v.maxLength(9)), { type: 'string', minLength: 1, maxLength: 9 }],
    [v.pipe(v.string(), v.description('A name')), { type: 'string', description: 'A name' }],
    [
      v.pipe(
        v.picklist(['a', 'b']),
        v.transform((word) => word.length),
      ),
      { type: 'string', enum: ['a', 'b'] },
    ],
    [v.nullable(v.string()), { type: ['string', 'null'] }],
    [v.nullable(v.picklist(['a'])), { anyOf: [{ type: 'string', enum: ['a'] }, { type: 'null' }] }],
    [v.array(v.boolean()), { type: 'array', items: { type: 'boolean' } }],
    [v.record(v.string(), v.number()), { type: 'object', additionalProperties: { type: 'number' } }],
    [
      v.strictTuple([v.number(), v.number()]),
      { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }], minItems: 2, items: false },
    ],
    [
      v.strictObject({ a: v.string(), b: v.optional(v.number()) }),
      {
        type: 'object',
        properties: { a: { type: 'string' }, b: { type: 'number' } },
        required: ['a'],
        additionalProperties: false,
      },
    ],
    [
      v.variant('type', [v.strictObject({ type: v.literal('x') })]),
      {
        anyOf: [
          { type: 'object', properties: { type: { const: 'x' } }, required: ['type'], additionalProperties: false },
        ],
      },
    ],
  ]
  for (const [schema, expected] of cases) assert.deepEqual(jsonSchemaOf(schema), expected)
})

test('a date that may be missing allows null and nothing undocumented', () => {
  const schema = jsonSchemaOf(v.nullable(flexDateField))
  assert.deepEqual(schema['type'], ['object', 'null'])
  assert.equal(schema['additionalProperties'], false)
  assert.deepEqual(schema['required'], ['kind', 'value', 'wording'])
})

test('a kind that nobody has written down is refused instead of documented wrongly', () => {
  assert.throws(() => jsonSchemaOf(v.date()), /type date/)
  assert.throws(() => jsonSchemaOf(v.pipe(v.string(), v.email())), /type email/)
})
