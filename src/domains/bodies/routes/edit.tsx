import { sql } from 'kysely'
import { mayWith } from '#domains/accounts/index.ts'
import { checkRows, rowAsked, rowsOf } from '#platform/forms/rows.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { checkForm, type Form, type Typed } from '#platform/http/form.ts'
import { Refused } from '#platform/http/problems.ts'
import { readingOf } from '#platform/http/reading.ts'
import type { Editing, FormPage } from '#platform/things/editing.ts'
import { editingRoutes } from '#platform/things/editing-routes.tsx'
import { moveThing } from '#platform/things/lifecycle.ts'
import { createBody, removeBody, saveBody } from '../commands/save.ts'
import { bodyTypes, missingToPublish, natureOf } from '../model/body.ts'
import { bodyForm, relationRow, rowGroups, seatRow, taskRow, type BodyContent } from '../model/form.ts'
import { differencesShown } from '../pages/differences.ts'
import { BodyFormPage } from '../pages/form.tsx'
import { paths } from '../paths.ts'
import { findBody, hangingOn, listChoices, typedBody } from '../queries/stored.ts'
import { texts } from '../texts/index.ts'

export const editRoutes = domain()

const say = (c: Ctx) => texts(c.var.speech)
const blank = {
  tasks: { ...rowGroups.tasks.blank },
  seats: { ...rowGroups.seats.blank },
  relations: { ...rowGroups.relations.blank },
}

const editing: Editing<BodyContent> = {
  kind: 'body',
  paths,
  permission: 'body:edit',
  mayWith: (person, permission) => mayWith(person, permission, {}),
  find: (db, _, id) => findBody(db, id),
  typed: typedBody,
  check,
  create: createBody,
  save: saveBody,
  remove: removeBody,
  missing: missingToPublish,
  missingWord: (c, name) => say(c).dynamic(`need.${name}`),
  missingMessage: (c, name) => say(c).dynamic(`missing.${name}`),
  form,
  reshaped: (values) => rowAsked(values, blank),
  refusal: (c, error) => {
    if (!(error instanceof Refused) || error.message !== 'wrongFields') return undefined
    const fields = error.values['fields'] as Record<string, string>
    return Object.fromEntries(Object.entries(fields).map(([name, key]) => [name, say(c).dynamic(key)]))
  },
  hanging: (db, _, id) => hangingOn(db, id),
  // A body moves among those of its own part of the list.
  move: async (db, acting, id, direction) => {
    const { type } = await db.selectFrom('body').where('id', '=', id).select('type').executeTakeFirstOrThrow()
    const alike = bodyTypes.filter((one) => natureOf(one) === natureOf(type))
    await moveThing(db, acting, 'body', id, direction, sql`type = any(${alike})`)
  },
  crumbs: (c, { id, title }) => [
    { label: say(c)('title'), path: paths.list },
    { label: title, path: paths.one(id) },
  ],
}
editingRoutes(editRoutes, editing)

/** The form and its rows: all errors at once. */
function check(c: Ctx, values: Typed): Form<BodyContent> {
  const t = say(c)
  const form = checkForm(values, bodyForm, t)
  const tasks = checkRows(values, 'tasks', taskRow, t, rowGroups.tasks.named)
  const seats = checkRows(values, 'seats', seatRow, t, rowGroups.seats.named)
  const relations = checkRows(values, 'relations', relationRow, t, rowGroups.relations.named)
  if (form.ok && tasks.ok && seats.ok && relations.ok)
    return {
      ok: true,
      values,
      value: { ...form.value, tasks: tasks.value, seats: seats.value, relations: relations.value },
    }
  const errors = Object.assign({}, ...[form, tasks, seats, relations].map((part) => (part.ok ? {} : part.errors)))
  return { ok: false, values, errors: errors as Record<string, string> }
}

async function form(c: Ctx, { values, errors, stored, theirs, mayPublish }: FormPage<BodyContent>) {
  const { planVersionId } = await readingOf(c)
  const choices = await listChoices(c.var.db, planVersionId)
  const race = theirs && differencesShown(say(c), theirs, values, choices)
  const count = (group: string) => rowsOf(values, group).length
  return (
    <BodyFormPage
      values={values}
      errors={errors}
      choices={choices}
      counts={{ tasks: count('tasks'), seats: count('seats'), relations: count('relations') }}
      mayPublish={mayPublish}
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
