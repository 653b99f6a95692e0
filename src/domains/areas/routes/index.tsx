import * as v from 'valibot'
import { domain } from '#platform/http/app.ts'
import { mayEver } from '#platform/http/person.ts'
import { readingBeside } from '#platform/http/reading.ts'
import { listFiles } from '#platform/tables/list-files.ts'
import { idOf } from '#platform/things/acting.ts'
import { exportedAreas } from '../documents/list.ts'
import { areaFilter } from '../model/filter.ts'
import { AreasPage } from '../pages/list.tsx'
import { AreaOnePage } from '../pages/one.tsx'
import { paths } from '../paths.ts'
import { listAreas } from '../queries/list.ts'
import { getArea } from '../queries/one.ts'
import { address, say } from './acts.ts'
import { formRoutes } from './form.tsx'
import { importRoutes } from './import.tsx'

export const routes = domain()
routes.route('/', formRoutes)
routes.route('/', importRoutes)

routes.get(paths.list, async (c) => {
  const filter = v.parse(areaFilter, c.req.query())
  const list = await listAreas(c.var.db, await readingBeside(c), filter)
  return c.render(<AreasPage list={list} filter={filter} may={{ edit: mayEver(c.var.person, 'area:edit') }} />)
})

listFiles(routes, paths.list, {
  load: async (c, only) => {
    const filter = only === undefined ? v.parse(areaFilter, c.req.query()) : { only }
    const { areas } = await listAreas(c.var.db, await readingBeside(c), filter)
    return exportedAreas(areas, say(c))
  },
  explain: async (c, id) => getArea(c.var.db, await readingBeside(c), id),
})

routes.get(address, async (c) => {
  const { db, person } = c.var
  const page = await getArea(db, await readingBeside(c), idOf(c))
  const may = { edit: mayEver(person, 'area:edit'), seeHistory: mayEver(person, 'history:see') }
  return c.render(<AreaOnePage {...page} may={may} />)
})
