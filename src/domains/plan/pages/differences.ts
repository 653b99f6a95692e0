import type { Typed } from '#platform/http/form.ts'
import type { SayOf } from '#platform/texts/texts.ts'
import type { texts } from '../texts/index.ts'
import type { Difference } from '#platform/things/race.tsx'

const labels: Readonly<Record<string, string>> = {
  state: 'version.state',
  understanding: 'understanding',
  mainGoal: 'mainGoal',
  carriers: 'carriers',
  formerTitles: 'formerTitles',
  strategyTitle: 'strategy',
  funder: 'funder',
  fundingProgramme: 'funder.programme',
}
const stateWords = ['version', 'phase', 'place']

/** The fields in which what is stored now differs from what was typed, in words. */
export function differencesShown(t: SayOf<typeof texts>, theirs: Typed, yours: Typed): Difference[] {
  return Object.keys(theirs)
    .filter((name) => plain(theirs[name]) !== plain(yours[name]))
    .map((name) => ({
      label: t.dynamic(labels[name] ?? `form.${name}`),
      theirs: shown(t, plain(theirs[name])),
      yours: shown(t, plain(yours[name])),
    }))
}

const plain = (value: string | string[] | undefined): string =>
  [value ?? ''].flat().join(', ').trim().replaceAll('\r\n', '\n')

/** A word of a list is shown as the form shows it. */
function shown(t: SayOf<typeof texts>, value: string): string {
  if (value === 'on') return '✓'
  if (!/^[A-Z_]+$/.test(value)) return value
  const keys = stateWords.map((group) => `${group}.${value}`)
  return keys.map((key) => [key, t.dynamic(key)]).find(([key, word]) => key !== word)?.[1] ?? value
}
