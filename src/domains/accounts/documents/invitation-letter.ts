import { paths as sitePaths } from '#domains/site/paths.ts'
import type { Mail } from '#platform/mail/mail.ts'
import type { MunicipalityRow } from '#platform/http/municipalities.ts'
import { speechFor } from '#platform/http/request.ts'
import type { InterfaceLanguage } from '#values/language.ts'
import { invitationDays, invitationKeptDays } from '../model/people.ts'
import { texts } from '../texts/index.ts'

interface Invited {
  email: string
  name: string
  roles: readonly string[]
  language: InterfaceLanguage
  municipality: MunicipalityRow
  /** Who invites. */
  inviter: string
  url: string
  publicUrl: string
}

/**
 * The mail of an invitation. Says at once what Article 13 GDPR asks for, because with it an address and a name are
 * stored: who, what, what for, on what ground, how long, and which rights one has.
 */
export function invitationLetter({
  email,
  name,
  roles,
  language,
  municipality,
  inviter,
  url,
  publicUrl,
}: Invited): Mail {
  const t = texts(speechFor(language, municipality))
  const { office, phone, email: contact } = municipality.address as { office?: string; phone?: string; email?: string }
  const place = municipality.name
  const role = roles.map((one) => t.dynamic(`role.${one}`)).join(', ')
  // Only what is known: a municipality that is being set up has no address yet.
  const reach = [phone, contact].filter(Boolean).join(', ')
  const text = [
    name && name !== email ? t('letter.greeting', { name }) : t('letter.greetingAnyone'),
    t('letter.invitation', { inviter, place, role }),
    url,
    t('letter.invitation.valid', { days: invitationDays }),
    t('letter.invitation.ignore', { days: invitationKeptDays }),
    t('letter.invitation.legal'),
    [
      office ? t('letter.invitation.whoOffice', { place, office }) : t('letter.invitation.who', { place }),
      ...(reach ? [t('letter.invitation.contact', { contact: reach })] : []),
    ].join(' '),
    t('letter.invitation.what'),
    t('letter.invitation.why'),
    t('letter.invitation.long'),
    t('letter.invitation.rights'),
    t('letter.invitation.more', { url: privacyAddress(url, publicUrl, municipality) }),
  ].join('\n\n')
  return { to: email, subject: t('letter.invitation.subject', { place }), text, language }
}

/** While the municipality is closed its own notice is not there for the invited: the link of the invitation shows it. */
const privacyAddress = (url: string, publicUrl: string, { slug, isOpen }: MunicipalityRow) =>
  isOpen ? `${publicUrl}/${slug}${sitePaths.privacy}` : `${url}/datenschutz`
