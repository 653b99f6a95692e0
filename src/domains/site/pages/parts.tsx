import type { ComponentChildren } from 'preact'
import { paths as municipalityPaths } from '#domains/municipality/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { Badge } from '#ui/marks.tsx'
import { Internal } from '#ui/object.tsx'
import { ForeignText } from '#ui/prose.tsx'
import type { LawfulFact, LegalFacts } from '../model/legal-facts.ts'
import { texts } from '../texts/index.ts'

/** A part of a legal page: heading and text. Without text there is no part. */
export const Part = ({ id, title, children }: { id: string; title: string; children: ComponentChildren }) => (
  <section class="tw-part" aria-labelledby={id}>
    <h2 class="kern-heading-medium" id={id}>
      {title}
    </h2>
    <div class="tw-prose">{children}</div>
  </section>
)

/** A part that takes the whole width, for a table. */
export const WidePart = ({ id, title, children }: { id: string; title: string; children: ComponentChildren }) => (
  <section class="tw-part tw-part--wide" aria-labelledby={id}>
    <h2 class="kern-heading-medium" id={id}>
      {title}
    </h2>
    {children}
  </section>
)

/** What somebody in the office typed: German, line by line. */
export const OwnWords = ({ text }: { text: string }) => (
  <p class="tw-lines">
    <ForeignText text={text} language="de" />
  </p>
)

/** Postal address as it stands on an envelope. */
export function Postal({ name, address }: Pick<LegalFacts, 'name' | 'address'>) {
  const place = [address.postcode, address.place].filter(Boolean).join(' ')
  const lines = [address.office ?? name, address.street, place].filter(Boolean)
  return (
    <address class="tw-lines">
      <ForeignText text={lines.join('\n')} language="de" />
    </address>
  )
}

export const MailLink = ({ email }: { email: string }) => (
  <a href={`mailto:${email}`}>
    <bdi>{email}</bdi>
  </a>
)

export const PhoneLink = ({ phone }: { phone: string }) => (
  <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
    <bdi>{phone}</bdi>
  </a>
)

/** For those who can enter it: this comes from the law of the state, and nobody has checked it yet. */
export function Unchecked({ fact, facts, mayEdit }: { fact: LawfulFact; facts: LegalFacts; mayEdit: boolean }) {
  const t = useTexts(texts)
  if (!mayEdit || !facts.unchecked.has(fact)) return null
  return (
    <Internal>
      <p>
        <Badge tone="warn">{t('law.unchecked')}</Badge> {t(`law.${fact}`)}
      </p>
      <p>
        <LinkButton path={municipalityPaths.settings} small>
          {t('missing.enter')}
        </LinkButton>
      </p>
    </Internal>
  )
}

/** For those who can enter it: what the page still lacks. The public sees nothing of it. */
export function MissingFacts({ missing, mayEdit }: { missing: readonly string[]; mayEdit: boolean }) {
  const t = useTexts(texts)
  if (!mayEdit || missing.length === 0) return null
  const list = missing.map((key) => t.dynamic(`field.${key}`)).join(', ')
  return (
    <Internal>
      <h2 class="tw-plain">
        <strong>{t('missing.title')}</strong>
      </h2>
      <p>{t('missing.lead', { list })}</p>
      <p>
        <LinkButton path={municipalityPaths.settings} small>
          {t('missing.enter')}
        </LinkButton>
      </p>
    </Internal>
  )
}
