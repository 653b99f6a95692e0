import type { Hono } from 'hono'
import type { ComponentChildren } from 'preact'
import { redirectTo } from '#platform/http/addresses.ts'
import type { AppEnv, Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { readTyped } from '#platform/http/form.ts'
import { readingOf } from '#platform/http/reading.ts'
import type { Crumb } from '#ui/page.tsx'
import { actingOf } from './acting.ts'
import type { ThingKind } from './kinds.ts'
import { withdrawThing } from './lifecycle.ts'
import { linkedThings } from './linked.ts'
import { countTexts } from './lost.ts'
import { RemovePage, type Hanging } from './remove-page.tsx'
import { thingTexts } from './texts/index.ts'
import { WithdrawPage } from './withdraw-page.tsx'

/** A thing that is to be removed or withdrawn. */
export interface Asked {
  id: number
  version: number
  /** What names it, in German. */
  title: string
  publishedAt: Date | null
}

/** What is the same for removing and withdrawing. */
interface Asking<Thing extends Asked> {
  /** Where one thing lives: `/massnahmen/:id{[0-9]+}`. */
  address: string
  /** Its kind as the audit and the translations name it. */
  kind: string
  /** The stored thing; throws NotFound, and Forbidden for who may not do this with it. */
  find: (c: Ctx) => Promise<Thing>
  crumbs: (c: Ctx, thing: Thing) => Crumb[]
  /** Where the thing is seen. */
  one: (id: number) => string
}

interface Removal<Thing extends Asked> extends Asking<Thing> {
  permission: string
  /** What hangs on it: links that end, and what must find another place first. */
  hanging?: (c: Ctx, thing: Thing) => Promise<Hanging[]>
  /** What else goes with it, in words: rows of money, values … */
  lost?: (c: Ctx, thing: Thing) => Promise<string[]>
  /** Throws LostRace, or Refused: `refused` says why then. */
  remove: (c: Ctx, thing: Thing, version: number) => Promise<void>
  refused?: (c: Ctx, error: unknown) => string | undefined
  /** Where one is afterwards. */
  list: string
  /** false: it is seen in the list only. */
  hasPage?: boolean
  /** Something that is neither drafted nor published is not spoken of as a draft. */
  lead?: (c: Ctx, thing: Thing) => ComponentChildren
}

/** The page that asks once more before something is removed for good, and the act itself. The same for every kind. */
export function removalRoutes<Thing extends Asked>(routes: Hono<AppEnv>, removal: Removal<Thing>): void {
  const { address, permission, kind, find } = removal

  routes.get(`${address}/loeschen`, authorize(permission), async (c) => page(c, await find(c), 200))

  routes.post(`${address}/loeschen`, authorize(permission), async (c) => {
    const thing = await find(c)
    const { version } = await readTyped(c)
    if ((await hangingOf(c, thing)).some(({ blocks }) => blocks)) return page(c, thing, 422)
    if (Number(version) !== thing.version) return page(c, thing, 409)
    try {
      await removal.remove(c, thing, thing.version)
    } catch (error) {
      const reason = removal.refused?.(c, error)
      if (reason === undefined) throw error
      return page(c, thing, 422, reason)
    }
    return redirectTo(c, removal.list, thingTexts(c.var.speech)('notice.removed', { title: thing.title }))
  })

  const hangingOf = async (c: Ctx, thing: Thing) => (await removal.hanging?.(c, thing)) ?? []

  async function page(c: Ctx, thing: Thing, status: 200 | 409 | 422, reason?: string) {
    const translated = await countTexts(c.var.db, kind, thing.id)
    const lost = [
      ...((await removal.lost?.(c, thing)) ?? []),
      ...(translated > 0 ? [thingTexts(c.var.speech)('lost.texts', { count: translated })] : []),
    ]
    return c.render(
      <RemovePage
        title={thing.title}
        crumbs={removal.crumbs(c, thing)}
        thing={thing}
        action={`${removal.one(thing.id)}/loeschen`}
        cancel={removal.hasPage === false ? removal.list : removal.one(thing.id)}
        hanging={await hangingOf(c, thing)}
        lost={lost}
        lead={removal.lead?.(c, thing)}
        reason={reason}
        wasChanged={status === 409}
      />,
      status,
    )
  }
}

interface Withdrawal<Thing extends Asked> extends Asking<Thing> {
  kind: ThingKind
  /** Where it is seen and where one is afterwards, if it has no page of its own. */
  list?: string
}

/** The page that says what the public will no longer see, and the act itself. */
export function withdrawalRoutes<Thing extends Asked>(routes: Hono<AppEnv>, withdrawal: Withdrawal<Thing>): void {
  const { address, kind, find, one, crumbs } = withdrawal

  routes.get(`${address}/zurueckziehen`, authorize('publish'), async (c) => {
    const thing = await find(c)
    const linked = await linkedThings(c.var.db, (await readingOf(c)).planVersionId, kind, thing.id)
    return c.render(
      <WithdrawPage
        title={thing.title}
        crumbs={crumbs(c, thing)}
        action={`${one(thing.id)}/zurueckziehen`}
        cancel={withdrawal.list ?? one(thing.id)}
        linked={linked.filter(({ publishedAt }) => publishedAt !== null)}
      />,
    )
  })

  routes.post(`${address}/zurueckziehen`, authorize('publish'), async (c) => {
    const { id } = await find(c)
    await withdrawThing(c.var.db, await actingOf(c), kind, id)
    return redirectTo(c, withdrawal.list ?? one(id), thingTexts(c.var.speech)('notice.withdrawn'))
  })
}
