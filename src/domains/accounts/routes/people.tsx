import { today } from '#platform/clock.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { checkForm, readTyped, type Typed } from '#platform/http/form.ts'
import { Forbidden, LostRace, Refused } from '#platform/http/problems.ts'
import { readingBeside } from '#platform/http/reading.ts'
import { idOf } from '#platform/things/acting.ts'
import { changeMembership, forgetAccount, removeMembership } from '../commands/people.ts'
import { mayGiveRole, mayGiveRoles, mayManage, membershipForm, type Membership } from '../model/people.ts'
import { roles } from '../model/rights.ts'
import { PeoplePage } from '../pages/people.tsx'
import { EditPersonPage, RemovePersonPage } from '../pages/person-form.tsx'
import { raceRows } from '../pages/race.ts'
import { paths } from '../paths.ts'
import { getMembership, listInvitations, listLimitChoices, listPeople, type LimitChoices } from '../queries/people.ts'
import { texts } from '../texts/index.ts'
import { ownPerson } from './own.ts'

/** Who may do what in a municipality. */
export const routes = domain()

const say = (c: Ctx) => texts(c.var.speech)
const mayManagePeople = authorize('people:manage')
export const todayOf = (c: Ctx) => today(c.var.services.clock)
export const managingOf = (c: Ctx) => ({ municipalityId: c.var.municipality.id, accountId: ownPerson(c).accountId })
export const givableBy = (c: Ctx, to?: string) => roles.filter((role) => mayGiveRole(c.var.person, role, to))

routes.get(paths.people, mayManagePeople, async (c) => {
  const { db, services, municipality } = c.var
  const reading = await readingBeside(c)
  return c.render(
    <PeoplePage
      people={await listPeople(db, services.auth, reading)}
      invitations={await listInvitations(db, reading)}
      today={todayOf(c)}
      wantsSecondFactor={municipality.secondFactorRequired}
    />,
  )
})

routes.get('/personen/:id{[0-9]+}', mayManagePeople, async (c) => editPage(c))

routes.post('/personen/:id{[0-9]+}', mayManagePeople, async (c) => {
  const before = await getMembership(c.var.db, idOf(c))
  if (!mayManage(c.var.person, before.roles)) throw new Forbidden('people:manage')
  const values = await readTyped(c)
  const form = checkForm(values, membershipForm, say(c))
  const choices = await choicesOf(c)
  if (!form.ok) return editPage(c, { values, errors: withoutFields(c, form.errors, choices) })
  const { version, ...limits } = form.value
  const errors = unknownChoices(c, limits, choices)
  if (errors) return editPage(c, { values, errors })
  if (!mayGiveRoles(c.var.person, limits.roles, before.accountId)) throw new Forbidden('people:manage')
  try {
    await changeMembership(c.var.db, managingOf(c), before.id, version, limits, todayOf(c))
  } catch (error) {
    if (error instanceof LostRace)
      return editPage(c, { values: { ...values, version: String(before.version) }, race: limits })
    if (error instanceof Refused) return editPage(c, { values, errors: { roles: say(c).dynamic(error.message) } })
    throw error
  }
  return redirectTo(c, paths.people, say(c)('saved'))
})

routes.get('/personen/:id{[0-9]+}/entfernen', mayManagePeople, async (c) => {
  const { id, roles, accountId } = await getMembership(c.var.db, idOf(c))
  const account = await c.var.services.auth.findAccount(accountId)
  const isLocked = !mayManage(c.var.person, roles)
  return c.render(<RemovePersonPage id={id} name={account?.name ?? say(c)('removed')} isLocked={isLocked} />)
})

routes.post('/personen/:id{[0-9]+}/entfernen', mayManagePeople, async (c) => {
  const { db, services, person } = c.var
  const membership = await getMembership(db, idOf(c))
  if (!mayManage(person, membership.roles)) throw new Forbidden('people:manage')
  const account = await services.auth.findAccount(membership.accountId)
  try {
    await removeMembership(db, managingOf(c), membership.id, todayOf(c))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return editPage(c, { errors: { form: say(c).dynamic(error.message) } })
  }
  await forgetAccount(db, membership.accountId)
  return redirectTo(c, paths.people, say(c)('people.removed', { name: account?.name ?? '' }))
})

export const choicesOf = async (c: Ctx): Promise<LimitChoices> =>
  listLimitChoices(c.var.db, await readingBeside(c), todayOf(c))

/** What was chosen but is no choice here, e.g. a unit of another municipality. */
export function unknownChoices(c: Ctx, limits: Membership, choices: LimitChoices): Record<string, string> | undefined {
  const has = (list: LimitChoices['actors'], id: number | null) => id === null || list.some((one) => one.id === id)
  const message = say(c)('unknownChoice')
  const errors = {
    ...(!has(choices.orgUnits, limits.orgUnitId) && { orgUnitId: message }),
    ...(!has(choices.actors, limits.actorId) && { actorId: message }),
    ...(!limits.actionFieldIds.every((id) => has(choices.actionFields, id)) && { actionFieldIds: message }),
  }
  return Object.keys(errors).length > 0 ? errors : undefined
}

/** Where the plan has no field yet there is none to choose: the message stands at the role and says what comes first. */
export function withoutFields(c: Ctx, errors: Record<string, string>, { actionFields }: LimitChoices) {
  const { actionFieldIds, ...others } = errors
  if (actionFieldIds === undefined || actionFields.length > 0) return errors
  return { ...others, roles: say(c)('missing.anyField') }
}

interface Edit {
  values?: Typed
  errors?: Record<string, string>
  /** What was typed, when somebody else saved meanwhile. */
  race?: Membership
}

async function editPage(c: Ctx, { values, errors = {}, race }: Edit = {}) {
  const stored = await getMembership(c.var.db, idOf(c))
  const account = await c.var.services.auth.findAccount(stored.accountId)
  const choices = await choicesOf(c)
  const t = say(c)
  return c.render(
    <EditPersonPage
      id={stored.id}
      name={account?.name ?? t('removed')}
      email={account?.email ?? ''}
      version={race ? stored.version : Number(values?.['version'] ?? stored.version)}
      isLocked={!mayManage(c.var.person, stored.roles)}
      givable={givableBy(c, stored.accountId)}
      choices={choices}
      values={values ?? typedOf(stored)}
      errors={errors}
      {...(race && { race: raceRows(t, stored, race, choices) })}
    />,
    race ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** A stored membership as its form would send it. */
const typedOf = (row: Awaited<ReturnType<typeof getMembership>>): Typed => ({
  roles: row.roles,
  onlyLed: row.onlyLed ? 'on' : '',
  orgUnitId: String(row.orgUnitId ?? ''),
  actorId: String(row.actorId ?? ''),
  actionFieldIds: row.actionFieldIds.map(String),
  functionTitle: row.functionTitle ?? '',
  endsOn: row.endsOn ?? '',
})
