import type { Translation } from '#platform/texts/texts.ts'
import type { de } from './de.ts'

export const en: Translation<typeof de> = {
  'race.title': 'Someone else has saved in the meantime',
  'race.text':
    'What you typed is still below and has not been saved. Compare it with what is stored now, then save again.',
  'race.same': 'What you typed is still below. It agrees with what is stored now. Save again if you are sure.',
  'race.caption': 'Differences between what is stored and what you typed',
  'race.field': 'Field',
  'race.theirs': 'Stored now',
  'race.yours': 'What you typed',
}
