import { randomBytes } from 'node:crypto'
import { addMember, fieldRoles, roleName, roles } from '#domains/accounts/index.ts'
import type { Services } from '#platform/services.ts'
import { CommandError, type Call, type Command } from './command.ts'
import { withServices } from './instance.ts'

const reasons: Readonly<Record<string, string>> = {
  'email-invalid': 'Das ist keine E-Mail-Adresse.',
  'email-taken': 'Ein Konto mit dieser Adresse gibt es schon.',
}

export const user: Command = {
  usage: 'user add EMAIL NAME [--role ROLLE --municipality SLUG] [--instance-admin] | user password EMAIL | user list',
  summary: 'Konten anlegen, ein neues Kennwort vergeben, auflisten',
  options: { 'instance-admin': { type: 'boolean' }, role: { type: 'string' }, municipality: { type: 'string' } },
  words: { min: 1, max: 3 },
  run: (call) => {
    const [what = '', email = '', name = ''] = call.words
    return withServices(call, async (services) => {
      if (what === 'add' && email && name) return add(services, { email, name }, call.options)
      if (what === 'password' && email) return newPassword(services, email)
      if (what === 'list' && !email) return list(services)
      throw new CommandError(`So geht es: ${user.usage}`)
    })
  },
}

async function add(services: Services, { email, name }: { email: string; name: string }, options: Call['options']) {
  const isAdmin = options['instance-admin'] === true
  // Asked first: a wrong role must not leave an account behind.
  const post = await postOf(services, options)
  const password = randomBytes(12).toString('base64url')
  const made = await services.auth.createAccount({ email, name, password, verified: true })
  if (!made.ok) throw new CommandError(`${email}: ${reasons[made.code] ?? made.code}`)
  const { accountId } = made
  if (isAdmin) {
    await services.connections.run(null, 'write', ({ db }) =>
      db.insertInto('instanceAdmin').values({ accountId }).execute(),
    )
  }
  if (post) {
    await services.connections.run(post.municipalityId, 'write', ({ db }) =>
      addMember(db, { municipalityId: post.municipalityId, accountId }, post.role),
    )
  }
  const what = [
    ...(post ? [`als ${roleName(post.role, 'de')} in ${post.name}`] : []),
    ...(isAdmin ? ['mit der Verwaltung der Instanz'] : []),
  ]
  return {
    text: `${[`Konto ${email} angelegt`, ...what].join(', ')}.\nKennwort: ${password}\nBitte nach dem ersten Anmelden unter „Mein Konto“ ändern.`,
    data: { email, accountId, password, instanceAdmin: isAdmin, role: post?.role ?? null },
  }
}

/** Which role in which municipality. Roles that need fields or an organisation are given on the page, where one chooses them. */
async function postOf({ municipalities }: Services, { role, municipality: slug }: Call['options']) {
  if (role === undefined && slug === undefined) return undefined
  const simple = roles.filter((one) => !fieldRoles.includes(one) && one !== 'actor-editor')
  const found = simple.find((one) => one === role)
  if (!found)
    throw new CommandError(
      `--role muss eines von ${simple.join(', ')} sein. Für die anderen Rollen laden Sie die Person auf der Seite „Personen“ ein.`,
    )
  const municipality = typeof slug === 'string' ? await municipalities.bySlug(slug) : undefined
  if (!municipality)
    throw new CommandError(
      slug ? `Die Kommune „${String(slug)}“ gibt es nicht.` : '--role braucht --municipality SLUG.',
    )
  return { municipalityId: municipality.id, name: municipality.name, role: found }
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
