import { rowsOf } from '#platform/forms/rows.ts'
import type { Typed } from '#platform/http/form.ts'
import type { SayOf } from '#platform/texts/texts.ts'
import { differencesOf, type Difference } from '#platform/things/race.tsx'
import type { BodyChoices } from '../queries/stored.ts'
import type { texts } from '../texts/index.ts'

type T = SayOf<typeof texts>

const plain = [
  'name',
  'shortName',
  'type',
  'purpose',
  'legalBasis',
  'meets',
  'targetSize',
  'since',
  'parentId',
] as const
const others = ['isMemberListOpen', 'actionFieldIds', 'tasks', 'seats', 'relations'] as const

/** The fields in which two versions of a body differ; of the rows each is one line of words. */
export function differencesShown(t: T, theirs: Typed, yours: Typed, choices: BodyChoices): Difference[] {
  const nameOf = (id: string) => choices.bodies.find(({ value }) => value === id)?.label ?? id
  const value = (name: string, one: string): string => {
    if (name === 'type') return t.dynamic(`type.${one}`)
    if (name === 'parentId') return nameOf(one)
    if (name === 'actionFieldIds') return choices.fields.find((field) => field.value === one)?.label ?? one
    return one === 'on' ? '✓' : one
  }
  const label = (name: string) =>
    [...plain, ...others].some((known) => known === name) ? t.dynamic(`form.${name}`) : undefined
  return differencesOf(inLines(t, theirs, nameOf), inLines(t, yours, nameOf), { label, value })
}

/** The values with each group of rows as lines of words. */
function inLines(t: T, values: Typed, nameOf: (id: string) => string): Typed {
  const text = (row: Typed, field: string) => String(row[field] ?? '')
  const ticked = (row: Typed, field: string, word: string) => (text(row, field) === '' ? '' : word)
  const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(' · ')
  const role = (row: Typed) => (text(row, 'role') === '' ? '' : t.dynamic(`role.${text(row, 'role')}`))
  return {
    ...values,
    tasks: rowsOf(values, 'tasks').map((row) => joined(text(row, 'text'), t.dynamic(`mode.${text(row, 'mode')}`))),
    seats: rowsOf(values, 'seats').map((row) =>
      joined(
        `${text(row, 'count')} × ${text(row, 'label')}`,
        t.dynamic(`kind.${text(row, 'kind')}`),
        role(row),
        ticked(row, 'hasVote', t('vote.yes')),
        text(row, 'actorName'),
        text(row, 'delegateBodyId') === '' ? '' : nameOf(text(row, 'delegateBodyId')),
        text(row, 'personName'),
        ticked(row, 'isPersonPublic', t('form.isPersonPublic')),
      ),
    ),
    relations: rowsOf(values, 'relations').map((row) =>
      joined(t.dynamic(`relation.${text(row, 'kind')}`), nameOf(text(row, 'otherId'))),
    ),
  }
}
