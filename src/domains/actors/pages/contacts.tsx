import { paths as historyPaths } from '#domains/history/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { ActionButton, EditLink } from '#ui/buttons.tsx'
import { Badge } from '#ui/marks.tsx'
import { Facts, Internal, Section } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { formatDate } from '#values/local-date.ts'
import type { Actor } from '../model/actor.ts'
import { contactFields, isPublicPart, type Contact } from '../model/contact.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

/** The contact persons as the house keeps them: what is public of each, since when and how they agreed. */
export function Contacts({ actor: { id, contacts }, mayEdit }: { actor: Actor; mayEdit: boolean }) {
  const t = useTexts(texts)
  const known = contacts.flatMap(({ internal }) => internal ?? [])
  return (
    <Section
      id="kontakte"
      title={t('contact.title')}
      {...(mayEdit && { edit: { path: paths.newContact(id), label: t('contact.new') } })}
      flush
    >
      <Internal>
        <p class="tw-small">{t('contact.lead')}</p>
        {known.length === 0 && <p class="tw-muted">{t('contact.none')}</p>}
        {known.map((contact) => (
          <ContactPart contact={contact} mayEdit={mayEdit} />
        ))}
      </Internal>
    </Section>
  )
}

function ContactPart({ contact, mayEdit }: { contact: Contact; mayEdit: boolean }) {
  const t = useTexts(texts)
  const { id, actorId, consent } = contact
  return (
    <div class="tw-contact">
      <Facts
        facts={contactFields.map((field) => ({
          term: t(`contact.${field}`),
          value: contact[field] !== null && (
            <>
              <bdi>{contact[field]}</bdi>{' '}
              {isPublicPart(contact, field) ? (
                <Badge tone="ok">{t('contact.public')}</Badge>
              ) : (
                <Badge>{t('contact.notPublic')}</Badge>
              )}
            </>
          ),
        }))}
      />
      <p class="tw-small">
        <Consent contact={contact} />
      </p>
      {mayEdit && (
        <div class="tw-row">
          <EditLink path={paths.contact(actorId, id)}>{t('contact.edit')}</EditLink>
          {consent.length > 0 && (
            <ActionButton small to={{ path: paths.withdrawConsent(actorId, id) }}>
              {t('contact.withdraw')}
            </ActionButton>
          )}
          <ActionButton small to={{ path: paths.removeContact(actorId, id) }}>
            {t('contact.remove')}
          </ActionButton>
          <EditLink icon="none" path={historyPaths.of('actor-contact', id)}>
            {t('contact.history')}
          </EditLink>
        </div>
      )}
    </div>
  )
}

function Consent({ contact: { consent, consentOn, consentNote, withdrawnOn } }: { contact: Contact }) {
  const t = useTexts(texts)
  const { language } = usePage()
  if (withdrawnOn !== null) return <>{t('contact.withdrawn', { date: formatDate(withdrawnOn, language) })}</>
  if (consent.length === 0 || consentOn === null) return <>{t('contact.noConsent')}</>
  const date = formatDate(consentOn, language)
  return (
    <>
      {consentNote === null ? t('contact.consentedOn', { date }) : t('contact.consented', { date, note: consentNote })}
    </>
  )
}
