import type { ExportedList } from '#platform/tables/export.ts'
import type { SayOf } from '#platform/texts/texts.ts'
import type { OrgUnit } from '../model/org-unit.ts'
import type { texts } from '../texts/index.ts'

/** The units as a file: one row each, the one above by its name. Never a person. */
export function exportedUnits(rows: readonly OrgUnit[], t: SayOf<typeof texts>): ExportedList<OrgUnit> {
  const nameOf = (id: number | null) => rows.find((unit) => unit.id === id)?.name
  return {
    name: 'organisation',
    sheet: t('title'),
    columns: [
      { key: 'id', label: t('file.id'), kind: 'integer', value: ({ id }) => id },
      { key: 'levelName', label: t('form.levelName'), value: ({ levelName }) => levelName },
      { key: 'code', label: t('form.code'), value: ({ code }) => code },
      { key: 'name', label: t('form.name'), width: 40, value: ({ name }) => name },
      { key: 'parent', label: t('form.parentId'), width: 40, value: ({ parentId }) => nameOf(parentId) },
      { key: 'startedOn', label: t('form.startedOn'), kind: 'date', value: ({ startedOn }) => startedOn },
      { key: 'endedOn', label: t('form.endedOn'), kind: 'date', value: ({ endedOn }) => endedOn },
      { key: 'mergedInto', label: t('form.mergedIntoId'), value: ({ mergedIntoId }) => nameOf(mergedIntoId) },
      { key: 'phone', label: t('form.phone'), value: ({ phone }) => phone },
      { key: 'email', label: t('form.email'), value: ({ email }) => email },
    ],
    rows,
    item: ({ version: _version, position: _position, ledCount: _led, ...unit }) => unit,
  }
}
