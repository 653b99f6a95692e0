import type * as v from 'valibot'
import { sql } from 'kysely'
import { mayWith } from '#domains/accounts/index.ts'
import type { Database } from '#platform/db/database.ts'
import type { Ctx } from '#platform/http/app.ts'
import { checkForm, type Typed } from '#platform/http/form.ts'
import { Refused } from '#platform/http/problems.ts'
import { readingOf } from '#platform/http/reading.ts'
import type { Editing, FormPage } from '#platform/things/editing.ts'
import { moveThing } from '#platform/things/lifecycle.ts'
import { differencesOf } from '#platform/things/race.tsx'
import { formatDate } from '#values/local-date.ts'
import { createField, createTargetGroup, createTopic, saveField, saveTargetGroup, saveTopic } from '../commands/save.ts'
import {
  fieldForm,
  targetGroupForm,
  topicForm,
  type FieldForm,
  type OrderKind,
  type TargetGroupForm,
  type TopicForm,
} from '../model/forms.ts'
import { OrderFormPage } from '../pages/form.tsx'
import { paths } from '../paths.ts'
import { hangingOn } from '../queries/hanging.ts'
import { listParents } from '../queries/parents.ts'
import { findField, findTargetGroup, findTopic } from '../queries/stored.ts'
import { texts } from '../texts/index.ts'

const say = (c: Ctx) => texts(c.var.speech)
type AnyForm = FieldForm | TopicForm | TargetGroupForm
type Own<Form> = Pick<Editing<Form>, 'paths' | 'find' | 'create' | 'save' | 'typed'>

/** The same three times: only the form, its columns and its addresses differ. */
const editing = <Form extends AnyForm>(
  kind: OrderKind,
  schema: v.GenericSchema<unknown, Form>,
  own: Own<Form>,
): Editing<Form> => ({
  kind,
  permission: 'plan:edit',
  mayWith: (person, permission) => mayWith(person, permission, {}),
  check: (c, values) => checkForm(values, schema, say(c)),
  missing: () => [],
  missingWord: (c, name) => say(c).dynamic(`form.${name}`),
  missingMessage: (c, name) => say(c).dynamic(`missing.${name}`),
  form: (c, page) => formPage(c, kind, page),
  refusal: (c, error) => {
    if (error instanceof Refused && error.message === 'circle') return { parentId: say(c)('circle') }
    if (error instanceof Error && 'constraint' in error && String(error.constraint).includes('_code_'))
      return { code: say(c)('codeTaken') }
    return undefined
  },
  hanging: (db, acting, id) => hangingOn(db, acting, kind, id),
  crumbs: (c, { id, title }) => [
    { label: say(c)(`${kind}.list`), path: own.paths.list },
    { label: title, path: own.paths.one(id) },
  ],
  ...own,
})

export const fieldEditing = editing<FieldForm>('action-field', fieldForm, {
  paths,
  find: findField,
  create: createField,
  save: saveField,
  typed: ({ code, title, description }) => ({ code, title, description: description ?? '' }),
})

export const topicEditing = editing<TopicForm>('cross-cutting-topic', topicForm, {
  paths: paths.topics,
  find: findTopic,
  create: createTopic,
  save: saveTopic,
  typed: ({ title, description }) => ({ title, description: description ?? '' }),
})

export const targetGroupEditing: Editing<TargetGroupForm> = {
  ...editing<TargetGroupForm>('target-group', targetGroupForm, {
    paths: paths.targetGroups,
    find: findTargetGroup,
    create: createTargetGroup,
    save: saveTargetGroup,
    typed: typedGroup,
  }),
  move: async (db, acting, id, direction) => {
    const stored = await findTargetGroup(db, acting.planVersionId, id)
    const parentId = stored?.content.parentId ?? null
    await moveThing(db, acting, 'target-group', id, direction, sql`parent_id is not distinct from ${parentId}`)
  },
}

function typedGroup({ title, description, parentId, sizeValue, sizeSource, sizeDate }: TargetGroupForm): Typed {
  return {
    title,
    description: description ?? '',
    parentId: parentId === null ? '' : String(parentId),
    sizeValue: sizeValue === null ? '' : String(sizeValue),
    sizeSource: sizeSource ?? '',
    sizeDate: sizeDate === null ? '' : formatDate(sizeDate, 'de'),
  }
}

async function formPage<Form>(c: Ctx, kind: OrderKind, { values, errors, stored, theirs, mayPublish }: FormPage<Form>) {
  const parents = kind === 'target-group' ? await parentsOf(c, c.var.db, stored?.id) : []
  const t = say(c)
  const race =
    theirs &&
    differencesOf(theirs, values, {
      label: (name) => (name in theirs ? t.dynamic(`form.${name}`) : undefined),
      value: (name, value) =>
        name === 'parentId' ? (parents.find((option) => option.value === value)?.label ?? value) : value,
    })
  return (
    <OrderFormPage
      kind={kind}
      values={values}
      errors={errors}
      existing={stored}
      mayPublish={mayPublish}
      parents={parents}
      race={race}
    />
  )
}

const parentsOf = async (c: Ctx, db: Database, id: number | undefined) =>
  listParents(db, (await readingOf(c)).planVersionId, id)
