import { differences, writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import type { Acting } from '#platform/things/acting.ts'

/** What names of actors say about their kind (domain.md 1.6); the first that fits. */
const typesByName: readonly (readonly [RegExp, string])[] = [
  [/jobcenter/i, 'JOBCENTER'],
  [/agentur für arbeit|arbeitsagentur/i, 'AGENTUR_FUER_ARBEIT'],
  [/caritas|diakoni|\bawo\b|arbeiterwohlfahrt|rotes kreuz|\bdrk\b|paritätisch|wohlfahrt/i, 'WOHLFAHRTSVERBAND'],
  [/kirche|gemeinde|moschee|pfarr/i, 'KIRCHE_RELIGIONSGEMEINSCHAFT'],
  [/kammer|\bihk\b|\bhwk\b/i, 'KAMMER'],
  [/volkshochschule|\bvhs\b|sprachschule/i, 'KURSTRAEGER'],
  [/schul/i, 'SCHULE_SCHULAMT'],
  [/stiftung/i, 'STIFTUNG'],
  [/beirat/i, 'BEIRAT'],
  [/sport|turn/i, 'SPORT'],
  [/verband/i, 'VERBAND'],
  [/\be\. ?v\.|verein/i, 'VEREIN'],
]

/** The kind that the name suggests; someone has to look at it before the actor is published. */
export const typeOfName = (name: string): string => typesByName.find(([words]) => words.test(name))?.[1] ?? 'INITIATIVE'

/** Creates drafts of actors of which a file says only the name: nothing of them is public. Returns their ids in that order. */
export const createNamedActors = (db: Database, acting: Acting, names: readonly string[]): Promise<number[]> =>
  inTransaction(db, async (tx) => {
    const ids: number[] = []
    for (const name of names) {
      const fields = { name, types: [typeOfName(name)] }
      const { id } = await tx
        .insertInto('actor')
        .values({ municipalityId: acting.municipalityId, ...fields })
        .returning('id')
        .executeTakeFirstOrThrow()
      await writeAudit(tx, { ...acting, thingKind: 'actor', thingId: id, act: 'created' }, differences({}, fields))
      ids.push(id)
    }
    return ids
  })
