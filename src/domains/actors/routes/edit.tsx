import { createMiddleware } from 'hono/factory'
import { mayWith } from '#domains/accounts/index.ts'
import { today } from '#platform/clock.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import type { AppEnv } from '#platform/http/app.ts'
import { checkForm, type Form, type Typed } from '#platform/http/form.ts'
import { Forbidden, SignInNeeded } from '#platform/http/problems.ts'
import type { Editing, FormPage } from '#platform/things/editing.ts'
import { editingRoutes } from '#platform/things/editing-routes.tsx'
import { readingOf } from '#platform/http/reading.ts'
import { differencesOf } from '#platform/things/race.tsx'
import { searchAsked } from '#ui/link-picker.tsx'
import { createActor, removeActor, saveActor } from '../commands/save.ts'
import { missingToPublish } from '../model/actor.ts'
import { actorForm, type ActorContent } from '../model/form.ts'
import { ActorFormPage } from '../pages/form.tsx'
import { paths } from '../paths.ts'
import { findActor, hangingOn, listChoices, typedActor, type ActorChoices } from '../queries/stored.ts'
import { texts } from '../texts/index.ts'

export const editRoutes = domain()

const say = (c: Ctx) => texts(c.var.speech)
/** May change every entry, not only one's own: adding, removing and merging are for these. */
export const mayAll = (c: Ctx): boolean => mayWith(c.var.person, 'actor:edit', { actorId: null })

export const onlyWhoMayAll = createMiddleware<AppEnv>(async (c, next) => {
  if (!c.var.person) throw new SignInNeeded()
  if (!mayAll(c)) throw new Forbidden('actor:edit')
  await next()
})
editRoutes.use(paths.new, onlyWhoMayAll)
editRoutes.use('/akteure/:id{[0-9]+}/loeschen', onlyWhoMayAll)

export const editing: Editing<ActorContent> = {
  kind: 'actor',
  paths,
  permission: 'actor:edit',
  mayWith: (person, permission, { actorId }) => mayWith(person, permission, { actorId }),
  find: (db, _, id) => findActor(db, id),
  typed: typedActor,
  check,
  create: createActor,
  save: saveActor,
  remove: removeActor,
  missing: missingToPublish,
  missingWord: (c, name) => say(c).dynamic(`need.${name}`),
  missingMessage: (c, name) => say(c).dynamic(`missing.${name}`),
  form,
  startValues: () => ({ cooperation: 'NONE', isConfirmed: 'on' }),
  hanging: (db, { planVersionId }, id) => hangingOn(db, planVersionId, id),
  crumbs: (c, { id, title }) => [
    { label: say(c)('title'), path: paths.list },
    { label: title, path: paths.one(id) },
  ],
}
editingRoutes(editRoutes, editing)

/** Whose entry it is comes from the address; how we work together is said by the house only. */
function check(c: Ctx, typed: Typed): Form<ActorContent> {
  const { cooperation, cooperationForm, cooperationSince, ...others } = typed
  const values: Typed = mayAll(c)
    ? {
        ...others,
        cooperation: cooperation ?? '',
        cooperationForm: cooperationForm ?? '',
        cooperationSince: cooperationSince ?? '',
      }
    : others
  const form = checkForm(values, actorForm, say(c))
  if (!form.ok) return { ...form, values: typed }
  const { isConfirmed, ...content } = form.value
  const id = c.req.param('id')
  const confirmedOn = isConfirmed ? today(c.var.services.clock) : null
  return { ok: true, values: typed, value: { ...content, actorId: id ? Number(id) : null, confirmedOn } }
}

async function form(c: Ctx, { values, errors, stored, theirs, mayPublish }: FormPage<ActorContent>) {
  const { planVersionId } = await readingOf(c)
  const choices = await listChoices(c.var.db, planVersionId, values, searchAsked(values))
  const race = theirs && differencesOf(theirs, values, wordsOf(c, choices))
  return (
    <ActorFormPage
      values={values}
      errors={errors}
      choices={choices}
      mayPublish={mayPublish}
      maySayCooperation={mayAll(c)}
      {...(stored && {
        existing: {
          id: stored.id,
          version: Number(values['version']) || stored.version,
          name: stored.title,
          isPublished: stored.publishedAt !== null,
        },
      })}
      {...(race && { race })}
    />
  )
}

function wordsOf(c: Ctx, choices: ActorChoices) {
  const t = say(c)
  const known = Object.keys(typedActor(emptyContent))
  const value = (name: string, one: string): string => {
    if (name === 'primaryType' || name === 'otherTypes') return t.dynamic(`type.${one}`)
    if (name === 'cooperation') return t.dynamic(`cooperation.${one}`)
    if (name === 'isNonProfit') return t.dynamic(`facts.${one}`)
    const options = name === 'actionFieldIds' ? choices.fields : name === 'areaIds' ? choices.areaIds.chosen : []
    return options.find((option) => option.value === one)?.label ?? (one === 'on' ? '✓' : one)
  }
  const label = (name: string) =>
    known.includes(name) ? t.dynamic(name === 'otherTypes' ? 'form.otherTypes' : `form.${name}`) : undefined
  return { label, value }
}

const emptyContent: ActorContent = {
  ...{ actorId: null, name: '', types: [], description: null, place: null, website: null, legalForm: null },
  ...{
    registerNumber: null,
    isNonProfit: null,
    isMigrantOrganisation: false,
    cooperation: null,
    cooperationForm: null,
  },
  ...{ cooperationSince: null, languages: [], offers: [], actionFieldIds: [], areaIds: [], confirmedOn: null },
}
