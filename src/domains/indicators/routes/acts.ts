import { mayWith } from '#domains/accounts/index.ts'
import type { Ctx } from '#platform/http/app.ts'
import { mayEver } from '#platform/http/person.ts'
import { Forbidden, NotFound } from '#platform/http/problems.ts'
import { readingOf } from '#platform/http/reading.ts'
import { actingOf, idOf } from '#platform/things/acting.ts'
import { missingOf, publishIndicator } from '../commands/state.ts'
import { saidOfPublishing } from '#platform/things/said.ts'
import { findTyped } from '../queries/typed.ts'
import { texts } from '../texts/index.ts'

/** The words of this domain for the reader. */
export const say = (c: Ctx) => texts(c.var.speech)

/** Where one indicator lives; the address ends in what is done with it. */
export const address = '/zahlen/:id{[0-9]+}'

/** The stored indicator, if this person may change it, or its values. */
export async function editable(c: Ctx, permission: 'indicator:edit' | 'observation:edit' = 'indicator:edit') {
  const { planVersionId } = await actingOf(c)
  const stored = await findTyped(c.var.db, planVersionId, idOf(c))
  if (!stored) throw new NotFound()
  if (!mayWith(c.var.person, permission, stored.row)) throw new Forbidden(permission)
  return stored
}

/** Publishes, or says what is missing; saving has happened already either way. */
export async function publish(c: Ctx, id: number): Promise<string> {
  const { db, municipality, person } = c.var
  const t = say(c)
  if (!mayEver(person, 'publish')) return t('notice.saved')
  const missing = await missingWords(c, id)
  if (missing.length > 0) return t('publish.missing', { list: missing.join(', ') })
  const needsApproval = municipality.approvalRequired && !mayEver(person, 'approve')
  const outcome = await publishIndicator(db, await actingOf(c), id, { needsApproval })
  return saidOfPublishing(c, outcome, 'indicator', id)
}

/** What publishing still needs, as words. */
export const missingWords = async (c: Ctx, id: number) => {
  const { planVersionId, municipalityId } = await readingOf(c)
  const keys = await missingOf(c.var.db, { planVersionId, municipalityId, accountId: null }, id)
  return keys.map((key) => say(c).dynamic(`need.${key}`))
}
