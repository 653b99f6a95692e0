import * as v from 'valibot'
import { mayWith } from '#domains/accounts/index.ts'
import { today } from '#platform/clock.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { checkForm, readTyped, type Typed } from '#platform/http/form.ts'
import { mayEver } from '#platform/http/person.ts'
import { Forbidden, NotFound } from '#platform/http/problems.ts'
import { readingOf } from '#platform/http/reading.ts'
import { listFiles } from '#platform/tables/list-files.ts'
import { actingOf } from '#platform/things/acting.ts'
import { searchAsked } from '#ui/link-picker.tsx'
import { yearOf } from '#values/local-date.ts'
import { changeMeasures } from '../commands/bulk.ts'
import { exportedMeasures } from '../documents/list.ts'
import { measureFilter } from '../model/filter.ts'
import { bulkForm, placeAfter, type BulkForm, type Place } from '../model/bulk.ts'
import { addressOf, MeasuresPage } from '../pages/list.tsx'
import { paths } from '../paths.ts'
import { exportMeasures } from '../queries/export.ts'
import { listPicked } from '../queries/choices.ts'
import { listLeads } from '../queries/leads.ts'
import { listMeasures } from '../queries/list.ts'
import { getMeasure } from '../queries/one.ts'
import { listOptions } from '../queries/options.ts'
import { say } from './acts.ts'

export const listRoutes = domain()

listRoutes.get(paths.list, (c) => listPage(c, new URL(c.req.url).searchParams))

/** The list; `bulk`: what was typed to change several, with its errors. */
async function listPage(c: Ctx, query: URLSearchParams, bulk?: { values: Typed; errors: Record<string, string> }) {
  const { db, person, services, sees } = c.var
  const filter = v.parse(measureFilter, Object.fromEntries(query))
  const reading = await readingOf(c)
  const year = filter.jahr ?? yearOf(today(services.clock))
  const page = { limit: filter.zeilen, offset: (filter.seite - 1) * filter.zeilen }
  const list = await listMeasures(db, reading, filter, year, page)
  const options = await listOptions(db, reading, filter)
  const mayBulk = mayEver(person, 'measure:bulk') && !reading.isOldVersion
  const leads = mayBulk ? await listLeads(db, reading.planVersionId) : undefined
  const picked = bulk && (await listPicked(db, reading.planVersionId, bulk.values, searchAsked(bulk.values)))
  const may = {
    create: mayEver(person, 'measure:create') && !reading.isOldVersion,
    seeDrafts: sees.drafts,
    import: mayEver(person, 'import:run'),
  }
  return c.render(
    <MeasuresPage
      {...{ list, filter, options, year, may }}
      today={today(services.clock)}
      seesInternal={sees.internal}
      {...(leads && {
        bulk: {
          leads,
          options,
          picked,
          back: addressOf(filter, {}),
          values: bulk?.values ?? {},
          errors: bulk?.errors ?? {},
        },
      })}
    />,
    bulk && Object.keys(bulk.errors).length > 0 ? 422 : 200,
  )
}

listFiles(listRoutes, paths.list, {
  load: async (c, only) => {
    const reading = await readingOf(c)
    const filter = v.parse(measureFilter, only === undefined ? c.req.query() : {})
    const year = filter.jahr ?? yearOf(today(c.var.services.clock))
    const measures = await exportMeasures(c.var.db, reading, { ...filter, only }, year)
    return exportedMeasures(measures, say(c), reading.sees)
  },
  explain: async (c, id) => getMeasure(c.var.db, await readingOf(c), id),
})

listRoutes.post(paths.bulk, authorize('measure:bulk'), async (c) => {
  const values = await readTyped(c)
  const shown = String(values['shown'] ?? '').split(' ')
  const back = listAddress(values['back'])
  if (searchAsked(values)) return listPage(c, new URL(back, 'http://list').searchParams, { values, errors: {} })
  const form = checkForm(values['all'] ? { ...values, id: shown } : values, bulkForm, say(c))
  if (!form.ok) return listPage(c, new URL(back, 'http://list').searchParams, { values, errors: form.errors })
  const acting = await actingOf(c)
  await requireRights(c, acting.planVersionId, form.value)
  const count = await changeMeasures(c.var.db, acting, form.value)
  return redirectTo(c, back, say(c)('notice.bulk', { count }))
})

/** Only an address of this list: whatever else a form carries is not followed. */
const listAddress = (back: string | string[] | undefined): string =>
  typeof back === 'string' && (back === paths.list || back.startsWith(`${paths.list}?`)) ? back : paths.list

/** Each measure is asked for, as it is and where it would be: in which field, led by whom. Throws NotFound for an id that is not of this plan. */
async function requireRights(c: Ctx, planVersionId: number, form: BulkForm) {
  const rows = await c.var.db
    .selectFrom('measure')
    .where('planVersionId', '=', planVersionId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val(form.id))))
    .select(['actionFieldId', 'leadOrgUnitId', 'leadActorId'])
    .execute()
  if (rows.length !== form.id.length) throw new NotFound()
  const mayEdit = (place: Place) => mayWith(c.var.person, 'measure:edit', place)
  if (!rows.every((row) => mayEdit(row) && mayEdit(placeAfter(row, form)))) throw new Forbidden('measure:edit')
}
