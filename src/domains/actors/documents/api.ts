import * as v from 'valibot'
import {
  flagParameter,
  idParameter,
  searchWords,
  textParameter,
  wordParameter,
  type Collection,
} from '#platform/api/collection.ts'
import { dayField, field, idField, idsField, textField } from '#platform/api/item-fields.ts'
import { actorTypes, cooperationStates } from '../model/actor.ts'
import { actorFilter } from '../model/filter.ts'
import { paths } from '../paths.ts'
import { listPublicContacts } from '../queries/contacts.ts'
import { listActors } from '../queries/list.ts'
import { getActor } from '../queries/one.ts'
import { texts } from '../texts/index.ts'
import { exportedActors } from './list.ts'

/** An actor as everybody may see it. */
const actorItem = v.strictObject({
  id: idField,
  name: textField,
  types: field(v.array(v.picklist(actorTypes)), 'The first one names it'),
  place: v.nullable(textField),
  description: v.nullable(textField),
  isMigrantOrganisation: v.boolean(),
  cooperation: field(v.picklist(cooperationStates), 'How close it works together with the municipality'),
  languages: field(v.array(textField), 'Languages spoken there'),
  actionFieldIds: idsField,
  confirmedOn: v.nullable(dayField),
  contacts: field(
    v.array(
      v.strictObject({ person: v.nullable(textField), email: v.nullable(textField), phone: v.nullable(textField) }),
    ),
    'Only what the person agreed to; it may be withdrawn, so do not keep copies',
  ),
})

/** Actors in the API. */
export const actorsApi: Collection = {
  name: 'actors',
  item: actorItem,
  path: paths.list,
  parameters: {
    q: searchWords,
    type: wordParameter('art', actorTypes),
    migrantOrganisation: flagParameter('mo'),
    cooperation: wordParameter('zusammenarbeit', cooperationStates),
    actionFieldId: idParameter('feld'),
    areaId: idParameter('gebiet'),
    spokenLanguage: textParameter('sprachen', 60),
    sort: wordParameter('sort', { name: 'name', place: 'ort', confirmed: 'bestaetigt' }),
  },
  list: async ({ db, reading, speech, today }, asked, slice, only) => {
    const filter = only === undefined ? v.parse(actorFilter, asked) : { only }
    const { actors, total } = await listActors(db, reading, filter, today, slice)
    const contacts = await listPublicContacts(
      db,
      actors.map(({ id }) => id),
    )
    const { item } = exportedActors(actors, contacts, texts(speech), reading.sees)
    return { total, items: actors.map(item) }
  },
  explain: ({ db, reading }, id) => getActor(db, reading, id, { allContacts: false, asDraft: false }),
}
