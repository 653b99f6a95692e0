import { randomBytes } from 'node:crypto'
import type { Services } from '#platform/services.ts'
import { CommandError, type Command } from './command.ts'
import { withServices } from './instance.ts'

const reasons: Readonly<Record<string, string>> = {
  'email-invalid': 'Das ist keine E-Mail-Adresse.',
  'email-taken': 'Ein Konto mit dieser Adresse gibt es schon.',
}

export const user: Command = {
  usage: 'user add EMAIL NAME [--instance-admin] | user password EMAIL | user list',
  summary: 'Konten anlegen, ein neues Kennwort vergeben, auflisten',
  options: { 'instance-admin': { type: 'boolean' } },
  words: { min: 1, max: 3 },
  run: (call) => {
    const [what = '', email = '', name = ''] = call.words
    return withServices(call, async (services) => {
      if (what === 'add' && email && name) return add(services, email, name, call.options['instance-admin'] === true)
      if (what === 'password' && email) return newPassword(services, email)
      if (what === 'list' && !email) return list(services)
      throw new CommandError(`So geht es: ${user.usage}`)
    })
  },
}

async function add(services: Services, email: string, name: string, isAdmin: boolean) {
  const password = randomBytes(12).toString('base64url')
  const made = await services.auth.createAccount({ email, name, password, verified: true })
  if (!made.ok) throw new CommandError(`${email}: ${reasons[made.code] ?? made.code}`)
  if (isAdmin) {
    await services.connections.run(null, 'write', ({ db }) =>
      db.insertInto('instanceAdmin').values({ accountId: made.accountId }).execute(),
    )
  }
  return {
    text: `Konto ${email} angelegt${isAdmin ? ', mit der Verwaltung der Instanz' : ''}.\nKennwort: ${password}\nBitte nach dem ersten Anmelden unter „Mein Konto“ ändern.`,
    data: { email, accountId: made.accountId, password, instanceAdmin: isAdmin },
  }
}

async function newPassword({ auth }: Services, email: string) {
  const account = await auth.findAccountByEmail(email)
  if (!account) throw new CommandError(`Ein Konto ${email} gibt es nicht.`)
  const password = randomBytes(12).toString('base64url')
  await auth.setPassword(account.accountId, password)
  return {
    text: `Neues Kennwort für ${email}: ${password}\nAlle Sitzungen dieses Kontos sind beendet.`,
    data: { email, password },
  }
}

async function list({ connections, auth }: Services) {
  const { admins, accounts } = await connections.run(null, 'read', async ({ db }) => {
    const rows = await db.selectFrom('instanceAdmin').select('accountId').execute()
    return { admins: rows.map(({ accountId }) => accountId), accounts: await auth.listAllAccounts() }
  })
  const data = accounts.map(({ accountId, email, name }) => ({
    email,
    name,
    instanceAdmin: admins.includes(accountId),
  }))
  const lines = data.map(
    ({ email, name, instanceAdmin }) => `${email}  ${name}${instanceAdmin ? '  (Verwaltung der Instanz)' : ''}`,
  )
  return { text: lines.length > 0 ? lines.join('\n') : 'Es gibt noch kein Konto.', data }
}
