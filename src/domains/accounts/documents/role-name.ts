import { speechOf } from '#platform/texts/texts.ts'
import type { InterfaceLanguage } from '#values/language.ts'
import type { Role } from '../model/rights.ts'
import { texts } from '../texts/index.ts'

/** What a role is called, outside of a page. */
export const roleName = (role: Role, language: InterfaceLanguage): string =>
  texts(speechOf(language)).dynamic(`role.${role}`)
