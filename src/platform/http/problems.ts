/** What ends a request early. The app turns each into a page, or problem+json for the API. */
export class NotFound extends Error {}
/** The plan that the page is about has no version yet that this reader can see. The page says so, calmly. */
export class PlanInPreparation extends NotFound {}
/** Was published once, is gone now; with `movedTo` there is a new place inside the municipality. */
export class Gone extends Error {
  readonly title: string
  constructor(title: string) {
    super(title)
    this.title = title
  }
}
export class MovedTo extends Error {
  readonly path: string
  constructor(path: string) {
    super(path)
    this.path = path
  }
}
export class Forbidden extends Error {}
/** Nobody is signed in, or the session has ended: what was typed is kept and sent again after signing in. */
export class SignInNeeded extends Error {}
/** Signed in, but the municipality wants a second factor that this account has not: it is led to set one up. */
export class SecondFactorNeeded extends Error {}
/** More than a request may bring. */
export class TooLarge extends Error {}
/** Someone else saved the thing meanwhile. Nothing was written; the page shows both versions. */
export class LostRace extends Error {}
/** Refused by a rule, with the key of a text that says why. */
export class Refused extends Error {
  readonly values: Readonly<Record<string, unknown>>
  constructor(key: string, values: Readonly<Record<string, unknown>> = {}) {
    super(key)
    this.values = values
  }
}
