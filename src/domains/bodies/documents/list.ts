import type { ExportedList } from '#platform/tables/export.ts'
import type { SayOf } from '#platform/texts/texts.ts'
import type { BodyInList } from '../model/body.ts'
import type { texts } from '../texts/index.ts'

/** The bodies as a file: functions and numbers, never the name of a person. */
export function exportedBodies(
  rows: readonly BodyInList[],
  t: SayOf<typeof texts>,
  sees: { drafts: boolean },
): ExportedList<BodyInList> {
  const nameOf = (id: number | null) => rows.find((body) => body.id === id)?.name
  return {
    name: 'gremien',
    sheet: t('title'),
    columns: [
      { key: 'name', label: t('form.name'), width: 40, value: ({ name }) => name },
      { key: 'shortName', label: t('form.shortName'), value: ({ shortName }) => shortName },
      { key: 'type', label: t('form.type'), value: ({ type }) => t(`type.${type}`) },
      { key: 'purpose', label: t('form.purpose'), width: 60, value: ({ purpose }) => purpose?.text },
      { key: 'meets', label: t('form.meets'), value: ({ meets }) => meets },
      { key: 'seats', label: t('file.seats'), kind: 'integer', value: ({ seatCount }) => seatCount },
      { key: 'parent', label: t('file.parent'), value: ({ parentId }) => nameOf(parentId) },
      {
        key: 'relations',
        label: t('form.relations'),
        width: 40,
        value: ({ relations }) =>
          relations.map(({ kind, other }) => `${t(`relation.${kind}`)} ${other.name}`).join('\n'),
      },
      {
        key: 'fields',
        label: t('form.actionFieldIds'),
        value: ({ fields }) => fields.map(({ title }) => title.text).join('\n'),
      },
    ],
    rows,
    item: ({ id, name, shortName, type, purpose, meets, seatCount, parentId, relations, fields, isDraft }) => ({
      ...{ id, name, shortName, type, purpose: purpose?.text ?? null, meets, seatCount, parentId },
      relations: relations.map(({ kind, other }) => ({ kind, bodyId: other.id })),
      actionFieldIds: fields.map((field) => field.id),
      ...(sees.drafts && { isDraft }),
    }),
  }
}
