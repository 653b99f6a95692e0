import { createHash, randomBytes } from 'node:crypto'
import { paths as accountPaths } from '#domains/accounts/paths.ts'
import { officerLetter, type Neighbours } from '#domains/municipality/index.ts'
import { differences, writeAudit } from '#platform/audit/audit.ts'
import { MailError } from '#platform/mail/mail.ts'
import { speechOf } from '#platform/texts/texts.ts'
import { frameTexts } from './frame/texts/index.ts'
import { removeDemo } from './remove-demo.ts'

const invitationDays = 14

/** What later domains do when a municipality is founded, opened or taken away: the domain itself does not know them. */
export const neighbours: Neighbours = {
  startPlan: async (db, { municipalityId, accountId }) => {
    const { id: planId } = await db
      .insertInto('plan')
      .values({ municipalityId })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { words } = await db
      .selectFrom('municipality')
      .where('id', '=', municipalityId)
      .select('words')
      .executeTakeFirstOrThrow()
    const title = frameTexts(speechOf('de', words as Record<string, unknown>))('brand')
    const { id } = await db
      .insertInto('planVersion')
      .values({ municipalityId, planId, number: 1, title, label: '1' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const entry = { municipalityId, accountId, thingKind: 'plan-version', thingId: id, act: 'created' }
    await writeAudit(db, entry, { title: { from: null, to: title } })
  },

  showPlan: async (db, { municipalityId, accountId }) => {
    const shown = await db
      .selectFrom('planVersion')
      .where('publishedAt', 'is not', null)
      .select('id')
      .executeTakeFirst()
    if (shown) return
    const newest = await db
      .selectFrom('planVersion')
      .orderBy('number', 'desc')
      .select('id')
      .limit(1)
      .executeTakeFirstOrThrow()
    await db
      .updateTable('planVersion')
      .set((eb) => ({ publishedAt: new Date(), version: eb('version', '+', 1), updatedAt: new Date() }))
      .where('id', '=', newest.id)
      .execute()
    const entry = { municipalityId, accountId, thingKind: 'plan-version', thingId: newest.id, act: 'published' }
    await writeAudit(db, entry, {}, { isPublic: true })
  },

  inviteOfficer: async (c, { id: municipalityId, name: municipality }, { email, name }) => {
    const { db, services, person, speech } = c.var
    const token = randomBytes(24).toString('base64url')
    const url = `${services.config.publicUrl}${accountPaths.invitation(token)}`
    try {
      await services.mailer.send(officerLetter(speech, { to: email, name, municipality, url, days: invitationDays }))
    } catch (error) {
      if (!(error instanceof MailError)) throw error
      return false
    }
    const invitation = { email: email.toLowerCase(), name, roles: ['officer'] }
    const { id } = await db
      .insertInto('invitation')
      .values({
        municipalityId,
        ...invitation,
        tokenHash: createHash('sha256').update(token).digest('hex'),
        expiresAt: new Date(services.clock.now().getTime() + invitationDays * 86_400_000),
        invitedBy: person?.accountId ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const entry = { municipalityId, accountId: person?.accountId ?? null, thingKind: 'invitation', thingId: id }
    await writeAudit(db, { ...entry, act: 'created' }, differences({}, invitation), { personal: ['email', 'name'] })
    return true
  },

  removeDemo,
}
