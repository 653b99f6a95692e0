import * as v from 'valibot'
import { mayWith } from '#domains/accounts/index.ts'
import { today } from '#platform/clock.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { readingBeside } from '#platform/http/reading.ts'
import { listFiles } from '#platform/tables/list-files.ts'
import { exportedActors } from '../documents/list.ts'
import { actorFilter } from '../model/filter.ts'
import { ActorsPage } from '../pages/list.tsx'
import { paths } from '../paths.ts'
import { listPublicContacts } from '../queries/contacts.ts'
import { listActors } from '../queries/list.ts'
import { getActor } from '../queries/one.ts'
import { listOptions } from '../queries/options.ts'
import { texts } from '../texts/index.ts'

export const listRoutes = domain()

listRoutes.get(paths.list, async (c) => {
  const { db, person, services, sees } = c.var
  const filter = v.parse(actorFilter, c.req.query())
  const reading = await readingBeside(c)
  const day = today(services.clock)
  const page = { limit: filter.zeilen, offset: (filter.seite - 1) * filter.zeilen }
  const list = await listActors(db, reading, filter, day, page)
  const options = await listOptions(db, reading)
  const may = { create: mayWith(person, 'actor:edit', {}), seeDrafts: sees.drafts }
  return c.render(<ActorsPage list={list} filter={filter} options={options} today={day} may={may} />)
})

/** Its own people see the entry of an actor while it is a draft. */
const isOwn = (c: Ctx, actorId: number) => mayWith(c.var.person, 'actor:edit', { actorId })

listFiles(listRoutes, paths.list, {
  load: async (c, only) => {
    const { db, services, sees, speech } = c.var
    const filter =
      only === undefined ? v.parse(actorFilter, c.req.query()) : { only, evenDraft: !c.var.isPreview && isOwn(c, only) }
    const { actors } = await listActors(db, await readingBeside(c), filter, today(services.clock))
    const contacts = await listPublicContacts(
      db,
      actors.map(({ id }) => id),
    )
    return exportedActors(actors, contacts, texts(speech), sees)
  },
  explain: async (c, id) =>
    getActor(c.var.db, await readingBeside(c), id, { allContacts: false, asDraft: isOwn(c, id) }),
})
