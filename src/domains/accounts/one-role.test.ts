import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { migrate } from '#platform/db/migrate.ts'
import { inMunicipality, openPool } from '#platform/db/database.ts'
import { ownDatabase } from '#platform/testing/database.ts'
import { createMunicipalities } from '#platform/http/municipalities.ts'
import { pooled } from '#platform/db/connections.ts'
import { listPublicNames } from './queries/account.ts'
import { findInvitation } from './queries/invitations.ts'
import { listPlaces } from './queries/places.ts'
import { hashOfToken } from './model/token.ts'

for (const roles of ['one', 'two'] as const) {
  test(`with ${roles} database role(s), places and invitations are found before the municipality is known`, async () => {
    await using database = await ownDatabase()
    if (roles === 'one')
      await migrate({ ownerUrl: database.ownerUrl, appRole: decodeURIComponent(new URL(database.ownerUrl).username) })
    const pool = openPool(roles === 'one' ? database.ownerUrl : database.url, 2)
    const accountId = randomUUID()
    const now = new Date()
    const ids: number[] = []
    for (const slug of ['eins', 'zwei', 'drei']) {
      const id = await inMunicipality(pool, null, 'write', async ({ db }) => {
        const row = { slug, name: slug, kind: 'county' as const, federalState: 'BW' }
        return (await db.insertInto('municipality').values(row).returning('id').executeTakeFirstOrThrow()).id
      })
      ids.push(id)
      await inMunicipality(pool, id, 'write', async ({ db }) => {
        const row = { municipalityId: id, roles: ['reader'] }
        if (slug !== 'zwei')
          await db
            .insertInto('membership')
            .values({ ...row, accountId, nameIsPublic: slug === 'drei' })
            .execute()
        const expiresAt = new Date(now.getTime() + 1000)
        await db
          .insertInto('invitation')
          .values({ ...row, name: 'N', email: `${slug}@amt.example`, tokenHash: hashOfToken(slug), expiresAt })
          .execute()
      })
    }
    const municipalities = createMunicipalities(pooled(pool))
    await inMunicipality(pool, null, 'read', async ({ db }) => {
      const places = await listPlaces(db, municipalities, accountId, '2026-11-24')
      assert.deepEqual(
        places.map(({ municipality }) => municipality.slug),
        ['drei', 'eins'],
      )
      assert.deepEqual([...(await listPublicNames(db, accountId))], [ids[2]])
      assert.deepEqual(
        await db.selectFrom('membership').select('id').execute(),
        [],
        'the session is in none, as before',
      )
      assert.equal((await findInvitation(db, 'zwei', now))?.email, 'zwei@amt.example')
      assert.equal(await findInvitation(db, 'vier', now), undefined)
    })
    await pool.end()
  })
}
