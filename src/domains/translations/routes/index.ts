import { domain } from '#platform/http/app.ts'
import { fileRoutes } from './files.tsx'
import { oneRoutes } from './one.tsx'
import { overviewRoutes } from './overview.tsx'

export const routes = domain()
for (const part of [overviewRoutes, fileRoutes, oneRoutes]) routes.route('/', part)
