export { signInLetter } from './documents/letters.ts'
export { loadPerson } from './load-person.ts'
export { mayWith, type Thing } from './model/may.ts'
export { roles, permissions, permissionsOf, reachOf, staffRoles, type Role } from './model/rights.ts'
