import type { ExportedList } from '#platform/tables/export.ts'
import type { SayOf } from '#platform/texts/texts.ts'
import type { AreaInList } from '../model/area.ts'
import type { texts } from '../texts/index.ts'

/** The areas as a file; as JSON with their boundaries. */
export const exportedAreas = (rows: readonly AreaInList[], t: SayOf<typeof texts>): ExportedList<AreaInList> => ({
  name: 'gebiete',
  sheet: t('title'),
  columns: [
    { key: 'areaKey', label: t('form.areaKey'), value: (row) => row.areaKey },
    { key: 'name', label: t('column.name'), width: 30, value: (row) => row.name },
    { key: 'level', label: t('form.level'), value: (row) => t(`level.${row.level}`) },
    { key: 'edition', label: t('form.edition'), value: (row) => row.edition },
    { key: 'population', label: t('column.population'), kind: 'integer', value: (row) => row.population },
    { key: 'measures', label: t('column.measures'), kind: 'integer', value: (row) => row.measures },
    { key: 'actors', label: t('column.actors'), kind: 'integer', value: (row) => row.actors },
  ],
  rows,
  item: ({ measures, actors, ...area }) => ({ ...area, measureCount: measures, actorCount: actors }),
})
