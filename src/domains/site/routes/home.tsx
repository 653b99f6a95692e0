import { domain, type Ctx } from '#platform/http/app.ts'
import type { MunicipalityRow } from '#platform/http/municipalities.ts'
import { speechFor } from '#platform/http/request.ts'
import { withQuery } from '#values/query.ts'
import { InstanceHomePage, type OpenMunicipality } from '../pages/instance-home.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

/** The first page of the server. Asks only what is in memory. */
export const home = domain()

home.get(paths.instanceHome, async (c) => {
  const open = await c.var.services.municipalities.open()
  return c.render(
    <InstanceHomePage municipalities={open.map((row) => shown(c, row))} isSignedIn={c.var.person !== undefined} />,
  )
})

function shown(c: Ctx, row: MunicipalityRow): OpenMunicipality {
  const { slug, name, kind, isExample, isDemo } = row
  return {
    slug,
    name,
    kind: kind as OpenMunicipality['kind'],
    isExample: isExample || isDemo,
    plan: texts(speechFor(c.var.speech.language, row))('home.plan'),
    href: withQuery(`/${slug}`, { sprache: c.req.query('sprache') }),
  }
}
