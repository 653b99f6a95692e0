import { sql } from 'kysely'
import { linkedTexts } from '#domains/action-fields/index.ts'
import { mayWith } from '#domains/accounts/index.ts'
import type { Ctx } from '#platform/http/app.ts'
import { checkForm, type Typed } from '#platform/http/form.ts'
import type { Person } from '#platform/http/person.ts'
import { Refused } from '#platform/http/problems.ts'
import { readingOf } from '#platform/http/reading.ts'
import type { Editing, FormPage } from '#platform/things/editing.ts'
import { moveThing } from '#platform/things/lifecycle.ts'
import { differencesOf } from '#platform/things/race.tsx'
import { searchAsked } from '#ui/link-picker.tsx'
import { createGoal, saveGoal } from '../commands/save.ts'
import { goalForm, type GoalForm } from '../model/form.ts'
import { missingToPublish } from '../model/goal.ts'
import { GoalFormPage } from '../pages/form.tsx'
import { paths } from '../paths.ts'
import { idsOf, listChoices, type GoalChoices } from '../queries/choices.ts'
import { hangingOn } from '../queries/hanging.ts'
import { findGoal } from '../queries/stored.ts'
import { texts } from '../texts/index.ts'

export const say = (c: Ctx) => texts(c.var.speech)

/** Facilitators and leads of working groups edit the goals of their fields only. */
export const rights = {
  permission: 'goal:edit',
  mayWith: (person: Person | undefined, permission: string, { actionFieldId }: Pick<GoalForm, 'actionFieldId'>) =>
    mayWith(person, permission, { actionFieldId }),
}

export const editing: Editing<GoalForm> = {
  ...rights,
  kind: 'goal',
  paths,
  find: findGoal,
  typed: typedOf,
  check: (c, values) => checkForm(values, goalForm, say(c)),
  create: createGoal,
  save: saveGoal,
  missing: missingToPublish,
  missingWord: (c, name) => say(c).dynamic(`need.${name}`),
  missingMessage: (c, name) => say(c).dynamic(`missing.${name}`),
  form: formPage,
  startValues: (c) => ({
    source: 'PLAN',
    actionFieldId: c.req.query('feld') ?? '',
    needIds: idsOf(c.req.query('bedarf')).map(String),
    parentId: idsOf(c.req.query('ueber')).map(String),
  }),
  refusal,
  hanging: hangingOn,
  move: async (db, acting, id, direction) => {
    const stored = await findGoal(db, acting.planVersionId, id)
    const parentId = stored?.content.parentId ?? null
    await moveThing(db, acting, 'goal', id, direction, sql`parent_id is not distinct from ${parentId}`)
  },
  crumbs: (c, { id }) => [
    { label: say(c)('title'), path: paths.list },
    { label: say(c)('one'), path: paths.one(id) },
  ],
}

/** The rules about levels, said at the field that breaks them. */
function refusal(c: Ctx, error: unknown): Record<string, string> | undefined {
  if (!(error instanceof Refused)) return undefined
  const t = say(c)
  if (error.message === 'parentNotHigher' || error.message === 'unknownParent') return { parentId: t(error.message) }
  return error.message === 'childNotLower' ? { level: t.dynamic('childNotLower', error.values) } : undefined
}

/** A stored goal as its form shows it. */
function typedOf({ smart, ...goal }: GoalForm): Typed {
  const one = (id: number | null) => (id === null ? '' : String(id))
  const box = (ticked: boolean) => (ticked ? 'on' : '')
  return {
    text: goal.text,
    level: goal.level,
    source: goal.source,
    actionFieldId: one(goal.actionFieldId),
    budgetProductId: one(goal.budgetProductId),
    parentId: one(goal.parentId),
    relation: goal.relation ?? '',
    leadIn: goal.leadIn ?? '',
    needIds: goal.needIds.map(String),
    topicIds: goal.topicIds.map(String),
    indicatorIds: goal.indicatorIds.map(String),
    stairStep: one(goal.stairStep),
    specific: box(smart.specific),
    accepted: box(smart.accepted),
    realistic: box(smart.realistic),
    smartNote: smart.note ?? '',
    evidence: goal.evidence ?? '',
  }
}

async function formPage(c: Ctx, { values, errors, stored, theirs, mayPublish }: FormPage<GoalForm>) {
  const { planVersionId } = await readingOf(c)
  const choices = await listChoices(c.var.db, planVersionId, values, searchAsked(values))
  const race = theirs && differencesOf(theirs, values, wordsOf(c, theirs, choices))
  return (
    <GoalFormPage
      values={values}
      errors={errors}
      choices={choices}
      existing={stored}
      mayPublish={mayPublish}
      race={race}
    />
  )
}

const words = ['level', 'source', 'relation', 'specific', 'accepted', 'realistic']

/** Names the fields and values of a lost race. */
function wordsOf(c: Ctx, theirs: Typed, choices: GoalChoices) {
  const t = say(c)
  const l = linkedTexts(c.var.speech)
  const options = [
    ...[...choices.actionFields].map((one) => ['actionFieldId', one] as const),
    ...[...choices.topics].map((one) => ['topicIds', one] as const),
    ...(['needIds', 'indicatorIds', 'parentId', 'budgetProductId'] as const).flatMap((name) =>
      choices[name].chosen.map((one) => [name, one] as const),
    ),
  ]
  const named = new Map(options.map(([name, { value, label }]) => [`${name}.${value}`, label]))
  return {
    label: (name: string) => {
      if (!(name in theirs)) return undefined
      return ['specific', 'accepted', 'realistic'].includes(name)
        ? t.dynamic(`smart.${name}`)
        : t.dynamic(`form.${name}`)
    },
    value: (name: string, value: string) => {
      if (name === 'level') return l.dynamic(`level.${value}`)
      if (value === 'on') return t('smart.yes')
      return words.includes(name) ? t.dynamic(`${name}.${value}`) : (named.get(`${name}.${value}`) ?? value)
    },
  }
}
