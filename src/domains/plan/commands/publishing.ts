import { inTransaction, type Database } from '#platform/db/database.ts'
import { Refused } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import type { ThingKind } from '#platform/things/kinds.ts'
import { publishThing } from '#platform/things/lifecycle.ts'
import type { ThingName } from '../model/drafts.ts'
import { partKinds } from '../model/parts.ts'
import { publishPart } from './parts.ts'

/** How a domain publishes a thing of its kind. Throws Refused('notComplete', { missing }) with keys of what it lacks. */
export type Publisher = (
  db: Database,
  acting: Acting,
  id: number,
  approval: { needsApproval: boolean },
) => Promise<'published' | 'submitted'>
export type Publishers = Partial<Record<ThingKind, Publisher>>

/** The plan's own parts, and fields, topics and groups: those need nothing but their name, which no form lets out. */
export const ownPublishers: Publishers = {
  ...Object.fromEntries(
    partKinds.map((kind): [ThingKind, Publisher] => [
      kind,
      (db, acting, id, approval) => publishPart(db, acting, kind, id, approval),
    ]),
  ),
  ...Object.fromEntries(
    (['action-field', 'cross-cutting-topic', 'target-group'] as const).map((kind): [ThingKind, Publisher] => [
      kind,
      (db, acting, id, approval) => publishThing(db, acting, kind, id, approval),
    ]),
  ),
}

export interface PublishedDrafts {
  published: number
  submitted: number
  incomplete: (ThingName & { missing: string[] })[]
}

/**
 * Publishes several drafts, each by the rule of its kind. What lacks something stays a draft and is named; the others
 * are published all the same, in one transaction.
 */
export const publishDrafts = (
  db: Database,
  acting: Acting,
  chosen: readonly ThingName[],
  publishers: Publishers,
  approval: { needsApproval: boolean },
): Promise<PublishedDrafts> =>
  inTransaction(db, async (tx) => {
    const result: PublishedDrafts = { published: 0, submitted: 0, incomplete: [] }
    for (const thing of chosen) {
      const publish = publishers[thing.kind as ThingKind]
      if (!publish) continue
      try {
        result[await publish(tx, acting, thing.id, approval)]++
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        const missing = error.values['missing']
        result.incomplete.push({ ...thing, missing: Array.isArray(missing) ? missing.map(String) : [] })
      }
    }
    return result
  })
