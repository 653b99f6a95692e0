import type { Database } from '#platform/db/database.ts'
import type { Acting } from '#platform/things/acting.ts'
import { publishComplete } from '#platform/things/editing.ts'
import { missingToPublish } from '../model/body.ts'
import type { BodyContent } from '../model/form.ts'
import { findBody } from '../queries/stored.ts'

/** Shows the body to the public. Throws Refused('notComplete') without a purpose. */
export const publishBody = (db: Database, acting: Acting, id: number, approval: { needsApproval: boolean }) =>
  publishComplete<BodyContent>(db, acting, { kind: 'body', find: findBody, missing: missingToPublish }, id, approval)
