import type { Translation } from '#platform/texts/texts.ts'
import type { de } from './de.ts'

export const en: Translation<typeof de> = {
  tooLong: 'This has {length} characters. Please shorten it to {requirement} at most.',
  unknownChoice: 'Please choose an entry from the list.',
  notADate: 'There is no such day. Write it like this: 31.12.2026.',
  notAnAmount: 'This is not an amount in euros. Write it like this: 1.200,50.',
  negativeAmount: 'The amount must not be less than 0.',
  tooLargeAmount: 'The amount is too large. At most 10 billion euros are possible.',
  notANumber: 'This is not a number. Write it like this: 1.234,5.',
  notAWholeNumber: 'Please enter a whole number.',
  notAnEmail: 'This is not an e-mail address. Please write it like this: name@association.org.',
  notAPhone: 'This is not a telephone number. Please write it like this: 07621 410-5300.',
  notAWebsite: 'This is not the address of a website. Please write it like this: https://www.association.org.',
}
