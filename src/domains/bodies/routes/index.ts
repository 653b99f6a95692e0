import { domain } from '#platform/http/app.ts'
import { editRoutes } from './edit.tsx'
import { readRoutes } from './read.tsx'

export const routes = domain()
for (const part of [readRoutes, editRoutes]) routes.route('/', part)
