import type { Fields, StepKey } from '../model/steps.ts'
import { fieldName } from './overview.tsx'
import type { Difference } from '#platform/things/race.tsx'

interface Speaker {
  dynamic: (key: string) => string
}

/** The fields in which two versions of a step differ, in words. */
export const differencesShown = (t: Speaker, step: StepKey, theirs: Fields, yours: Fields): Difference[] =>
  Object.keys(theirs)
    .filter((field) => plain(theirs[field]) !== plain(yours[field]))
    .map((field) => ({
      label: fieldName(t, field),
      theirs: shown(t, step, field, theirs[field]),
      yours: shown(t, step, field, yours[field]),
    }))

const list = (value: string | string[] | undefined) => [value ?? ''].flat().filter(Boolean)
const plain = (value: string | string[] | undefined) =>
  list(value)
    .map((text) => text.trim().replaceAll('\r\n', '\n'))
    .toSorted()
    .join('\n')

const prefixes: Readonly<Record<string, string>> = {
  kind: 'kind',
  federalState: 'state',
  conformance: 'conformance',
  quorum: 'quorum',
  tie: 'tie',
}

function shown(t: Speaker, step: StepKey, field: string, value: string | string[] | undefined): string {
  const words = list(value).map((one) => {
    if (step === 'rules') return t.dynamic('yes')
    const prefix = prefixes[field]
    return prefix ? t.dynamic(`${prefix}.${one}`) : one
  })
  return words.join(', ') || (step === 'rules' ? t.dynamic('no') : '–')
}
