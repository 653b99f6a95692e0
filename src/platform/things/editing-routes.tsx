import type { Hono } from 'hono'
import { today } from '#platform/clock.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import type { AppEnv, Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { readTyped, type Typed } from '#platform/http/form.ts'
import { mayEver } from '#platform/http/person.ts'
import { Forbidden, LostRace, NotFound, Refused } from '#platform/http/problems.ts'
import { readingOf } from '#platform/http/reading.ts'
import { searchAsked } from '#ui/link-picker.tsx'
import { actingOf, idOf } from './acting.ts'
import { needsApproval, publishComplete, type Editing, type FormPage, type Stored } from './editing.ts'
import { removalRoutes, withdrawalRoutes } from './asking.tsx'
import { moveThing, removeThing } from './lifecycle.ts'
import { saidOfPublishing } from './said.ts'
import { thingTexts } from './texts/index.ts'

/** The routes by which one kind of thing is made, changed, published, withdrawn, moved and removed. */
export function editingRoutes<Content>(routes: Hono<AppEnv>, e: Editing<Content>): void {
  const { paths } = e
  const at = (path: (id: number) => string) => path(0).replace('/0', '/:id{[0-9]+}')

  routes.get(paths.new, authorize(e.permission), (c) => formPage(c, e, { values: e.startValues?.(c) ?? {} }))

  routes.post(paths.list, authorize(e.permission), async (c) => {
    const values = await readTyped(c)
    const reshaped = reshape(e, values)
    if (reshaped) return formPage(c, e, { values: reshaped })
    const form = e.check(c, values)
    if (!form.ok) return formPage(c, e, { values, errors: form.errors })
    requireRight(c, e, form.value)
    try {
      const id = await e.create(c.var.db, await actingOf(c), form.value)
      return redirectTo(c, paths.one(id), values['publish'] ? await publish(c, e, id) : say(c)('notice.created'))
    } catch (error) {
      return formPage(c, e, { values, errors: errorsOf(c, e, error) })
    }
  })

  routes.get(at(paths.edit), authorize(e.permission), async (c) => {
    const stored = await editable(c, e)
    return formPage(c, e, { values: e.typed(stored.content), stored })
  })

  routes.post(at(paths.edit), authorize(e.permission), async (c) => {
    const stored = await editable(c, e)
    const values = await readTyped(c)
    const reshaped = reshape(e, values)
    if (reshaped) return formPage(c, e, { values: reshaped, stored })
    const form = e.check(c, values)
    if (!form.ok) return formPage(c, e, { values, errors: form.errors, stored })
    requireRight(c, e, form.value)
    try {
      const on = today(c.var.services.clock)
      await e.save(c.var.db, await actingOf(c), stored.id, Number(values['version']), form.value, on)
    } catch (error) {
      if (error instanceof LostRace) {
        const now = await editable(c, e)
        const again = { ...values, version: String(now.version) }
        return formPage(c, e, { values: again, stored: now, theirs: e.typed(now.content) })
      }
      return formPage(c, e, { values, errors: errorsOf(c, e, error), stored })
    }
    return redirectTo(
      c,
      paths.one(stored.id),
      values['publish'] ? await publish(c, e, stored.id) : say(c)('notice.saved'),
    )
  })

  routes.post(at(paths.publish), authorize('publish'), async (c) => {
    const { id } = await editable(c, e)
    return redirectTo(c, paths.one(id), await publish(c, e, id))
  })

  askingRoutes(routes, e)

  // Some things stand in the order of their names: they have no address for moving.
  const { kind } = e
  if (!paths.move || kind === 'actor') return
  routes.post(at(paths.move), authorize(e.permission), async (c) => {
    const { id } = await editable(c, e)
    const { direction, back } = await readTyped(c)
    const way = direction === 'up' ? 'up' : 'down'
    const acting = await actingOf(c)
    if (e.move) await e.move(c.var.db, acting, id, way)
    else await moveThing(c.var.db, acting, kind, id, way)
    return redirectTo(c, isLocal(back) ? back : paths.list, say(c)('notice.moved'))
  })
}

