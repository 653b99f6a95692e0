import type { ManyThings } from '#platform/things/many.ts'

/** What a list of units can say; `writeMany` writes it. */
export const manyUnits: ManyThings = {
  kind: 'org-unit',
  columns: { code: 'text', name: 'text', level_name: 'text', parent_id: 'bigint', phone: 'text', email: 'text' },
  links: [],
  hasPosition: true,
}
