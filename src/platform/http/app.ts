import { Hono, type Context } from 'hono'
import type { VNode } from 'preact'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Database, Session } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import type { Speech } from '#platform/texts/texts.ts'
import type { PlainVersion } from '#ui/page-context.ts'
import type { MunicipalityRow } from './municipalities.ts'
import type { Person } from './person.ts'

export interface Vars {
  services: Services
  requestId: string
  speech: Speech
  /** The transaction of this request: read-only for GET, kept or dropped as a whole for POST. */
  session: Session
  db: Database
  /** The municipality of the address. Instance pages have none: they never read it. */
  municipality: MunicipalityRow
  person: Person | undefined
  /** A preview link was opened: unpublished things show, nothing can be written. */
  isPreview: boolean
  /** What this reader sees: unpublished things; internal fields such as an unreleased course. */
  sees: { drafts: boolean; internal: boolean }
  /** The version of the plan that this page reads, once it is known. */
  versionShown: { number: number; isOldVersion: boolean } | undefined
  /** The texts of the thing of this page in plain and easy German. */
  plainVersions: PlainVersion[] | undefined
  /** Generation of the municipality when this request began: a page made from older data is not kept. */
  generation: number
  /** One-time message that a redirect brought along. */
  notice: string | undefined
}
export interface AppEnv {
  Variables: Vars
}
export type Ctx = Context<AppEnv>

declare module 'hono' {
  interface ContextRenderer {
    (content: VNode, status?: ContentfulStatusCode): Response | Promise<Response>
  }
}

/** A domain's routes, as paths inside the municipality. */
export const domain = () => new Hono<AppEnv>()
