import { de } from './de.ts'
export const ar = de
