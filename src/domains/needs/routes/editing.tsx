import { mayWith } from '#domains/accounts/index.ts'
import type { Ctx } from '#platform/http/app.ts'
import { checkForm, type Form, type Typed } from '#platform/http/form.ts'
import type { Person } from '#platform/http/person.ts'
import { readingOf } from '#platform/http/reading.ts'
import type { Editing, FormPage } from '#platform/things/editing.ts'
import { differencesOf } from '#platform/things/race.tsx'
import { searchAsked } from '#ui/link-picker.tsx'
import { formatFlexDate } from '#values/flex-date.ts'
import { removeNeed } from '../commands/acts.ts'
import { createNeed, saveNeed } from '../commands/save.ts'
import { needForm, sourceForm, type NeedForm, type SourceForm } from '../model/form.ts'
import { missingToPublish } from '../model/need.ts'
import { emptySource, isEmptyRow, reshapedRows, rowsOf, withRows } from '../model/rows.ts'
import { NeedFormPage } from '../pages/form.tsx'
import { paths } from '../paths.ts'
import { idsOf, listChoices, type NeedChoices } from '../queries/choices.ts'
import { hangingOn } from '../queries/hanging.ts'
import { findNeed } from '../queries/stored.ts'
import { texts } from '../texts/index.ts'

export const say = (c: Ctx) => texts(c.var.speech)

/** Facilitators and leads of working groups edit the needs of their fields only. */
export const rights = {
  permission: 'need:edit',
  mayWith: (person: Person | undefined, permission: string, { actionFieldId }: Pick<NeedForm, 'actionFieldId'>) =>
    mayWith(person, permission, { actionFieldId }),
}

export const editing: Editing<NeedForm> = {
  kind: 'need',
  paths,
  ...rights,
  find: findNeed,
  typed: typedOf,
  check,
  create: createNeed,
  save: saveNeed,
  missing: missingToPublish,
  missingWord: (c, name) => say(c).dynamic(`need.${name}`),
  missingMessage: (c, name) => say(c).dynamic(`missing.${name}`),
  form: formPage,
  startValues: (c) =>
    withRows({ actionFieldId: c.req.query('feld') ?? '', goalIds: idsOf(c.req.query('ziel')).map(String) }, [
      emptySource,
    ]),
  reshaped: reshapedRows,
  hanging: hangingOn,
  remove: removeNeed,
  crumbs: (c, { id }) => [
    { label: say(c)('title'), path: paths.list },
    { label: say(c)('one'), path: paths.one(id) },
  ],
}

/** A stored need as its form shows it. */
function typedOf({ statement, description, actionFieldId, priority, state, ...rest }: NeedForm): Typed {
  const strings = (ids: number[]) => ids.map(String)
  return withRows(
    {
      statement,
      description: description ?? '',
      actionFieldId: actionFieldId === null ? '' : String(actionFieldId),
      priority: priority === null ? '' : String(priority),
      state,
      rejectionReason: rest.rejectionReason ?? '',
      targetGroupIds: strings(rest.targetGroupIds),
      topicIds: strings(rest.topicIds),
      goalIds: strings(rest.goalIds),
    },
    rest.sources.map(({ id, kind, text, date }) => ({
      id: String(id ?? ''),
      kind,
      text,
      date: date ? formatFlexDate(date, 'de') : '',
    })),
  )
}

/** The need and its rows of sources, all errors at once; rows in which nothing stands are passed over. */
function check(c: Ctx, values: Typed): Form<NeedForm> {
  const need = checkForm(values, needForm, say(c))
  const errors: Record<string, string> = need.ok ? {} : { ...need.errors }
  const sources: SourceForm[] = []
  for (const [place, row] of rowsOf(values).entries()) {
    if (isEmptyRow(row)) continue
    const checked = checkForm({ ...row }, sourceForm, say(c))
    if (checked.ok) sources.push(checked.value)
    else for (const [part, message] of Object.entries(checked.errors)) errors[`sources.${place}.${part}`] = message
  }
  if (!need.ok || Object.keys(errors).length > 0) return { ok: false, values, errors }
  return { ok: true, values, value: { ...need.value, sources } }
}

async function formPage(c: Ctx, { values, errors, stored, theirs, mayPublish }: FormPage<NeedForm>) {
  const { planVersionId } = await readingOf(c)
  const choices = await listChoices(c.var.db, planVersionId, values, searchAsked(values))
  const race = theirs && differencesOf(theirs, values, wordsOf(c, choices))
  return (
    <NeedFormPage
      values={values}
      errors={errors}
      choices={choices}
      existing={stored}
      mayPublish={mayPublish}
      race={race}
    />
  )
}

/** Names the fields and values of a lost race. */
function wordsOf(c: Ctx, choices: NeedChoices) {
  const t = say(c)
  const lists: Record<string, { value: string; label: string }[]> = {
    actionFieldId: choices.actionFields,
    targetGroupIds: choices.targetGroups,
    topicIds: choices.topics,
    goalIds: choices.goalIds.chosen,
  }
  const fields = ['statement', 'description', 'priority', 'rejectionReason', ...Object.keys(lists)]
  return {
    label: (name: string) => {
      const [, place = '', part = ''] = /^sources\.(\d+)\.(kind|text|date)$/.exec(name) ?? []
      if (part) return `${t('form.source', { place: String(Number(place) + 1) })}: ${sourceLabel(t, part)}`
      if (name === 'state') return t('form.stateField')
      return fields.includes(name) ? t.dynamic(`form.${name}`) : undefined
    },
    value: (name: string, value: string) => {
      if (name === 'state' || name === 'priority') return t.dynamic(`${name}.${value}`)
      if (name.endsWith('.kind')) return t.dynamic(`source.${value}`)
      return lists[name]?.find((option) => option.value === value)?.label ?? value
    },
  }
}

const sourceLabel = (t: ReturnType<typeof say>, part: string) =>
  ({ kind: t('form.sourceKind'), text: t('form.sourceText'), date: t('form.sourceDate') })[part as 'kind']
