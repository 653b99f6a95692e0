import type { Database } from '#platform/db/database.ts'
import type { Acting } from '#platform/things/acting.ts'
import { publishComplete } from '#platform/things/editing.ts'
import { missingToPublish } from '../model/actor.ts'
import type { ActorContent } from '../model/form.ts'
import { findActor } from '../queries/stored.ts'

/** Shows the actor to the public. Throws Refused('notComplete') without a kind, or without anything to read about it. */
export const publishActor = (db: Database, acting: Acting, id: number, approval: { needsApproval: boolean }) =>
  publishComplete<ActorContent>(
    db,
    acting,
    { kind: 'actor', find: (tx, _, one) => findActor(tx, one), missing: missingToPublish },
    id,
    approval,
  )
