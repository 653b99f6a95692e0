import { differences, writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { LostRace, NotFound } from '#platform/http/problems.ts'
import { speechOf } from '#platform/texts/texts.ts'
import type { Acting } from '#platform/things/acting.ts'
import { texts } from '../texts/index.ts'
import type { FunderForm, VersionForm } from '../model/version.ts'

/** What a plan is called until somebody gives it a title. Written in German, as the column is, whoever begins it. */
export const titleOfNewPlan = ({ name, words }: { name: string; words: unknown }): string =>
  texts(speechOf('de', words as Record<string, unknown>))('start.title', { name })

/** Begins the plan of a municipality that has none: its first version, a draft. Returns the id of the version. */
export const startPlan = (
  db: Database,
  { municipalityId, accountId }: Omit<Acting, 'planVersionId'>,
  title: string,
): Promise<number> =>
  inTransaction(db, async (tx) => {
    const plan = await tx.selectFrom('plan').select('id').executeTakeFirst()
    const planId =
      plan?.id ?? (await tx.insertInto('plan').values({ municipalityId }).returning('id').executeTakeFirstOrThrow()).id
    const newest = await tx.selectFrom('planVersion').select('id').orderBy('number', 'desc').executeTakeFirst()
    if (newest) return newest.id
    const { id } = await tx
      .insertInto('planVersion')
      .values({ municipalityId, planId, number: 1, title })
      .returning('id')
      .executeTakeFirstOrThrow()
    const act = { municipalityId, accountId, thingKind: 'plan-version', thingId: id, act: 'created' }
    await writeAudit(tx, act, { title: { from: null, to: title } })
    return id
  })

/** The newest version takes another title, if it still bears one of those that nobody wrote. */
export const retitlePlan = (
  db: Database,
  { municipalityId, accountId }: Omit<Acting, 'planVersionId'>,
  titles: readonly { from: string; to: string }[],
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const newest = await tx
      .selectFrom('planVersion')
      .selectAll()
      .orderBy('number', 'desc')
      .limit(1)
      .forUpdate()
      .executeTakeFirst()
    const change = titles.find(({ from, to }) => from === newest?.title && from !== to)
    if (!newest || !change) return
    await tx
      .updateTable('planVersion')
      .set({ title: change.to, version: newest.version + 1, updatedAt: new Date() })
      .where('id', '=', newest.id)
      .execute()
    await audit(
      tx,
      { municipalityId, accountId, planVersionId: newest.id },
      'changed',
      { title: change },
      newest.publishedAt !== null,
    )
  })

/** The version of the plan that is worked on, held until the transaction ends. Throws LostRace, NotFound. */
async function lockVersion(tx: Database, { planVersionId }: Acting, version?: number) {
  const row = await tx
    .selectFrom('planVersion')
    .where('id', '=', planVersionId)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  if (version !== undefined && row.version !== version) throw new LostRace()
  return row
}

const decisionOf = (form: VersionForm) => {
  const { decisionBody: body, decisionDate: date, decisionPaper: paper, decisionText: text } = form
  const known = Object.entries({ body, date, paper, text }).filter(([, value]) => value !== null)
  return known.length === 0 ? null : Object.fromEntries(known)
}

const strategyOf = ({ strategyTitle: title, strategyUrl: url, strategyItems: items }: VersionForm) =>
  title === null ? null : { title, ...(url !== null && { url }), items }

const columnsOf = (form: VersionForm) => ({
  title: form.title,
  label: form.label ?? '',
  state: form.state,
  periodFrom: form.periodFrom,
  periodTo: form.periodTo,
  lead: form.lead,
  understanding: form.understanding,
  understandingSource: form.understandingSource,
  mainGoal: form.mainGoal,
  carriers: form.carriers,
})

/**
 * Saves the text of the version that was read as `version`, and what the plan keeps across versions: former titles and
 * the strategy above it. Throws LostRace; the unique index `plan_version_in_force` refuses a second one in force (23505).
 */
