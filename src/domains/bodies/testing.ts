import assert from 'node:assert/strict'
import { newPlanItem } from '#platform/things/lifecycle.ts'
import type { Office } from '#tests/office.ts'

export const fields = {
  name: 'Steuerungsgruppe Teilhabeplan',
  type: 'STEERING_GROUP',
  purpose: 'Hält den Plan zusammen.',
}

export async function addBody(
  office: Office,
  more: Record<string, string | string[]> = {},
  isPublic = true,
): Promise<number> {
  const { location, status, text } = await office.post('gremien', {
    ...fields,
    ...more,
    ...(isPublic && { publish: '1' }),
  })
  assert.equal(status, 303, text)
  return Number(location.split('/').at(-1))
}

export async function addField(
  { db, municipalityId, planVersionId }: Office,
  code: string,
  title: string,
): Promise<number> {
  const id = await newPlanItem(db, { municipalityId, planVersionId, accountId: null }, 'action-field')
  await db
    .insertInto('actionField')
    .values({ municipalityId, planVersionId, id, code, title, publishedAt: new Date() })
    .execute()
  return id
}

export async function addActor({ db, municipalityId }: Office, name: string): Promise<number> {
  const { id } = await db
    .insertInto('actor')
    .values({ municipalityId, name, types: ['VEREIN'], publishedAt: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const seat = (place: number, values: Record<string, string>) =>
  Object.fromEntries(
    Object.entries({ kind: 'FUNCTION', count: '1', hasVote: 'on', ...values }).map(([name, value]) => [
      `seats-${place}-${name}`,
      value,
    ]),
  )
