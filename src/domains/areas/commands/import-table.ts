import type { ManyThings } from '#platform/things/many.ts'

/** What a table of areas can say; their shapes come from GeoJSON. `writeMany` writes it. */
export const manyAreas: ManyThings = {
  kind: 'area',
  columns: { level: 'text', area_key: 'text', name: 'text', parent_id: 'bigint', population: 'integer' },
  links: [],
}
