import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Municipalities } from '#platform/http/municipalities.ts'
import { roles, type Role } from '../model/rights.ts'

/** The accounts of an example municipality, to try things out. */
export interface Examples {
  name: string
  accounts: { role: Role; email: string }[]
}
export interface ExampleAccounts {
  municipalities: Examples[]
  instanceAdmin: string | undefined
}

const instanceAdmin = 'instance-admin@teilhabewerk.example'

/** Example accounts that exist, for the sign-in page in demo mode. One statement. */
export async function listExamples(db: Database, municipalities: Municipalities): Promise<ExampleAccounts> {
  const examples = (await municipalities.open()).filter(({ isDemo, isExample }) => isDemo || isExample)
  const { rows } = await sql<{ email: string }>`
    select email from auth."user" where email = ${instanceAdmin} or email = any(${examples.flatMap(({ slug }) =>
      roles.map((role) => exampleEmail(role, slug)),
    )})`.execute(db)
  const known = new Set(rows.map(({ email }) => email))
  return {
    instanceAdmin: known.has(instanceAdmin) ? instanceAdmin : undefined,
    municipalities: examples
      .toSorted((a, b) => Number(b.isDemo) - Number(a.isDemo))
      .map(({ name, slug }) => ({
        name,
        accounts: roles
          .map((role) => ({ role, email: exampleEmail(role, slug) }))
          .filter(({ email }) => known.has(email)),
      }))
      .filter(({ accounts }) => accounts.length > 0),
  }
}

/** The addresses of everyone who runs the instance, in small letters. */
export async function listInstanceAdmins(db: Database): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    select lower(u.email) as email from auth."user" u join instance_admin a on a.account_id = u.id`.execute(db)
  return rows.map(({ email }) => email)
}

const exampleEmail = (role: Role, slug: string) => `${role}@${slug}.example`
