import { sql } from 'kysely'
import type { Answer, Office } from '#tests/office.ts'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'

const account = 'needs a real session: accounts/accessible.test.ts'
const wizard = 'needs a file that was sent: imports/accessible.test.ts'
const noFile = 'a file, and there is none'

/** Routes that show the office no page, and why. */
export const noPages: Readonly<Record<string, string>> = {
  '/:municipality/api': 'leads to the page about it',
  '/:municipality/api/v1': 'leads to the page about it',
  '/:municipality/einlesen/:id{[0-9]+}': wizard,
  '/:municipality/einlesen/:id{[0-9]+}/spalten': wizard,
  '/:municipality/einlesen/:id{[0-9]+}/stand': wizard,
  '/:municipality/einlesen/:id{[0-9]+}/tabelle': wizard,
  '/:municipality/einlesen/:id{[0-9]+}/vorschau': wizard,
  '/:municipality/einlesen/:id{[0-9]+}/werte': wizard,
  '/:municipality/farben.css': noFile,
  '/:municipality/gebaerdensprache/film': noFile,
  '/:municipality/logo': noFile,
  '/:municipality/plan/logo/:id{[0-9]+}': noFile,
  '/:municipality/plan/entwuerfe/verknuepft': 'only of a thing that is named: plan/published.test.ts',
  '/:municipality/plan/entwuerfe/zurueckgeben': 'only where publishing needs an approval: plan/drafts.test.ts',
  '/anmelden': 'leads on who is signed in; nobody sees it',
  '/anmelden/behoerdenkonto': 'comes back from a provider',
  '/anmelden/code': account,
  '/konto': account,
  '/konto/adresse': account,
  '/konto/passkeys': account,
  '/konto/passwort': account,
  '/konto/sitzungen': account,
  '/konto/zweiter-faktor': account,
  '/konto/zweiter-faktor/aus': account,
  '/konto/zweiter-faktor/codes': account,
  '/mail/:id': account,
  '/metrics': 'needs a token',
  '/readyz': 'not ready in a test',
}

/** What a button does at the end of an address: there is nothing to fill in that could be refused. */
const acts =
  /\/(veroeffentlichen|zurueckziehen|verschieben|loeschen|entfernen|bestaetigen|trennen|widerrufen|verwerfen|erneut|beenden|:way\{.*\})$/

/** Other forms that are not refused for being empty, and why. */
export const noForms: Readonly<Record<string, string>> = {
  '/:municipality/akteure/:id{[0-9]+}/zusammenfuehren': 'the other entry is not there',
  '/:municipality/einlesen/:id{[0-9]+}/spalten': wizard,
  '/:municipality/einlesen/:id{[0-9]+}/tabelle': wizard,
  '/:municipality/einlesen/:id{[0-9]+}/vorschau': wizard,
  '/:municipality/einlesen/:id{[0-9]+}/werte': wizard,
  '/:municipality/einrichten/aussehen/logo-entfernen': 'a button',
  '/:municipality/gebaerdensprache/bearbeiten': 'everything may be left out',
  '/:municipality/massnahmen/:id{[0-9]+}/mittel': 'no years are no money; without a version the race is lost',
  '/:municipality/plan/anlegen': 'a button',
  '/:municipality/plan/entwuerfe/zurueckgeben': 'only where publishing needs an approval',
  '/:municipality/plan/foerderung': 'everything may be left out; without a version the race is lost',
  '/:municipality/plan/schritte/vorlage': 'an unknown template is not there',
  '/:municipality/schliessen': 'a button',
  '/:municipality/sprachen/:kind{[a-z-]+}/:id{[0-9]+}': 'an empty text is no translation',
  '/:municipality/vorschau/:token{[\\w-]{43}}': 'a button',
  '/:municipality/zahlen/:id{[0-9]+}/jahre': 'nothing typed is nothing to save',
  '/abmelden': 'a button',
  '/anmelden/passkey/optionen': 'asked by a script',
  '/konto': account,
  '/konto/adresse': account,
  '/konto/name-oeffentlich': account,
  '/konto/passwort': account,
  '/konto/ueberall-abmelden': 'a button',
  '/konto/zweiter-faktor': account,
  '/konto/zweiter-faktor/aus': account,
  '/konto/zweiter-faktor/codes': account,
  '/konto/zweiter-faktor/neu': account,
  '/verwaltung/beispiele': 'a button',
}
export const isAct = (route: string): boolean => acts.test(route)

/** Each route of one method once, in the order of the app. */
export const routesOf = (office: Office, method: string): string[] => [
  ...new Set(
    office
      .routes()
      .filter((route) => route.method === method)
      .map(({ path }) => path),
  ),
]

export const isPage = ({ headers }: Answer): boolean => headers.get('content-type')?.startsWith('text/html') ?? false

/** Somebody for whom the route is made. */
export const becomeUserOf = (office: Office, route: string): Promise<void> =>
  route.startsWith('/verwaltung') ? office.asInstanceAdmin() : office.as('officer')

/** Sends a form, and takes back what it did. */
export async function postInVain(
  office: Office,
  address: string,
  fields: Record<string, string | string[]>,
  headers = {},
): Promise<Answer> {
  await sql`savepoint form`.execute(office.db)
  const answer = await office.post(address, fields, headers)
  await sql`rollback to savepoint form`.execute(office.db)
  return answer
}

/** Looks at pages with axe-core and html-validate, each body once. */
export function createInspector() {
  const seen = new Set<string>()
  const found: string[] = []
  return {
    found,
    look: async (name: string, { text }: Answer): Promise<void> => {
      if (seen.has(text)) return
      seen.add(text)
      for (const finding of [...(await axeFindings(text)), ...(await htmlFindings(text))])
        found.push(`${name}: ${finding.slice(0, 300)}`)
    },
  }
}
