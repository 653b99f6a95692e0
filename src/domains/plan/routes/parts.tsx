import type { Hono } from 'hono'
import { sql } from 'kysely'
import { mayWith } from '#domains/accounts/index.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type AppEnv, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { checkForm, problemText, readForm, readTyped, type Typed } from '#platform/http/form.ts'
import { mayEver } from '#platform/http/person.ts'
import { Forbidden, LostRace, NotFound } from '#platform/http/problems.ts'
import { readingOf } from '#platform/http/reading.ts'
import { actingOf, idOf } from '#platform/things/acting.ts'
import { removalRoutes, withdrawalRoutes } from '#platform/things/asking.tsx'
import { moveThing, removeThing } from '#platform/things/lifecycle.ts'
import { saidOfPublishing } from '#platform/things/said.ts'
import { addTemplate, createPart, missingOfPart, publishPart, savePart } from '../commands/parts.ts'
import {
  lockForm,
  partForms,
  partKinds,
  segments,
  phaseTemplates,
  templateForm,
  type PartForm,
  type PartKind,
} from '../model/parts.ts'
import { ArrangePage } from '../pages/arrange.tsx'
import { differencesShown } from '../pages/differences.ts'
import { PartFormPage } from '../pages/part-form.tsx'
import { paths } from '../paths.ts'
import { loadFrame } from '../queries/frame.ts'
import { findTypedPart, listFieldOptions } from '../queries/typed.ts'
import { texts } from '../texts/index.ts'

export const partRoutes = domain()

const say = (c: Ctx) => texts(c.var.speech)

const needsApproval = ({ var: { municipality, person } }: Ctx) =>
  municipality.approvalRequired && !mayEver(person, 'approve')

const defaults: Record<PartKind, Typed> = {
  chapter: { place: 'BEFORE_FIELDS' },
  phase: { state: 'PLANNED' },
  event: {},
}

partRoutes.get(paths.arrange, authorize('plan:edit'), async (c) => {
  const reading = await readingOf(c)
  if (reading.isOldVersion) throw new Forbidden('old version')
  const rows = await loadFrame(c.var.db, reading, ['chapter', 'phase', 'event', 'action-field'])
  const { person } = c.var
  const may = {
    publish: mayEver(person, 'publish'),
    translate: mayEver(person, 'translation:edit'),
    needsApproval: needsApproval(c),
  }
  return c.render(<ArrangePage rows={rows} may={may} />)
})

partRoutes.post(paths.template, authorize('plan:edit'), async (c) => {
  const form = await readForm(c, templateForm, say(c))
  if (!form.ok) throw new NotFound()
  const { template } = form.value
  const all = texts.all
  const steps = Array.from({ length: phaseTemplates[template] }, (_, place) => {
    const key = `template.${template}.${place + 1}`
    return { title: all.de[key] ?? '', translations: { en: all.en[key] ?? '', ar: all.ar[key] ?? '' } }
  })
  await addTemplate(c.var.db, await acting(c), steps)
  return redirectTo(c, `${paths.arrange}#schritte`, say(c)('notice.template'))
})

for (const kind of partKinds) partRoutes.route('/', routesOf(kind))

/** The addresses of one kind of part: add, change, publish, take back, remove, move. */
function routesOf(kind: PartKind) {
  const routes = domain()
  const part = paths.parts(segments[kind])
  const one = `${part}/:id{[0-9]+}`

  routes.get(`${part}/neu`, authorize('plan:edit'), async (c) => formPage(c, kind, defaults[kind]))

  routes.post(part, authorize('plan:edit'), async (c) => {
    const values = await readTyped(c)
    const form = await checkPart(c, kind, values)
    if (!form.ok) return formPage(c, kind, values, form.errors)
    const id = await createPart(c.var.db, await acting(c), kind, form.value)
    return done(c, kind, values['publish'] ? await publish(c, kind, id) : say(c)('notice.created'))
  })

  routes.get(`${one}/bearbeiten`, authorize('plan:edit'), async (c) => {
    const { values } = await stored(c, kind)
    return formPage(c, kind, values)
  })

  routes.post(`${one}/bearbeiten`, authorize('plan:edit'), async (c) => {
    const before = await stored(c, kind)
    const values = await readTyped(c)
    const form = await checkPart(c, kind, values)
    const lock = checkForm(values, lockForm, say(c))
    if (!form.ok || !lock.ok) return formPage(c, kind, values, form.ok ? {} : form.errors)
    try {
      await savePart(c.var.db, await acting(c), kind, idOf(c), lock.value.version, form.value)
    } catch (error) {
      if (!(error instanceof LostRace)) throw error
      return formPage(c, kind, values, {}, before.values)
    }
    return done(c, kind, values['publish'] ? await publish(c, kind, idOf(c)) : say(c)('notice.saved'))
  })

  routes.post(`${one}/veroeffentlichen`, authorize('publish'), async (c) =>
    done(c, kind, await publish(c, kind, idOf(c))),
  )

  askingRoutes(routes, kind, one)

  // Dates stand in the order of the calendar; nobody moves them.
  if (kind === 'event') return routes
  routes.post(`${one}/:way{nach-oben|nach-unten}`, authorize('plan:edit'), async (c) => {
    const who = await acting(c)
    const direction = c.req.param('way') === 'nach-oben' ? 'up' : 'down'
    // A chapter moves among those of its place.
    const among =
      kind === 'chapter'
        ? sql`(place, coalesce(after_field_id, 0)) = (select place, coalesce(after_field_id, 0) from chapter
            where plan_version_id = ${who.planVersionId} and id = ${idOf(c)})`
        : sql`true`
    await moveThing(c.var.db, who, kind, idOf(c), direction, among)
    return done(c, kind, say(c)('notice.moved'))
  })
  return routes
}

