import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { openOffice, type Office } from '#tests/office.ts'
import { actorTypes, cooperationStates } from './model/actor.ts'
import { mergedActor, type Mergeable } from './model/merge.ts'
import { addActor, addContact, addPlan, addSeat } from './testing.ts'

const versionOf = async ({ db }: Office, id: number) =>
  String((await db.selectFrom('actor').where('id', '=', id).select('version').executeTakeFirstOrThrow()).version)

const merge = async (office: Office, from: number, into: number) =>
  office.post(`akteure/${from}/zusammenfuehren`, {
    into: String(into),
    version: await versionOf(office, from),
    intoVersion: await versionOf(office, into),
  })

test('two entries for the same actor become one: links follow, the old address leads to the new one', async () => {
  await using office = await openOffice()
  const from = await addActor(office, { name: 'Bunte Brücke', place: 'Ahl', languages: 'Türkisch' })
  const into = await addActor(office, { description: 'Der ganze Verein.', languages: 'Deutsch' })
  const { measureId: led, fieldId } = await addPlan(office, from, null, '1.1')
  const { measureId: shared } = await addPlan(office, null, from, '1.2')
  const { municipalityId, planVersionId, db } = office
  await db
    .insertInto('measurePartner')
    .values({ municipalityId, planVersionId, measureId: shared, actorId: into })
    .execute()
  await db.insertInto('actorActionField').values({ municipalityId, actorId: from, actionFieldId: fieldId }).execute()
  await addSeat(office, from)
  await addContact(office, from)

  const compare = await office.get(`akteure/${from}/zusammenfuehren?mit=${into}`)
  assert.match(compare.text, /1 Federführung, 1 Partnerschaft, 1 Sitz in Gremien, 1 Ansprechperson/)
  const done = await merge(office, from, into)
  assert.equal(done.status, 303, done.text)

  const page = (await office.get(`akteure/${into}`)).text
  assert.match(
    page,
    /Der ganze Verein[\s\S]*1\.1 Sprachcafé[\s\S]*1\.2 Sprachcafé[\s\S]*Integrationsbeirat[\s\S]*mara@bruecke/,
  )
  assert.match(page, /Ahl/)
  assert.match(page, /Deutsch, Türkisch/)
  assert.match(page, /Sprache, Bildung/)
  await office.as(null)
  const old = await office.get(`akteure/${from}`)
  assert.equal(old.status, 308)
  assert.match(old.location, new RegExp(`akteure/${into}$`))
  const partners = await db.selectFrom('measurePartner').where('measureId', '=', shared).select('actorId').execute()
  assert.deepEqual(partners, [{ actorId: into }])
  const told = await db.selectFrom('auditEntry').where('act', '=', 'merged').select('thingId').orderBy('id').execute()
  assert.deepEqual(
    told.map(({ thingId }) => thingId),
    [from, into],
  )
  const measure = await db
    .selectFrom('auditEntry')
    .where('thingKind', '=', 'measure')
    .where('thingId', '=', led)
    .select('changes')
    .executeTakeFirstOrThrow()
  assert.deepEqual(measure.changes, { lead: { from: `akteur-${from}`, to: `akteur-${into}` } })
})

test('the page for merging suggests what is named alike', async () => {
  await using office = await openOffice()
  const from = await addActor(office, { name: 'Frauenverein Brücke' })
  await addActor(office, { name: 'Frauenverein Bunte Brücke' })
  await addActor(office, { name: 'Ganz anders' })
  const { text } = await office.get(`akteure/${from}/zusammenfuehren`)
  assert.match(text, /Frauenverein Bunte Brücke/)
  assert.doesNotMatch(text, /Ganz anders/)
  assert.match((await office.get(`akteure/${from}/zusammenfuehren?q=ganz`)).text, /Ganz anders/)
})

test('if one entry changed after they were compared, nothing is merged', async () => {
  await using office = await openOffice()
  const [from, into] = [await addActor(office), await addActor(office, { name: 'Zwilling' })]
  const version = await versionOf(office, into)
  await office.post(`akteure/${into}/bestaetigen`, {})
  const late = await office.post(`akteure/${from}/zusammenfuehren`, {
    ...{ into: String(into), version: await versionOf(office, from), intoVersion: version },
  })
  assert.equal(late.status, 409)
  assert.match(late.text, /inzwischen geändert/)
  assert.equal((await office.get(`akteure/${from}`)).status, 200)
})

test('an actor is not merged into itself, nor into one of another municipality', async () => {
  await using office = await openOffice()
  const id = await addActor(office)
  const self = await merge(office, id, id)
  assert.match(decodeURIComponent(self.headers.get('set-cookie') ?? ''), /In sich selbst/)
  const foreign = await office.post(`akteure/${id}/zusammenfuehren`, {
    into: '999999999',
    version: '2',
    intoVersion: '1',
  })
  assert.equal(foreign.status, 404)
  assert.equal((await office.get(`akteure/${id}`)).status, 200)
})

test('every table that refers to an actor is known to the merging', async () => {
  await using office = await openOffice()
  const { rows } = await sql<{ name: string }>`
    select distinct c.conrelid::regclass::text as name from pg_constraint c
    where c.contype = 'f' and c.confrelid = 'actor'::regclass order by 1`.execute(office.db)
  const { rows: functions } = await sql<{ body: string }>`
    select prosrc as body from pg_proc where proname = 'move_actor_links'`.execute(office.db)
  for (const { name } of rows) assert.match(functions[0]?.body ?? '', new RegExp(`\\b${name}\\b`), name)
})

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const actors = fc.record<Mergeable>({
  name: fc.string({ minLength: 1 }),
  types: fc.uniqueArray(fc.constantFrom(...actorTypes), { minLength: 1 }),
  ...{ legalForm: some(fc.string()), registerNumber: some(fc.string()), isNonProfit: some(fc.boolean()) },
  isMigrantOrganisation: fc.boolean(),
  cooperationState: fc.constantFrom(...cooperationStates),
  ...{ cooperationForm: some(fc.string()), cooperationSince: fc.constant(null), description: some(fc.string()) },
  ...{ place: some(fc.string()), website: some(fc.string()) },
  ...{ languages: fc.uniqueArray(fc.string()), offers: fc.uniqueArray(fc.string()) },
  verifiedOn: some(fc.constantFrom('2025-01-01', '2026-01-01')),
  publishedAt: some(fc.constant(new Date(0))),
})

test('merging loses nothing that only one entry knew, and merging with oneself changes nothing', () => {
  fc.assert(
    fc.property(actors, actors, (kept, dropped) => {
      const merged = mergedActor(kept, dropped)
      assert.deepEqual(mergedActor(kept, kept), { ...kept })
      assert.equal(merged.types[0], kept.types[0])
      for (const list of ['types', 'languages', 'offers'] as const)
        for (const one of [...kept[list], ...dropped[list]]) assert.ok((merged[list] as string[]).includes(one))
      for (const field of ['legalForm', 'registerNumber', 'description', 'place', 'website', 'publishedAt'] as const)
        assert.equal(merged[field], kept[field] ?? dropped[field])
      const rank = (one: Mergeable) => cooperationStates.indexOf(one.cooperationState)
      assert.equal(rank(merged), Math.max(rank(kept), rank(dropped)))
    }),
  )
})
