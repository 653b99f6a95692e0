import { domain } from '#platform/http/app.ts'
import { formRoutes } from './form.tsx'
import { listRoutes } from './list.tsx'
import { oneRoutes } from './one.tsx'
import { valueRoutes } from './values.tsx'
import { yearRoutes } from './years.tsx'

export const routes = domain()
for (const part of [listRoutes, formRoutes, valueRoutes, yearRoutes, oneRoutes]) routes.route('/', part)
