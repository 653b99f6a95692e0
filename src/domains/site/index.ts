/** The doorway: what the app and later domains may use. */
import { domain } from '#platform/http/app.ts'
import { barriers } from './routes/barriers.tsx'
import { discovery, robotsRoutes } from './routes/discovery.tsx'
import { home } from './routes/home.tsx'
import { invitedLegal } from './routes/invited-legal.tsx'
import { legal } from './routes/legal.tsx'
import { previews } from './routes/previews.tsx'
import { signLanguage } from './routes/sign-language.tsx'
import { instanceSitemap, sitemapRoutes } from './routes/sitemap.ts'

export { removeWhatIsDue } from './commands/retention.ts'
export { legalFacts } from './model/legal-facts.ts'
export { datesOfPublished } from './queries/published.ts'
export { openPreview } from './routes/open-preview.ts'
export { previewEntrance } from './routes/previews.tsx'

/** Pages of a municipality. */
export const routes = domain()
for (const part of [legal, barriers, signLanguage, previews, discovery, sitemapRoutes]) routes.route('/', part)

/** Pages of the instance. */
export const instanceRoutes = domain()
for (const part of [home, invitedLegal, robotsRoutes, instanceSitemap]) instanceRoutes.route('/', part)