const say = (c: Ctx) => thingTexts(c.var.speech)
/** Where the buttons stood; a path of this municipality only. */
const isLocal = (back: Typed[string] | undefined): back is string =>
  typeof back === 'string' && /^\/[a-z][a-z0-9/-]*$/.test(back)

/** The stored thing, if this person may change it. */
export async function editable<Content>(c: Ctx, e: Editing<Content>): Promise<Stored<Content>> {
  const { planVersionId } = await actingOf(c)
  const stored = await e.find(c.var.db, planVersionId, idOf(c))
  if (!stored) throw new NotFound()
  requireRight(c, e, stored.content)
  return stored
}

/** The form may move a thing to another field: the right is asked for where it goes, too. */
function requireRight<Content>(c: Ctx, { mayWith, permission }: Editing<Content>, content: Content): void {
  if (!mayWith(c.var.person, permission, content)) throw new Forbidden(permission)
}

const reshape = <Content,>(e: Editing<Content>, values: Typed): Typed | undefined =>
  e.reshaped?.(values) ?? (searchAsked(values) ? values : undefined)

function errorsOf<Content>(c: Ctx, e: Editing<Content>, error: unknown): Record<string, string> {
  if (error instanceof Refused && error.message === 'notComplete') {
    const missing = error.values['missing'] as string[]
    return Object.fromEntries(missing.map((name) => [name, e.missingMessage(c, name)]))
  }
  const errors = e.refusal?.(c, error)
  if (!errors) throw error
  return errors
}

/** Publishes, or says what is missing; saving has happened already either way. */
async function publish<Content>(c: Ctx, e: Editing<Content>, id: number): Promise<string> {
  const t = say(c)
  if (!mayEver(c.var.person, 'publish')) return t('notice.saved')
  try {
    const approval = { needsApproval: needsApproval(c) }
    const outcome = await publishComplete(c.var.db, await actingOf(c), e, id, approval)
    return await saidOfPublishing(c, outcome, e.kind, id)
  } catch (error) {
    if (!(error instanceof Refused) || error.message !== 'notComplete') throw error
    const missing = error.values['missing'] as string[]
    return t('notice.savedMissing', { list: missing.map((name) => e.missingWord(c, name)).join(', ') })
  }
}

async function formPage<Content>(
  c: Ctx,
  e: Editing<Content>,
  { values, errors = {}, stored, theirs }: Pick<FormPage<Content>, 'values'> & Partial<FormPage<Content>>,
) {
  const page = { values, errors, stored, theirs, mayPublish: mayEver(c.var.person, 'publish') }
  return c.render(await e.form(c, page), theirs ? 409 : Object.keys(errors).length > 0 ? 422 : 200)
}

/** Withdrawing and removing: each asks first. */
function askingRoutes<Content>(routes: Hono<AppEnv>, e: Editing<Content>): void {
  const asking = {
    address: e.paths.one(0).replace('/0', '/:id{[0-9]+}'),
    kind: e.kind,
    find: (c: Ctx) => editable(c, e),
    crumbs: e.crumbs,
    one: e.paths.one,
  }
  withdrawalRoutes(routes, asking)
  removalRoutes(routes, {
    ...asking,
    permission: e.permission,
    list: e.paths.list,
    hanging: async (c, { id }) => {
      const { planVersionId, municipalityId } = await readingOf(c)
      return e.hanging(c.var.db, { planVersionId, municipalityId, accountId: null }, id)
    },
    remove: async (c, { id }, version) => {
      const acting = await actingOf(c)
      if (e.remove) await e.remove(c.var.db, acting, id, version, today(c.var.services.clock))
      else await removeThing(c.var.db, acting, e.kind, id, version)
    },
    ...(e.lost && { lost: e.lost }),
  })
}
