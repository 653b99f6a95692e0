import { paths as areaPaths } from '#domains/areas/paths.ts'
import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { Link } from '#ui/link.tsx'
import { Facts, SidePart } from '#ui/object.tsx'
import { ForeignText, safeAddress } from '#ui/prose.tsx'
import type { LocalDate } from '#values/local-date.ts'

import { showsCooperation, type Actor } from '../model/actor.ts'

import { texts } from '../texts/index.ts'
import { Freshness, LanguageNames } from './list.tsx'

interface SideProps {
  actor: Actor
  today: LocalDate
  seesContacts: boolean
  /** Whether old entries are said to be old. */
  seesAge: boolean
}

/** The facts beside an actor: how to reach it, and what it is. */
export function Side({ actor, today, seesContacts, seesAge }: SideProps) {
  const t = useTexts(texts)
  const german = (text: string | null) => text !== null && <ForeignText text={text} language="de" />
  return (
    <>
      <SidePart title={t('facts.contact')}>
        <PublicContacts actor={actor} seesContacts={seesContacts} />
      </SidePart>
      <SidePart title={t('facts.about')}>
        <Facts
          facts={[
            { term: t('facts.place'), value: german(actor.place) },
            {
              term: t('facts.areas'),
              value:
                actor.areas.length > 0 &&
                actor.areas.map(({ id, name }, place) => [
                  place > 0 && ', ',
                  <Link path={areaPaths.one(id)}>{name}</Link>,
                ]),
            },
            {
              term: t('facts.languages'),
              value: actor.languages.length > 0 && <LanguageNames words={actor.languages} />,
            },
            { term: t('facts.legalForm'), value: german(actor.legalForm) },
            { term: t('facts.registerNumber'), value: german(actor.registerNumber) },
            {
              term: t('facts.nonProfit'),
              value: actor.isNonProfit !== null && (actor.isNonProfit ? t('facts.yes') : t('facts.no')),
            },
            // Where there is a cooperation, this stands beside it.
            {
              term: t('status.fresh'),
              value: !showsCooperation(actor) && (seesAge || actor.confirmedOn !== null) && (
                <Freshness confirmedOn={actor.confirmedOn} today={today} seesAge={seesAge} />
              ),
            },
          ]}
        />
      </SidePart>
      {actor.fields.length > 0 && (
        <SidePart title={t('fields.title')}>
          <ul class="tw-links">
            {actor.fields.map(({ id, title }) => (
              <li>
                <Link path={fieldPaths.one(id)}>
                  <ForeignText {...title} />
                </Link>
              </li>
            ))}
          </ul>
        </SidePart>
      )}
    </>
  )
}

/** Website, and what has a consent. */
function PublicContacts({ actor: { website, contacts }, seesContacts }: { actor: Actor; seesContacts: boolean }) {
  const t = useTexts(texts)
  const address = website === null ? undefined : safeAddress(website)
  const shown = contacts.filter(({ person, email, phone }) => (person ?? email ?? phone) !== null)
  if (address === undefined && shown.length === 0) return <p class="tw-small tw-muted">{t('facts.contact.none')}</p>
  return (
    <>
      {address !== undefined && (
        <Facts
          facts={[
            {
              term: t('facts.website'),
              value: (
                <a href={address} rel="external noopener nofollow">
                  <bdi>{address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}</bdi>
                </a>
              ),
            },
          ]}
        />
      )}
      {shown.map(({ person, email, phone }) => (
        <div class="tw-mt3">
          <Facts
            facts={[
              { term: t('facts.person'), value: person !== null && <ForeignText text={person} language="de" /> },
              { term: t('facts.email'), value: email !== null && <a href={`mailto:${email}`}>{email}</a> },
              {
                term: t('facts.phone'),
                value: phone !== null && (
                  <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} dir="ltr">
                    {phone}
                  </a>
                ),
              },
            ]}
          />
        </div>
      ))}
      {seesContacts && (
        <p class="tw-small tw-mt3">
          <a href="#kontakte">{t('contact.title')}</a>
        </p>
      )}
    </>
  )
}
