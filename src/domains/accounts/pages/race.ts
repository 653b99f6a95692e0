import type { SayOf } from '#platform/texts/texts.ts'
import { formatDate } from '#values/local-date.ts'
import type { Membership } from '../model/people.ts'
import type { Choice, LimitChoices } from '../queries/people.ts'
import type { texts } from '../texts/index.ts'

type Stored = Omit<Membership, 'roles'> & { roles: readonly string[] }

/** The fields in which what is stored now differs from what was typed, both in words. */
export function raceRows(t: SayOf<typeof texts>, theirs: Stored, yours: Stored, choices: LimitChoices) {
  const name = (list: readonly Choice[], id: number | null) => list.find((one) => one.id === id)?.name ?? t('none')
  const words = (one: Stored): [label: string, value: string][] => [
    [t('roles'), one.roles.map((role) => t.dynamic(`role.${role}`)).join(', ')],
    [t('functionTitle'), one.functionTitle ?? t('none')],
    [t('orgUnit'), name(choices.orgUnits, one.orgUnitId)],
    [t('actor'), name(choices.actors, one.actorId)],
    [t('onlyLed'), one.onlyLed ? t('yes') : t('no')],
    [t('actionFields'), one.actionFieldIds.map((id) => name(choices.actionFields, id)).join(', ') || t('limits.none')],
    [t('endsOn'), one.endsOn === null ? t('endsOn.none') : formatDate(one.endsOn, t.language)],
  ]
  const typed = words(yours)
  return words(theirs)
    .map(([label, value], place) => ({ label, theirs: value, yours: typed[place]?.[1] ?? '' }))
    .filter((row) => row.theirs !== row.yours)
}
