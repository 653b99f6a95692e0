/** Sign-in and account stand at the root of the server; people of a municipality inside it. */
export const paths = {
  signIn: '/anmelden',
  signOut: '/abmelden',
  invitation: (token: string) => `/einladung/${encodeURIComponent(token)}`,
  account: '/konto',
  people: '/personen',
} as const