/** Taking back and removing: each asks first. */
function askingRoutes(routes: Hono<AppEnv>, kind: PartKind, address: string) {
  const asking = {
    address,
    kind,
    find: async (c: Ctx) => {
      const { version, values, isPublished } = await stored(c, kind)
      // Only whether it is public matters to the page that asks.
      return { id: idOf(c), version, title: String(values['title']), publishedAt: isPublished ? new Date(0) : null }
    },
    crumbs: (c: Ctx) => [
      { label: say(c)('plan'), path: paths.plan },
      { label: say(c)('arrange'), path: paths.arrange },
    ],
    one: (id: number) => `${paths.parts(segments[kind])}/${id}`,
  }
  const list = `${paths.arrange}#${segments[kind]}`
  withdrawalRoutes(routes, { ...asking, list })
  removalRoutes(routes, {
    ...asking,
    permission: 'plan:edit',
    list,
    hasPage: false,
    remove: async (c, { id }, version) => removeThing(c.var.db, await acting(c), kind, id, version),
  })
}

async function acting(c: Ctx) {
  const who = await actingOf(c)
  if (!mayWith(c.var.person, 'plan:edit', {})) throw new Forbidden('plan:edit')
  return who
}

async function stored(c: Ctx, kind: PartKind) {
  const { planVersionId } = await acting(c)
  const found = await findTypedPart(c.var.db, planVersionId, kind, idOf(c))
  if (!found) throw new NotFound()
  return found
}

/** What was typed, or what is wrong with it; a chapter can only follow a field that is there. */
async function checkPart(c: Ctx, kind: PartKind, values: Typed) {
  const form = checkForm(values, partForms[kind], say(c))
  if (!form.ok) return form
  const value = form.value as PartForm
  const after = 'afterFieldId' in value ? value.afterFieldId : null
  if (after === null || (await fieldsFor(c, kind)).some((field) => field.value === String(after)))
    return { ok: true as const, value }
  return { ok: false as const, errors: { afterFieldId: problemText(say(c), 'unknownChoice') } }
}

/** The fields after which a chapter can stand; other parts ask for none. */
async function fieldsFor(c: Ctx, kind: PartKind) {
  return kind === 'chapter' ? listFieldOptions(c.var.db, (await acting(c)).planVersionId) : []
}

const done = (c: Ctx, kind: PartKind, notice: string) => redirectTo(c, `${paths.arrange}#${segments[kind]}`, notice)

/** Publishes, or says what is missing; saving has happened already either way. */
async function publish(c: Ctx, kind: PartKind, id: number): Promise<string> {
  const t = say(c)
  const who = await acting(c)
  if (!mayEver(c.var.person, 'publish')) return t('notice.saved')
  const missing = await missingOfPart(c.var.db, who, kind, id)
  if (missing.length > 0) {
    return t('publish.missing', { list: missing.map((key) => t.dynamic(`need.${key}`)).join(', ') })
  }
  const outcome = await publishPart(c.var.db, who, kind, id, { needsApproval: needsApproval(c) })
  return saidOfPublishing(c, outcome, kind, id)
}

async function formPage(c: Ctx, kind: PartKind, values: Typed, errors: Record<string, string> = {}, theirs?: Typed) {
  const id = c.req.param('id')
  const found = id ? await stored(c, kind) : undefined
  const fields = await fieldsFor(c, kind)
  // A race is read by people: the field's name instead of its number.
  const named = ({ afterFieldId, ...typed }: Typed): Typed =>
    afterFieldId === undefined
      ? typed
      : { ...typed, afterFieldId: fields.find(({ value }) => value === afterFieldId)?.label ?? '' }
  const version = theirs ? found?.version : Number(values['version']) || found?.version
  return c.render(
    <PartFormPage
      kind={kind}
      values={values}
      errors={errors}
      mayPublish={mayEver(c.var.person, 'publish')}
      fields={fields}
      {...(found && { existing: { id: Number(id), version: version ?? 0, isPublished: found.isPublished } })}
      {...(theirs && { race: differencesShown(say(c), named(theirs), named(values)) })}
    />,
    theirs ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  )
}
