/** Who is asking, with the memberships read in this very request: a right withdrawn is gone at once. */
export interface Person {
  accountId: string
  name: string
  email: string
  isInstanceAdmin: boolean
  /** In the municipality of the request; absent: signed in, but without a role here. */
  membership?: {
    id: number
    roles: readonly string[]
    onlyLed: boolean
    orgUnitId: number | null
    actorId: number | null
    actionFieldIds: readonly number[]
  }
  permissions: ReadonlySet<string>
  /** Has a role here, but no rights until a second factor is set up. */
  needsSecondFactor?: boolean
  /** Who approves what this person hands over; absent where they publish themselves, or not at all. */
  approvers?: readonly (string | null)[]
  /** Reports of barriers that wait for an answer; only for who may answer them. */
  openReports?: number
}

export const mayEver = (person: Person | undefined, permission: string): boolean =>
  person?.permissions.has(permission) === true
