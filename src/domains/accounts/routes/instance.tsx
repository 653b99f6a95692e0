import { domain } from '#platform/http/app.ts'
import { routes as account } from './account.tsx'
import { routes as invitation } from './invitation.tsx'
import { routes as links } from './links.tsx'
import { routes as mails } from './mails.tsx'
import { routes as oidc } from './oidc.tsx'
import { routes as passkeys } from './passkeys.tsx'
import { routes as secondFactor } from './second-factor.tsx'
import { routes as signIn } from './sign-in.tsx'

/** Everything about one's own way in: at the root of the server, whatever municipality one comes from. */
export const instanceRoutes = domain()
for (const routes of [signIn, links, invitation, oidc, account, secondFactor, passkeys, mails])
  instanceRoutes.route('/', routes)
