import type { ExportColumn, ExportedList } from '#platform/tables/export.ts'
import type { SayOf } from '#platform/texts/texts.ts'
import type { ActorInList } from '../model/actor.ts'
import { contactFields, type VisibleContact } from '../model/contact.ts'
import type { texts } from '../texts/index.ts'

type T = SayOf<typeof texts>
type Column = ExportColumn<ActorInList>

/**
 * The directory as a file. Of contacts it holds what has a recorded consent, whoever asks: files travel further than
 * pages.
 */
export function exportedActors(
  rows: readonly ActorInList[],
  contacts: ReadonlyMap<number, VisibleContact[]>,
  t: T,
  sees: { drafts: boolean },
): ExportedList<ActorInList> {
  const yes = (holds: boolean) => (holds ? t('file.yes') : '')
  const of = ({ id }: ActorInList) => contacts.get(id) ?? []
  const contactColumns: Column[] = contactFields.map((field) => ({
    key: `contact.${field}`,
    label: t(`contact.${field}`),
    value: (row) =>
      of(row)
        .flatMap((contact) => contact[field] ?? [])
        .join('\n'),
  }))
  return {
    name: 'akteure',
    sheet: t('title'),
    columns: [
      { key: 'name', label: t('form.name'), width: 40, value: ({ name }) => name },
      { key: 'types', label: t('file.types'), value: ({ types }) => types.map((type) => t(`type.${type}`)).join('\n') },
      {
        key: 'isMigrantOrganisation',
        label: t('mark.migrant'),
        value: ({ isMigrantOrganisation }) => yes(isMigrantOrganisation),
      },
      {
        key: 'cooperation',
        label: t('status.cooperation'),
        value: ({ cooperation }) => t(`cooperation.${cooperation}`),
      },
      { key: 'place', label: t('form.place'), value: ({ place }) => place },
      {
        key: 'description',
        label: t('form.description'),
        width: 60,
        value: ({ description }) => description?.text,
      },
      {
        key: 'fields',
        label: t('form.actionFieldIds'),
        value: ({ fields }) => fields.map(({ title }) => title.text).join('\n'),
      },
      { key: 'languages', label: t('form.languages'), value: ({ languages }) => languages.join(', ') },
      { key: 'confirmedOn', label: t('file.confirmedOn'), kind: 'date', value: ({ confirmedOn }) => confirmedOn },
      ...contactColumns,
      ...(sees.drafts
        ? [{ key: 'isDraft', label: t('file.draft'), value: ({ isDraft }: ActorInList) => yes(isDraft) }]
        : []),
    ],
    rows,
    item: (row) => ({
      id: row.id,
      name: row.name,
      types: row.types,
      place: row.place,
      description: row.description?.text ?? null,
      isMigrantOrganisation: row.isMigrantOrganisation,
      cooperation: row.cooperation,
      languages: row.languages,
      actionFieldIds: row.fields.map(({ id }) => id),
      confirmedOn: row.confirmedOn,
      contacts: of(row).map(({ person, email, phone }) => ({ person, email, phone })),
      ...(sees.drafts && { isDraft: row.isDraft }),
    }),
  }
}