export const saveVersion = (db: Database, acting: Acting, version: number, form: VersionForm): Promise<void> =>
  inTransaction(db, async (tx) => {
    const before = await lockVersion(tx, acting, version)
    const plan = await tx
      .selectFrom('plan')
      .where('id', '=', before.planId)
      .select(['formerTitles', 'parentStrategy'])
      .executeTakeFirstOrThrow()
    const columns = columnsOf(form)
    const [decision, parentStrategy] = [decisionOf(form), strategyOf(form)]
    await tx
      .updateTable('planVersion')
      .set({
        ...columns,
        decision: decision && JSON.stringify(decision),
        version: version + 1,
        updatedAt: new Date(),
      })
      .where('id', '=', acting.planVersionId)
      .execute()
    await tx
      .updateTable('plan')
      .set({
        formerTitles: JSON.stringify(form.formerTitles),
        parentStrategy: parentStrategy && JSON.stringify(parentStrategy),
      })
      .where('id', '=', before.planId)
      .execute()
    const changes = differences(
      { ...before, ...plan },
      { ...columns, decision, parentStrategy, formerTitles: form.formerTitles },
    )
    await audit(tx, acting, 'changed', changes, before.publishedAt !== null)
  })

export interface Logo {
  sha256: string
  mediaType: string
  name: string
  size: number
}

/**
 * Saves the funder line. `logo`: a new picture, 'keep' or 'remove'. Its bytes are in the file store already; here it
 * becomes a row with its words for readers.
 */
export const saveFunder = (
  db: Database,
  acting: Acting,
  version: number,
  form: FunderForm,
  logo: Logo | 'keep' | 'remove',
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const before = await lockVersion(tx, acting, version)
    const fileId =
      logo === 'keep'
        ? await keepLogo(tx, before.funderLogoFileId, form)
        : logo === 'remove'
          ? null
          : await addLogo(tx, acting, form, logo)
    const columns = {
      funder: form.funder,
      fundingProgramme: form.fundingProgramme,
      funderLogoFileId: fileId,
      funderLogoRights: fileId === null ? null : form.logoRights,
    }
    await tx
      .updateTable('planVersion')
      .set({ ...columns, version: version + 1, updatedAt: new Date() })
      .where('id', '=', acting.planVersionId)
      .execute()
    if (fileId !== before.funderLogoFileId) await forgetLogo(tx, before.funderLogoFileId)
    await audit(tx, acting, 'changed', differences({ ...before }, columns), before.publishedAt !== null)
  })

/** The picture that was replaced, unless another version of the plan still shows it. */
async function forgetLogo(tx: Database, fileId: number | null) {
  if (fileId === null) return
  await tx
    .deleteFrom('file')
    .where('id', '=', fileId)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('planVersion').where('funderLogoFileId', '=', fileId).select('id'))))
    .execute()
}

async function keepLogo(tx: Database, fileId: number | null, { logoAlt, logoRights }: FunderForm) {
  if (fileId !== null) {
    await tx.updateTable('file').set({ alt: logoAlt, rights: logoRights }).where('id', '=', fileId).execute()
  }
  return fileId
}

async function addLogo(tx: Database, { municipalityId }: Acting, { logoAlt, logoRights }: FunderForm, logo: Logo) {
  const { id } = await tx
    .insertInto('file')
    .values({ municipalityId, ...logo, alt: logoAlt, rights: logoRights, isPublic: true })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Shows the version to the public: from now on it is the one that everyone reads. */
export const publishVersion = (db: Database, acting: Acting): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockVersion(tx, acting)
    await setPublished(tx, acting, new Date())
    await audit(tx, acting, 'published', {}, true)
  })

/** Takes the version out of the public's sight; the one before it is read again, if there is one. */
export const withdrawVersion = (db: Database, acting: Acting): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockVersion(tx, acting)
    await setPublished(tx, acting, null)
    await audit(tx, acting, 'withdrawn', {}, true)
  })

const setPublished = (tx: Database, { planVersionId }: Acting, publishedAt: Date | null) =>
  tx
    .updateTable('planVersion')
    .set((eb) => ({ publishedAt, version: eb('version', '+', 1) }))
    .where('id', '=', planVersionId)
    .execute()

const audit = (tx: Database, acting: Acting, act: string, changes: ReturnType<typeof differences>, isPublic: boolean) =>
  writeAudit(tx, { ...acting, thingKind: 'plan-version', thingId: acting.planVersionId, act }, changes, { isPublic })
