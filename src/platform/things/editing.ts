import type { VNode } from 'preact'
import { inTransaction, type Database } from '#platform/db/database.ts'
import type { Ctx } from '#platform/http/app.ts'
import type { Form, Typed } from '#platform/http/form.ts'
import { mayEver, type Person } from '#platform/http/person.ts'
import { NotFound, Refused } from '#platform/http/problems.ts'
import type { Crumb } from '#ui/page.tsx'
import type { LocalDate } from '#values/local-date.ts'
import type { Acting } from './acting.ts'
import type { ThingKind } from './kinds.ts'
import { lockThing, publishThing } from './lifecycle.ts'
import type { Hanging } from './remove-page.tsx'
import type { ThingMay, ThingPaths } from './thing-pages.tsx'

/** A thing as its form shows it: `content` has the shape that a valid form has. */
export interface Stored<Content> {
  id: number
  version: number
  publishedAt: Date | null
  submittedAt: Date | null
  /** What names it, in German. */
  title: string
  content: Content
}

/** What a form page is made from. */
export interface FormPage<Content> {
  values: Typed
  errors: Record<string, string>
  /** Absent: something new. */
  stored: Stored<Content> | undefined
  /** Somebody saved meanwhile: what stands there now. */
  theirs: Typed | undefined
  mayPublish: boolean
}

/** How one kind of thing is edited. Its domain says what is its own; the acts themselves are the same for all. */
export interface Editing<Content> {
  kind: ThingKind
  paths: ThingPaths
  /** May somebody change it: asked on the way in, and with the thing (or what the form makes of it) at hand. */
  permission: string
  mayWith: (person: Person | undefined, permission: string, thing: Content) => boolean
  find: (db: Database, planVersionId: number, id: number) => Promise<Stored<Content> | undefined>
  typed: (content: Content) => Typed
  check: (c: Ctx, values: Typed) => Form<Content>
  create: (db: Database, acting: Acting, content: Content) => Promise<number>
  /** `on`: the day of the office. Throws LostRace, and Refused('notComplete', { missing }) when something public would lack what it needs. */
  save: (db: Database, acting: Acting, id: number, version: number, content: Content, on: LocalDate) => Promise<void>
  /** What publishing still needs: names of fields. */
  missing: (content: Content) => string[]
  /** Puts such a name into words: for a list, and as the message at the field. */
  missingWord: (c: Ctx, name: string) => string
  missingMessage: (c: Ctx, name: string) => string
  form: (c: Ctx, page: FormPage<Content>) => Promise<VNode>
  /** What a new form shows first. */
  startValues?: (c: Ctx) => Typed
  /** A button was pressed that only changes the form, e.g. one more row. Gives the values to show. */
  reshaped?: (values: Typed) => Typed | undefined
  /** A rule of the database or a command said no: the errors at the fields, or undefined for what is not known. */
  refusal?: (c: Ctx, error: unknown) => Record<string, string> | undefined
  hanging: (db: Database, acting: Acting, id: number) => Promise<Hanging[]>
  /** What else goes with it when it is removed, in words. */
  lost?: (c: Ctx, stored: Stored<Content>) => Promise<string[]>
  /** Instead of removeThing; `on` is the day of the office. */
  remove?: (db: Database, acting: Acting, id: number, version: number, on: LocalDate) => Promise<void>
  move?: (db: Database, acting: Acting, id: number, direction: 'up' | 'down') => Promise<void>
  crumbs: (c: Ctx, stored: Stored<Content>) => Crumb[]
}

/** What this person may do with this thing: the same answers that the routes give. */
export function mayOf<Content>(
  c: Ctx,
  { permission, mayWith }: Pick<Editing<Content>, 'permission' | 'mayWith'>,
  thing: Content,
  reading: { isOldVersion: boolean },
): ThingMay {
  const { person } = c.var
  const edit = !reading.isOldVersion && !c.var.isPreview && mayWith(person, permission, thing)
  return {
    edit,
    publish: edit && mayEver(person, 'publish'),
    remove: edit,
    seeHistory: mayEver(person, 'history:see'),
    translate: edit && mayEver(person, 'translation:edit'),
    needsApproval: needsApproval(c),
  }
}

export const needsApproval = ({ var: { municipality, person } }: Ctx) =>
  municipality.approvalRequired && !mayEver(person, 'approve')

/** Publishes what is complete. Throws Refused('notComplete', { missing }) otherwise. */
export const publishComplete = <Content>(
  db: Database,
  acting: Acting,
  { kind, find, missing }: Pick<Editing<Content>, 'kind' | 'find' | 'missing'>,
  id: number,
  approval: { needsApproval: boolean },
): Promise<'published' | 'submitted'> =>
  inTransaction(db, async (tx) => {
    await lockThing(tx, acting, kind, id)
    const stored = await find(tx, acting.planVersionId, id)
    if (!stored) throw new NotFound()
    const lacks = missing(stored.content)
    if (lacks.length > 0) throw new Refused('notComplete', { missing: lacks })
    return publishThing(tx, acting, kind, id, approval)
  })

/** What is public must stay complete. */
export function requireComplete(publishedAt: Date | null, missing: readonly string[]): void {
  if (publishedAt !== null && missing.length > 0) throw new Refused('notComplete', { missing })
}
