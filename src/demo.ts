import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { roleName, roles } from '#domains/accounts/index.ts'
import type { Config } from '#platform/config.ts'
import type { Services } from '#platform/services.ts'
import { createDemoMunicipality, loadMunicipality } from '#demo/load.ts'
import { demoMunicipalities } from '#demo/index.ts'

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

/** What the terminal shows after the start: where to look, and how to sign in. */
export function listDemoAccounts(config: Config, accounts: DemoAccount[]): string {
  const lines = ['', `Teilhabewerk läuft: ${config.publicUrl}`]
  if (config.demo) {
    lines.push(
      ...demoMunicipalities.map(
        ({ slug, plan }) =>
          `  ${config.publicUrl}/${slug}  ${typeof plan.title === 'string' ? plan.title : plan.title.de}`,
      ),
    )
    lines.push(
      '',
      `Anmelden: ${config.publicUrl}/anmelden`,
      '  ROLLE@SLUG.example, zum Beispiel officer@musterkreis.example',
    )
    lines.push(`  Rollen: ${roles.join(', ')}; für die Instanz: instance-admin@teilhabewerk.example`)
    const password = accounts[0]?.password
    if (password) lines.push(`  Kennwort: ${password}`)
    else lines.push('  Kennwort: wie beim ersten Start ausgegeben oder in DEMO_PASSWORD gesetzt')
  }
  return `${lines.join('\n')}\n\n`
}
