import { domain } from '#platform/http/app.ts'
import { formRoutes } from './form.tsx'
import { listRoutes } from './list.tsx'
import { moneyRoutes } from './money.tsx'
import { oneRoutes } from './one.tsx'

export const routes = domain()
for (const part of [listRoutes, formRoutes, moneyRoutes, oneRoutes]) routes.route('/', part)
