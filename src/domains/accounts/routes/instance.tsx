import { domain } from '#platform/http/app.ts'
import { routes as signIn } from './sign-in.tsx'

/** Everything about one's own way in: at the root of the server, whatever municipality one comes from. */
export const instanceRoutes = domain()
for (const routes of [signIn]) instanceRoutes.route('/', routes)
