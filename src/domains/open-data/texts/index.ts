import { defineTexts } from '#platform/texts/texts.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'

export const texts = defineTexts({ de, en, ar })
