import { domain } from '#platform/http/app.ts'
import { routes as invitations } from './invitations.tsx'
import { routes as people } from './people.tsx'

/** The people of a municipality, as paths inside it. */
export const routes = domain()
for (const part of [people, invitations]) routes.route('/', part)
