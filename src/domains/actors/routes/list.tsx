import * as v from 'valibot'
import { mayWith } from '#domains/accounts/index.ts'
import { today } from '#platform/clock.ts'
import { domain } from '#platform/http/app.ts'
import { readingBeside } from '#platform/http/reading.ts'
import { answerTable, endings } from '#platform/tables/export.ts'
import { exportedActors } from '../documents/list.ts'
import { actorFilter } from '../model/filter.ts'
import { ActorsPage } from '../pages/list.tsx'
import { paths } from '../paths.ts'
import { listPublicContacts } from '../queries/contacts.ts'
import { listActors } from '../queries/list.ts'
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

for (const ending of endings) {
  listRoutes.get(paths.export(ending), async (c) => {
    const { db, services, sees, speech } = c.var
    const filter = v.parse(actorFilter, c.req.query())
    const { actors } = await listActors(db, await readingBeside(c), filter, today(services.clock))
    const contacts = await listPublicContacts(
      db,
      actors.map(({ id }) => id),
    )
    return answerTable(c, ending, exportedActors(actors, contacts, texts(speech), sees))
  })
}
