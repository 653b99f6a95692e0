import { domain } from '#platform/http/app.ts'
import { apiRoutes } from './routes/api.ts'
import { catalogueRoutes } from './routes/catalogue.ts'
import { pageRoutes } from './routes/page.tsx'

/** The doorway: what the app uses. */
export { answerOthers } from './routes/answer-others.ts'
export { descriptionRoutes as instanceRoutes } from './routes/description.ts'
export { collections } from './documents/collections.ts'

/** Pages and answers of a municipality. */
export const routes = domain()
for (const part of [pageRoutes, catalogueRoutes, apiRoutes]) routes.route('/', part)
