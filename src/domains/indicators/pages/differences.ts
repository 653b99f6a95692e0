import type { Typed } from '#platform/http/form.ts'
import type { Difference } from '#platform/things/race.tsx'
import type { T } from './wording.ts'

/**
 * The fields in which two versions differ, in words. `label` names a field, `word` says a chosen value ("GREEN" →
 * "planmäßig"); what it does not know is shown as typed.
 */
export function differencesShown(
  t: T,
  theirs: Typed,
  yours: Typed,
  { label, word }: { label: (name: string) => string; word: (name: string, value: string) => string | undefined },
): Difference[] {
  const shown = (name: string, value: Typed[string] | undefined) =>
    texting(value)
      .map((one) => word(name, one) ?? one)
      .join(', ') || t('race.nothing')
  return Object.keys(theirs)
    .filter((name) => texting(theirs[name]).toSorted().join('\n') !== texting(yours[name]).toSorted().join('\n'))
    .map((name) => ({ label: label(name), theirs: shown(name, theirs[name]), yours: shown(name, yours[name]) }))
}

const texting = (value: Typed[string] | undefined) =>
  [value ?? '']
    .flat()
    .filter(Boolean)
    .map((text) => text.trim().replaceAll('\r\n', '\n'))
