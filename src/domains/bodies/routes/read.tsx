import { mayWith } from '#domains/accounts/index.ts'
import { domain } from '#platform/http/app.ts'
import { readingBeside } from '#platform/http/reading.ts'
import { listFiles } from '#platform/tables/list-files.ts'
import { idOf } from '#platform/things/acting.ts'
import { mayOf } from '#platform/things/editing.ts'
import { exportedBodies } from '../documents/list.ts'
import { missingToPublish } from '../model/body.ts'
import { BodiesPage } from '../pages/list.tsx'
import { BodyPage } from '../pages/one.tsx'
import { paths } from '../paths.ts'
import { listBodies } from '../queries/list.ts'
import { getBody } from '../queries/one.ts'
import { texts } from '../texts/index.ts'

export const readRoutes = domain()

readRoutes.get(paths.list, async (c) => {
  const bodies = await listBodies(c.var.db, await readingBeside(c))
  return c.render(<BodiesPage bodies={bodies} may={{ edit: mayWith(c.var.person, 'body:edit', {}) }} />)
})

listFiles(readRoutes, paths.list, {
  load: async (c) =>
    exportedBodies(await listBodies(c.var.db, await readingBeside(c)), texts(c.var.speech), c.var.sees),
  explain: async (c, id) => getBody(c.var.db, await readingBeside(c), id),
})

readRoutes.get('/gremien/:id{[0-9]+}', async (c) => {
  const reading = await readingBeside(c)
  const body = await getBody(c.var.db, reading, idOf(c))
  const t = texts(c.var.speech)
  const missing = missingToPublish({ name: body.name, purpose: body.purpose?.text ?? null })
  const may = mayOf(
    c,
    { permission: 'body:edit', mayWith: (who, permission) => mayWith(who, permission, {}) },
    {},
    reading,
  )
  return c.render(<BodyPage body={body} may={may} missing={missing.map((name) => t.dynamic(`need.${name}`))} />)
})
