import type { Typed } from '#platform/http/form.ts'
import type { FormChoices } from '../queries/choices.ts'
import type { Difference } from '#platform/things/race.tsx'

interface Speaker {
  dynamic: (key: string, values?: Readonly<Record<string, unknown>>) => string
}

const labels: Record<string, string> = {
  actionFieldId: 'form.actionField',
  targetGroupIds: 'form.targetGroups',
  topicIds: 'form.topics',
  partnerIds: 'form.partners',
  partnerUnitIds: 'form.partnerUnits',
  goalIds: 'form.goals',
  indicatorIds: 'form.indicators',
  areaIds: 'form.areas',
  isPermanent: 'form.permanent',
  isFlagship: 'form.flagship',
  isQuickWin: 'form.quickWin',
  state: 'form.implementation',
  inputs: 'logic.inputs',
  activities: 'logic.activities',
  outputs: 'logic.outputs',
  outcomes: 'logic.outcomes',
  impact: 'logic.impact',
}

/** The fields in which two versions of a measure differ, in words. */
export function differencesShown(t: Speaker, theirs: Typed, yours: Typed, choices: FormChoices): Difference[] {
  const named = new Map(
    [
      ...choices.actionFields.map((option) => ['actionFieldId', option] as const),
      ...choices.targetGroups.map((option) => ['targetGroupIds', option] as const),
      ...choices.topics.map((option) => ['topicIds', option] as const),
      ...[...choices.leads.units, ...choices.leads.actors].map((option) => ['lead', option] as const),
    ].map(([name, { value, label }]) => [`${name}.${value}`, label]),
  )
  const shown = (name: string, value: string | string[] | undefined) =>
    [value ?? '']
      .flat()
      .filter(Boolean)
      .map((one) => named.get(`${name}.${one}`) ?? wordOf(t, name, one))
      .join(', ')
  return Object.keys(theirs)
    .filter((name) => sorted(theirs[name]) !== sorted(yours[name]))
    .map((name) => ({
      label: t.dynamic(labels[name] ?? `form.${name}`),
      theirs: shown(name, theirs[name]),
      yours: shown(name, yours[name]),
    }))
}

const wordOf = (t: Speaker, name: string, value: string) =>
  name === 'state' || name === 'course' || name === 'kind'
    ? t.dynamic(`${name}.${value}`)
    : value === 'on'
      ? '✓'
      : value

const sorted = (value: string | string[] | undefined) =>
  [value ?? '']
    .flat()
    .filter(Boolean)
    .map((text) => text.trim().replaceAll('\r\n', '\n'))
    .toSorted()
    .join('\n')
