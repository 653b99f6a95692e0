import { manyActors } from '#domains/actors/index.ts'
import { manyAreas } from '#domains/areas/index.ts'
import { manyProducts } from '#domains/budget-products/index.ts'
import { manyGoals } from '#domains/goals/index.ts'
import { manyNeeds } from '#domains/needs/index.ts'
import { manyUnits } from '#domains/org-units/index.ts'
import type { Database } from '#platform/db/database.ts'
import type { Acting } from '#platform/things/acting.ts'
import { changesOfMany, indexMany, listMany, type ManyThings } from '#platform/things/many.ts'
import type { Draft } from '../model/drafts.ts'
import type { ImportKind, RecordRules } from '../model/kind.ts'
import { outcomeOf, type ImportOutcome } from '../model/outcome.ts'
import { planRecords, recognise, referencesOfRecord, type RecordToWrite } from '../model/records.ts'
import type { References } from '../model/references.ts'

const manies: Readonly<Record<string, ManyThings>> = {
  needs: manyNeeds,
  goals: manyGoals,
  actors: manyActors,
  'org-units': manyUnits,
  'budget-products': manyProducts,
  areas: manyAreas,
}

/** How things of this kind are written. */
export function manyOf(what: string): ManyThings {
  const many = manies[what]
  if (!many) throw new Error(`Nothing writes ${what}`)
  return many
}

/** What reading in rows of such a kind would do. Three statements, at any number of rows. */
export async function computeRecords(
  db: Database,
  acting: Acting,
  kind: ImportKind & { record: RecordRules },
  drafts: readonly Draft[],
  references: References,
): Promise<ImportOutcome> {
  const many = manyOf(kind.what)
  const { record: rules } = kind
  const asked = Object.entries(many.columns).flatMap(([name, type]) =>
    type === 'text' || name === rules.parent?.column ? [name] : [],
  )
  const index = await indexMany(db, acting, many, asked)
  const recognised = recognise(kind, rules, drafts, index, references)
  const stored = await listMany(
    db,
    acting,
    many,
    recognised.flatMap(({ id }) => id ?? []),
  )
  const rows = planRecords(rules, recognised, stored, index, references, {
    columns: Object.keys(many.columns),
    linkFields: many.links.map(({ field }) => field),
    changesOf: changesOfMany,
  })
  return outcomeOf(rows, references, (thing) => referencesOfRecord(thing as RecordToWrite))
}
