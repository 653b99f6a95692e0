import { mayWith } from '#domains/accounts/index.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { listFiles } from '#platform/tables/list-files.ts'
import { mayEver } from '#platform/http/person.ts'
import { readingOf } from '#platform/http/reading.ts'
import { idOf } from '#platform/things/acting.ts'
import { mayOf } from '#platform/things/editing.ts'
import { editingRoutes } from '#platform/things/editing-routes.tsx'
import { exportedOrder } from '../documents/list.ts'
import type { OrderKind } from '../model/forms.ts'
import { FieldsPage } from '../pages/fields.tsx'
import { OrderPage } from '../pages/one.tsx'
import { TargetGroupsPage } from '../pages/target-groups.tsx'
import { TopicsPage } from '../pages/topics.tsx'
import { paths } from '../paths.ts'
import { getMatrix, listOrder } from '../queries/list.ts'
import { findThing } from '../queries/one.ts'
import { getOrder } from '../queries/touched.ts'
import { texts } from '../texts/index.ts'
import { fieldEditing, targetGroupEditing, topicEditing } from './editing.tsx'

export const routes = domain()

/** Ordering is changed in the newest version only, by those who edit the plan. */
const mayEdit = (c: Ctx, { isOldVersion }: { isOldVersion: boolean }) =>
  !isOldVersion && !c.var.isPreview && mayEver(c.var.person, 'plan:edit')

routes.get(paths.list, async (c) => {
  const reading = await readingOf(c)
  const fields = await listOrder(c.var.db, reading, 'action-field')
  return c.render(<FieldsPage fields={fields} mayEdit={mayEdit(c, reading)} />)
})

routes.get(paths.topics.list, async (c) => {
  const reading = await readingOf(c)
  const matrix = await getMatrix(c.var.db, reading)
  return c.render(<TopicsPage matrix={matrix} mayEdit={mayEdit(c, reading)} />)
})

routes.get(paths.targetGroups.list, async (c) => {
  const reading = await readingOf(c)
  const groups = await listOrder(c.var.db, reading, 'target-group')
  return c.render(<TargetGroupsPage groups={groups} mayEdit={mayEdit(c, reading)} />)
})

editingRoutes(routes, fieldEditing)
editingRoutes(routes, topicEditing)
editingRoutes(routes, targetGroupEditing)

routes.get('/handlungsfelder/:id{[0-9]+}', (c) => onePage(c, 'action-field'))
routes.get('/querschnittsthemen/:id{[0-9]+}', (c) => onePage(c, 'cross-cutting-topic'))
routes.get('/zielgruppen/:id{[0-9]+}', (c) => onePage(c, 'target-group'))

for (const [kind, list] of [
  ['action-field', paths.list],
  ['cross-cutting-topic', paths.topics.list],
  ['target-group', paths.targetGroups.list],
] as const)
  listFiles(routes, list, {
    load: async (c) => {
      const reading = await readingOf(c)
      return exportedOrder(kind, await listOrder(c.var.db, reading, kind), texts(c.var.speech), reading.sees)
    },
    explain: async (c, id) => findThing(c.var.db, await readingOf(c), kind, id),
  })

async function onePage(c: Ctx, kind: OrderKind) {
  const reading = await readingOf(c)
  const { thing, touched } = await getOrder(c.var.db, reading, kind, idOf(c))
  const may = mayOf(
    c,
    { permission: 'plan:edit', mayWith: (person, permission) => mayWith(person, permission, {}) },
    {},
    reading,
  )
  return c.render(<OrderPage thing={thing} touched={touched} may={may} />)
}
