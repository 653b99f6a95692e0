import assert from 'node:assert/strict'
import { newPlanItem } from '#platform/things/lifecycle.ts'
import type { Office } from '#tests/office.ts'

export const fields = {
  name: 'Frauenverein Bunte Brücke',
  primaryType: 'MSO',
  description: 'Frauen helfen einander.',
  cooperation: 'NONE',
}

/** Adds an actor through its form; published unless told otherwise. Returns its id. */
export async function addActor(
  office: Office,
  more: Record<string, string | string[]> = {},
  isPublic = true,
): Promise<number> {
  const { location, status, text } = await office.post('akteure', {
    ...fields,
    ...more,
    ...(isPublic && { publish: '1' }),
  })
  assert.equal(status, 303, text)
  return Number(location.split('/').at(-1))
}

export const contactFields = {
  person: 'Mara Beispiel',
  email: 'mara@bruecke.example',
  phone: '07000 491-26',
}
export const withConsent = (...consent: string[]) => ({
  ...contactFields,
  consent,
  consentOn: '02.03.2026',
  consentNote: 'per E-Mail',
})

/** Adds a contact person through the form. Returns its id. */
export async function addContact(
  office: Office,
  actorId: number,
  values: Record<string, string | string[]> = contactFields,
) {
  const { status, text } = await office.post(`akteure/${actorId}/kontakte`, values)
  assert.equal(status, 303, text)
  const row = await office.db
    .selectFrom('actorContact')
    .where('actorId', '=', actorId)
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A published field, and a published measure that this actor leads or takes part in. */
export async function addPlan(
  { db, municipalityId, planVersionId }: Office,
  leadId: number | null,
  partnerId: number | null,
  number = '1.1',
) {
  const acting = { municipalityId, planVersionId, accountId: null }
  const place = { municipalityId, planVersionId, publishedAt: new Date() }
  const fieldId = await newPlanItem(db, acting, 'action-field')
  await db
    .insertInto('actionField')
    .values({ ...place, id: fieldId, code: number, title: 'Sprache, Bildung' })
    .execute()
  const measureId = await newPlanItem(db, acting, 'measure')
  await db
    .insertInto('measure')
    .values({
      ...place,
      id: measureId,
      number,
      title: `Sprachcafé ${number}`,
      actionFieldId: fieldId,
      leadActorId: leadId,
    })
    .execute()
  if (partnerId !== null)
    await db
      .insertInto('measurePartner')
      .values({ municipalityId, planVersionId, measureId, actorId: partnerId })
      .execute()
  return { fieldId, measureId }
}

export async function addSeat({ db, municipalityId }: Office, actorId: number): Promise<number> {
  const { id } = await db
    .insertInto('body')
    .values({ municipalityId, name: 'Integrationsbeirat', type: 'ADVISORY_COUNCIL', publishedAt: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('bodySeat')
    .values({ municipalityId, bodyId: id, kind: 'INSTITUTION', label: 'Vorstand', role: 'CHAIR', actorId })
    .execute()
  return id
}
