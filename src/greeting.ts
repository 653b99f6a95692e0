import { listMunicipalities, type ListedMunicipality } from '#domains/municipality/index.ts'
import { roles } from '#domains/accounts/index.ts'
import type { Config } from '#platform/config.ts'
import type { Services } from '#platform/services.ts'
import { terminalCommand } from '#platform/terminal-command.ts'
import type { DemoAccount } from './demo.ts'

/** What the terminal shows after the start: the municipalities, and how to sign in where there are examples. */
export async function greeting({ connections, config }: Services, accounts: DemoAccount[]): Promise<string> {
  const municipalities = await connections.run(null, 'read', ({ db }) => listMunicipalities(db))
  return writeGreeting(config, municipalities, accounts)
}

/** The lines of the greeting. `accounts` are those made in this start; later starts know no password. */
export function writeGreeting(
  { publicUrl }: Pick<Config, 'publicUrl'>,
  municipalities: readonly Pick<ListedMunicipality, 'slug' | 'name' | 'isDemo'>[],
  accounts: readonly DemoAccount[],
): string {
  const lines = ['', `Teilhabewerk läuft: ${publicUrl}`]
  lines.push(...municipalities.map(({ slug, name }) => `  ${publicUrl}/${slug}  ${name}`))
  if (municipalities.length === 0) {
    lines.push(`  Noch keine Kommune. Anlegen: ${terminalCommand()} municipality create KÜRZEL NAME`)
  }
  lines.push('', `Anmelden: ${publicUrl}/anmelden`)
  if (municipalities.some(({ isDemo }) => isDemo)) {
    lines.push('  ROLLE@KÜRZEL.example, zum Beispiel officer@musterkreis.example')
    lines.push(`  Rollen: ${roles.join(', ')}; für die Instanz: instance-admin@teilhabewerk.example`)
    const password = accounts[0]?.password
    if (password) lines.push(`  Kennwort: ${password}`)
    else lines.push('  Kennwort: wie beim ersten Start ausgegeben oder in DEMO_PASSWORD gesetzt')
  }
  return `${lines.join('\n')}\n\n`
}
