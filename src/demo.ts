import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { externalRoles, fieldRoles, roleName, roles } from '#domains/accounts/index.ts'
import { today } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import type { Services } from '#platform/services.ts'
import { addDays } from '#values/local-date.ts'

export interface DemoAccount {
  email: string
  password: string
}

/** Loads the examples into an empty database: five municipalities, and in each an account per role. */
export async function prepareDemo(services: Services, config: Config): Promise<DemoAccount[]> {
  const { connections, auth } = services
  const isEmpty = await connections.run(null, 'read', async ({ db }) => {
    // Where the examples were taken away, an account is left: they must not come back with the next start.
    const { rows } = await sql`select from municipality union all select from auth."user" limit 1`.execute(db)
    return rows.length === 0
  })
  if (!isEmpty) return []
  // Loaded when needed: nobody who runs a real county should hold the examples' texts in memory.
  const { createDemoMunicipality, loadMunicipality } = await import('#demo/load.ts')
  const { demoMunicipalities } = await import('#demo/index.ts')
  const password = config.demoPassword ?? randomBytes(9).toString('base64url')
  const accounts: DemoAccount[] = []
  for (const demo of demoMunicipalities) {
    const id = await connections.run(null, 'write', ({ db }) => createDemoMunicipality(db, demo))
    await connections.run(id, 'write', ({ db }) => loadMunicipality(db, id, demo))
    for (const role of roles) {
      const email = `${role}@${demo.slug}.example`
      const account = await auth.createAccount({ email, name: roleName(role, 'de'), password, verified: true })
      if (!account.ok) throw new Error(`The account ${email} could not be made: ${account.code}`)
      await connections.run(id, 'write', ({ db }) =>
        db
          .insertInto('membership')
          .values({
            municipalityId: id,
            accountId: account.accountId,
            roles: [role],
            // Whoever works in single fields has the first two, and who comes from outside an end.
            ...(fieldRoles.includes(role) && {
              actionFieldIds: sql<
                number[]
              >`array(select id from action_field group by id order by min(position), id limit 2)`,
            }),
            ...(externalRoles.includes(role) && { endsOn: addDays(today(services.clock), 365) }),
            // Whoever edits an organisation's entry needs one.
            ...(role === 'actor-editor' && {
              actorId: (eb) => eb.selectFrom('actor').select('id').orderBy('name').orderBy('id').limit(1),
            }),
          })
          .execute(),
      )
      accounts.push({ email, password })
    }
  }
  const email = 'instance-admin@teilhabewerk.example'
  const admin = await auth.createAccount({ email, name: 'Instanzverwaltung', password, verified: true })
  if (!admin.ok) throw new Error(`The account ${email} could not be made: ${admin.code}`)
  await connections.run(null, 'write', ({ db }) =>
    db.insertInto('instanceAdmin').values({ accountId: admin.accountId }).execute(),
  )
  accounts.push({ email, password })
  services.municipalities.forget()
  return accounts
}
