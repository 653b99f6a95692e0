import { mayWith } from '#domains/accounts/index.ts'
import { today } from '#platform/clock.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { readingBeside } from '#platform/http/reading.ts'
import { actingOf, idOf } from '#platform/things/acting.ts'
import { mayOf } from '#platform/things/editing.ts'
import { editable } from '#platform/things/editing-routes.tsx'
import { confirmActor } from '../commands/save.ts'
import { missingToPublish } from '../model/actor.ts'
import { ActorPage } from '../pages/one.tsx'
import { paths } from '../paths.ts'
import { getActor } from '../queries/one.ts'
import { texts } from '../texts/index.ts'
import { editing, mayAll } from './edit.tsx'

export const oneRoutes = domain()

oneRoutes.get('/akteure/:id{[0-9]+}', async (c) => {
  const { db, person, services, isPreview } = c.var
  const reading = await readingBeside(c)
  const own = { actorId: idOf(c) }
  const seesContacts = !isPreview && mayWith(person, 'contact:see', own)
  const edits = mayWith(person, 'actor:edit', own)
  const actor = await getActor(db, reading, own.actorId, { allContacts: seesContacts, asDraft: edits })
  const may = mayOf(
    c,
    { permission: 'actor:edit', mayWith: (who, permission) => mayWith(who, permission, own) },
    own,
    reading,
  )
  const words = texts(c.var.speech)
  const missing = missingToPublish({ ...actor, description: actor.description?.text ?? null })
  return c.render(
    <ActorPage
      actor={actor}
      today={today(services.clock)}
      missing={missing.map((name) => words.dynamic(`need.${name}`))}
      may={{
        ...may,
        remove: may.edit && mayAll(c),
        merge: may.edit && mayAll(c),
        seeContacts: seesContacts,
        seeAge: reading.sees.internal || may.edit,
      }}
    />,
  )
})

oneRoutes.post('/akteure/:id{[0-9]+}/bestaetigen', authorize('actor:edit'), async (c) => {
  const { id } = await editable(c, editing)
  await confirmActor(c.var.db, await actingOf(c), id, today(c.var.services.clock))
  return redirectTo(c, paths.one(id), texts(c.var.speech)('notice.confirmed'))
})
