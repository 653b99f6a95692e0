import { domain } from '#platform/http/app.ts'
import { contactRoutes } from './contacts.tsx'
import { editRoutes } from './edit.tsx'
import { listRoutes } from './list.tsx'
import { mergeRoutes } from './merge.tsx'
import { oneRoutes } from './one.tsx'

export const routes = domain()
for (const part of [listRoutes, editRoutes, oneRoutes, contactRoutes, mergeRoutes]) routes.route('/', part)
