import * as v from 'valibot'
import {
  chosen,
  flag,
  ids,
  lockVersion,
  optionalDate,
  optionalId,
  optionalText,
  requiredText,
  severalOf,
} from '#platform/forms/fields.ts'
import type { Person } from '#platform/http/person.ts'
import { interfaceLanguages } from '#values/language.ts'
import type { LocalDate } from '#values/local-date.ts'
import { externalRoles, fieldRoles, mayAppoint, permissionsOf, roles, type Role } from './rights.ts'

/** How long an invitation can be accepted. */
export const invitationDays = 14
/** How long after that its name and address are kept, so that it can be sent again. */
export const invitationKeptDays = 30
/** How long a membership whose end has passed is kept, so that it can be prolonged. */
export const endedKeptDays = 30

const emailPattern = /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+\.[^\s@<>()[\],;:\\".]+$/

const limits = {
  roles: v.pipe(severalOf(roles), v.minLength(1, 'missing.roles')),
  onlyLed: flag,
  orgUnitId: optionalId,
  actorId: optionalId,
  actionFieldIds: ids,
  functionTitle: optionalText(200),
  endsOn: optionalDate,
}

interface Limits {
  roles: Role[]
  onlyLed: boolean
  orgUnitId: number | null
  actorId: number | null
  actionFieldIds: number[]
  endsOn: LocalDate | null
}
/** A limit to "what I lead" without unit or organisation would leave nothing to do. */
const leadsSomething = ({ onlyLed, orgUnitId, actorId }: Pick<Limits, 'onlyLed' | 'orgUnitId' | 'actorId'>) =>
  !onlyLed || orgUnitId !== null || actorId !== null
/** Somebody edits the entry of an organisation: of which one must be said. */
const namesActor = ({ roles, actorId }: Pick<Limits, 'roles' | 'actorId'>) =>
  !roles.includes('actor-editor') || actorId !== null
/** Roles that reach only into named fields need one. */
const namesField = ({ roles, actionFieldIds }: Pick<Limits, 'roles' | 'actionFieldIds'>) =>
  actionFieldIds.length > 0 || !roles.some((role) => fieldRoles.includes(role))
/** Whoever comes from outside is here for a time. */
const namesEnd = ({ roles, endsOn }: Pick<Limits, 'roles' | 'endsOn'>) =>
  endsOn !== null || !roles.some((role) => externalRoles.includes(role))

const person = v.object(limits)
/** What one may say about a person who is here already. */
export const membershipForm = v.pipe(
  v.object({ ...limits, version: lockVersion }),
  v.forward(v.partialCheck([['onlyLed'], ['orgUnitId'], ['actorId']], leadsSomething, 'missing.lead'), ['onlyLed']),
  v.forward(v.partialCheck([['roles'], ['actorId']], namesActor, 'missing.actor'), ['actorId']),
  v.forward(v.partialCheck([['roles'], ['actionFieldIds']], namesField, 'missing.fields'), ['actionFieldIds']),
  v.forward(v.partialCheck([['roles'], ['endsOn']], namesEnd, 'missing.endsOn'), ['endsOn']),
)
export const invitationForm = v.pipe(
  v.object({
    name: requiredText('missing.name', 200),
    email: v.pipe(requiredText('missing.email', 254), v.toLowerCase(), v.regex(emailPattern, 'refused.email-invalid')),
    language: chosen(interfaceLanguages, 'unknownChoice'),
    ...limits,
  }),
  v.forward(v.partialCheck([['onlyLed'], ['orgUnitId'], ['actorId']], leadsSomething, 'missing.lead'), ['onlyLed']),
  v.forward(v.partialCheck([['roles'], ['actorId']], namesActor, 'missing.actor'), ['actorId']),
  v.forward(v.partialCheck([['roles'], ['actionFieldIds']], namesField, 'missing.fields'), ['actionFieldIds']),
  v.forward(v.partialCheck([['roles'], ['endsOn']], namesEnd, 'missing.endsOn'), ['endsOn']),
)
export type Membership = v.InferOutput<typeof person>
export type Invitation = v.InferOutput<typeof invitationForm>

/**
 * Nobody gives a right they lack: every permission of the role must be one's own. The instance admin, who has none here,
 * may give all, because somebody has to appoint the first officer. The officer may appoint the department head (`mayAppoint`),
 * but not herself: `to` is the account that gets the role, where it is known.
 */
export const mayGiveRole = (person: Person | undefined, role: Role, to?: string): boolean =>
  person !== undefined && (hasAllOf(person, role) || (to !== person.accountId && appoints(person, role)))

const hasAllOf = (person: Person, role: string) =>
  person.isInstanceAdmin || [...permissionsOf([role])].every((permission) => person.permissions.has(permission))
const appoints = ({ membership }: Person, role: Role) =>
  membership?.roles.some((own) => mayAppoint[own as Role]?.includes(role)) === true

/** The same for several roles at once. */
export const mayGiveRoles = (person: Person | undefined, given: readonly Role[], to?: string): boolean =>
  given.every((role) => mayGiveRole(person, role, to))

/** Changing or removing somebody takes rights away: only from who has none that one lacks. */
export const mayManage = (person: Person | undefined, held: readonly string[]): boolean =>
  person !== undefined && held.every((role) => hasAllOf(person, role))

/** What the rule about the last officer needs to know of a membership. */
export interface Post {
  id: number
  roles: readonly string[]
  endsOn: LocalDate | null
}

const isOfficer = ({ roles, endsOn }: Post, today: LocalDate) =>
  roles.includes('officer') && (endsOn === null || endsOn >= today)

/**
 * Whether a change leaves a municipality without an officer: nobody may take the last one away, nor let the post of the
 * last one who has no end run out. `after` undefined: the membership goes.
 */
export function leavesNoOfficer(
  posts: readonly Post[],
  id: number,
  after: Omit<Post, 'id'> | undefined,
  today: LocalDate,
): boolean {
  const now = posts.filter((post) => isOfficer(post, today))
  const then = posts
    .flatMap((post) => (post.id !== id ? [post] : after ? [{ id, ...after }] : []))
    .filter((post) => isOfficer(post, today))
  const lasting = (some: readonly Post[]) => some.some(({ endsOn }) => endsOn === null)
  return (now.length > 0 && then.length === 0) || (lasting(now) && !lasting(then))
}
