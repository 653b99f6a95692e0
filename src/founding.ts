import { invitationLetter, invite, type Role } from '#domains/accounts/index.ts'
import { paths as accountPaths } from '#domains/accounts/paths.ts'
import type { Neighbours } from '#domains/municipality/index.ts'
import { retitlePlan, startPlan, titleOfNewPlan } from '#domains/plan/index.ts'
import { writeAudit } from '#platform/audit/audit.ts'
import { inTransaction } from '#platform/db/database.ts'
import { SignInNeeded } from '#platform/http/problems.ts'
import { MailError } from '#platform/mail/mail.ts'
import { speechOf } from '#platform/texts/texts.ts'
import { frameTexts } from './frame/texts/index.ts'
import { removeDemo } from './remove-demo.ts'

/** An officer without limits and without an end. */
const everywhere = {
  roles: ['officer'] as Role[],
  ...{ onlyLed: false, orgUnitId: null, actorId: null, actionFieldIds: [] },
  ...{ functionTitle: null, endsOn: null },
}

/** What a plan is called before somebody gives it a title. The column is German. */
const brandOf = (words: unknown) => frameTexts(speechOf('de', words as Record<string, unknown>))('brand')

/** What later domains do when a municipality is founded, opened or taken away: the domain itself does not know them. */
export const neighbours: Neighbours = {
  startPlan: async (db, acting) => {
    const { words } = await db
      .selectFrom('municipality')
      .where('id', '=', acting.municipalityId)
      .select('words')
      .executeTakeFirstOrThrow()
    await startPlan(db, acting, brandOf(words))
  },

  renamePlan: async (db, acting, before) => {
    const { name, words } = await db
      .selectFrom('municipality')
      .where('id', '=', acting.municipalityId)
      .select(['name', 'words'])
      .executeTakeFirstOrThrow()
    await retitlePlan(db, acting, [
      { from: brandOf(before), to: brandOf(words) },
      { from: titleOfNewPlan({ name, words: before }), to: titleOfNewPlan({ name, words }) },
    ])
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

  inviteOfficer: async (c, { id: municipalityId }, { email, name }) => {
    const { db, services, person, speech } = c.var
    if (!person) throw new SignInNeeded()
    const managing = { municipalityId, accountId: person.accountId }
    const officer = { ...everywhere, email: email.toLowerCase(), name: name || email, language: speech.language }
    const municipality = await db
      .selectFrom('municipality')
      .where('id', '=', municipalityId)
      .selectAll()
      .executeTakeFirstOrThrow()
    const { publicUrl } = services.config
    try {
      await inTransaction(db, async (tx) => {
        const { token } = await invite(tx, managing, officer, services.clock.now())
        const letter = invitationLetter({
          ...officer,
          municipality,
          inviter: person.name,
          url: `${publicUrl}${accountPaths.invitation(token)}`,
          publicUrl,
        })
        await services.mailer.send(letter)
      })
      return true
    } catch (error) {
      if (!(error instanceof MailError)) throw error
      return false
    }
  },

  removeDemo,
}
