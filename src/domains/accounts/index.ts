export { forgetInvitations, invite } from './commands/invitations.ts'
export { addMember, forgetEnded } from './commands/people.ts'
export { invitationLetter } from './documents/invitation-letter.ts'
export { signInLetter } from './documents/letters.ts'
export { loadPerson } from './load-person.ts'
export { endedKeptDays, invitationKeptDays } from './model/people.ts'
export { mayWith, type Thing } from './model/may.ts'
export {
  externalRoles,
  fieldRoles,
  roles,
  permissions,
  permissionsOf,
  reachOf,
  staffRoles,
  type Role,
} from './model/rights.ts'
export { findInvitedPlace } from './queries/invitations.ts'
export { lastChangeOf } from './queries/last-change.ts'
export { namesOf } from './queries/names.ts'
export { roleName } from './documents/role-name.ts'
export { instanceRoutes } from './routes/instance.tsx'
export { routes } from './routes/municipality.tsx'
export { answerSecondFactorNeeded, answerSignInNeeded } from './routes/signed-out.tsx'
