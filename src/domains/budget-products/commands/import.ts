import type { ManyThings } from '#platform/things/many.ts'

/** What a list of budget products can say; `writeMany` writes it. */
export const manyProducts: ManyThings = {
  kind: 'budget-product',
  columns: { level: 'text', code: 'text', title: 'text', parent_id: 'bigint' },
  links: [],
}
