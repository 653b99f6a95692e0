import type { Person } from '#platform/http/person.ts'
import { reachOf, type Role } from './rights.ts'

/** What a rule about one thing needs to know of it. */
export interface Thing {
  actionFieldId?: number | null
  leadOrgUnitId?: number | null
  leadActorId?: number | null
  actorId?: number | null
}

/**
 * May this person do it with this thing? The same rule hides the button and refuses the command. A membership limited
 * to "measures that I lead" holds everywhere, whatever the role allows.
 */
export function mayWith(person: Person | undefined, permission: string, thing: Thing): boolean {
  const { membership } = person ?? {}
  if (!membership) return false
  const leads =
    (membership.orgUnitId !== null && thing.leadOrgUnitId === membership.orgUnitId) ||
    (membership.actorId !== null && thing.leadActorId === membership.actorId)
  if (membership.onlyLed && permission.startsWith('measure:') && !leads) return false
  return membership.roles.some((role) => {
    switch (reachOf(role as Role, permission)) {
      case '*':
        return true
      case 'f':
        // Only in the fields that the membership names; where none is named, in none.
        return thing.actionFieldId != null && membership.actionFieldIds.includes(thing.actionFieldId)
      case 'l':
        return leads
      case 'a':
        return membership.actorId !== null && thing.actorId === membership.actorId
      case undefined:
        return false
    }
  })
}
