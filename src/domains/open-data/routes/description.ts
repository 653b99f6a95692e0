import { domain } from '#platform/http/app.ts'
import { originOf } from '#platform/http/addresses.ts'
import { etagOf, holdsTag } from '#platform/http/etag.ts'
import { speechOf } from '#platform/texts/texts.ts'
import { collections } from '../documents/collections.ts'
import { openApi } from '../documents/openapi.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

/** The description of the API: of the instance, because it is the same for every municipality. In English, as tools expect. */
export const descriptionRoutes = domain()

descriptionRoutes.get(paths.description, async (c) => {
  const [first] = await c.var.services.municipalities.open()
  const described = { collections, origin: originOf(c), example: first?.slug ?? 'musterkreis' }
  const body = JSON.stringify(openApi({ ...described, t: texts(speechOf('en')) }))
  const etag = etagOf(body)
  c.header('Access-Control-Allow-Origin', '*')
  c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  c.header('Cache-Control', 'no-cache')
  c.header('ETag', etag)
  if (holdsTag(c.req.header('if-none-match'), etag)) return c.body(null, 304)
  return c.body(body, 200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Language': 'en' })
})
