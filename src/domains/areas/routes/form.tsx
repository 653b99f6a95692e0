import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { checkForm, problemText, readTyped, type Typed } from '#platform/http/form.ts'
import { LostRace, NotFound, Refused } from '#platform/http/problems.ts'
import { actingOf, idOf } from '#platform/things/acting.ts'
import { removalRoutes } from '#platform/things/asking.tsx'
import { createArea, removeArea, saveArea } from '../commands/save.ts'
import { areaForm, lockForm } from '../model/form.ts'
import { AreaFormPage } from '../pages/form.tsx'
import { paths } from '../paths.ts'
import { hangingOn } from '../queries/hanging.ts'
import { findTyped, listParents } from '../queries/typed.ts'
import { address, say } from './acts.ts'

export const formRoutes = domain()

formRoutes.get(paths.new, authorize('area:edit'), (c) => formPage(c, { level: 'MUNICIPALITY' }))

formRoutes.post(paths.list, authorize('area:edit'), async (c) => {
  const values = await readTyped(c)
  const form = checkForm(values, areaForm, say(c))
  if (!form.ok) return formPage(c, values, form.errors)
  const acting = await actingOf(c)
  const done = await refusable(c, () => createArea(c.var.db, acting, form.value))
  if (!done.ok) return formPage(c, values, done.errors)
  return redirectTo(c, paths.one(done.value), say(c)('notice.created'))
})

formRoutes.get(`${address}/bearbeiten`, authorize('area:edit'), async (c) => {
  const { values } = await stored(c)
  return formPage(c, values)
})

formRoutes.post(`${address}/bearbeiten`, authorize('area:edit'), async (c) => {
  const { row, values: theirs } = await stored(c)
  const values = await readTyped(c)
  const form = checkForm(values, areaForm, say(c))
  const lock = checkForm(values, lockForm, say(c))
  if (!form.ok || !lock.ok) return formPage(c, values, form.ok ? {} : form.errors)
  const acting = await actingOf(c)
  try {
    const done = await refusable(c, () => saveArea(c.var.db, acting, row.id, lock.value.version, form.value))
    if (!done.ok) return await formPage(c, values, done.errors)
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    return formPage(c, { ...values, version: String(row.version) }, {}, theirs)
  }
  return redirectTo(c, paths.one(row.id), say(c)('notice.saved'))
})

removalRoutes(formRoutes, {
  address,
  kind: 'area',
  permission: 'area:edit',
  find: async (c) => {
    const { row } = await stored(c)
    return { ...row, title: row.name, publishedAt: null }
  },
  crumbs: (c, { id, name }) => [
    { label: say(c)('title'), path: paths.list },
    { label: name, path: paths.one(id) },
  ],
  one: paths.one,
  list: paths.list,
  lead: (c) => say(c)('remove.lead'),
  hanging: (c, { id }) => hangingOn(c.var.db, id),
  remove: async (c, { id }, version) => removeArea(c.var.db, await actingOf(c), id, version),
  refused: (c, error) => (error instanceof Refused ? problemText(say(c), error.message, error.values) : undefined),
})

async function stored(c: Ctx) {
  const found = await findTyped(c.var.db, idOf(c))
  if (!found) throw new NotFound()
  return found
}

/** What a command refused, at its field. */
async function refusable<Result>(c: Ctx, command: () => Promise<Result>) {
  try {
    return { ok: true as const, value: await command() }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const field = { nameTaken: 'name', unknownChoice: 'parentId' }[error.message] ?? 'form'
    return { ok: false as const, errors: { [field]: problemText(say(c), error.message, error.values) } }
  }
}

async function formPage(c: Ctx, values: Typed, errors: Record<string, string> = {}, theirs?: Typed) {
  const { db } = c.var
  const id = c.req.param('id')
  const found = id ? await findTyped(db, Number(id)) : undefined
  const parents = await listParents(db, found?.row.id)
  const version = Number(values['version']) || found?.row.version || 0
  const race = theirs && differences(c, theirs, values, parents)
  return c.render(
    <AreaFormPage
      {...{ values, errors, parents }}
      {...(found && { existing: { id: found.row.id, version, name: found.row.name } })}
      {...(race && { race })}
    />,
    theirs ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** The fields in which two versions differ; of boundaries only how long they are. */
function differences(c: Ctx, theirs: Typed, yours: Typed, parents: { value: string; label: string }[]) {
  const t = say(c)
  const shown = (name: string, value: string) =>
    value === ''
      ? t('race.nothing')
      : name === 'geometry'
        ? t('race.characters', { count: value.length })
        : name === 'level'
          ? t.dynamic(`level.${value}`)
          : (name === 'parentId' && parents.find((parent) => parent.value === value)?.label) || value
  const text = (value: Typed[string] | undefined) => String(value ?? '').trim()
  return Object.keys(theirs)
    .filter((name) => text(theirs[name]) !== text(yours[name]))
    .map((name) => ({
      label: t.dynamic(`form.${name}`),
      theirs: shown(name, text(theirs[name])),
      yours: shown(name, text(yours[name])),
    }))
}
