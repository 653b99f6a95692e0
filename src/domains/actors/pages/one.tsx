import type { ComponentChildren } from 'preact'
import { paths as bodyPaths } from '#domains/bodies/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as translationPaths } from '#domains/translations/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { DraftBadge, DraftNote, ThingFoot, ThingActions, type ThingMay } from '#platform/things/thing-pages.tsx'
import { ActionButton, EditLink } from '#ui/buttons.tsx'
import { CooperationMark } from '#ui/cooperation-mark.tsx'
import { Link } from '#ui/link.tsx'
import { Badge, StatusRow } from '#ui/marks.tsx'
import { Columns, ObjectHead, Section } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { ForeignText, Prose } from '#ui/prose.tsx'
import { formatFlexDate } from '#values/flex-date.ts'
import type { LocalDate } from '#values/local-date.ts'
import { showsCooperation, type Actor } from '../model/actor.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { Contacts } from './contacts.tsx'
import { Freshness } from './list.tsx'
import { Side } from './side.tsx'

export interface ActorPageProps {
  actor: Actor
  today: LocalDate
  may: ThingMay & { merge: boolean; seeContacts: boolean; seeAge: boolean }
  /** What publishing still needs, in words; only for drafts. */
  missing: string[]
  /** Panels of later domains. */
  panels?: ComponentChildren
}

export function ActorPage({ actor, today, may, missing, panels }: ActorPageProps) {
  const t = useTexts(texts)
  const { id, name, types, description, isMigrantOrganisation } = actor
  return (
    <Page
      title={name}
      crumbs={[{ label: t('title'), path: paths.list }, { label: name }]}
      heading={
        <ObjectHead
          line={
            <>
              {types.map((type) => t(`type.${type}`)).join(' · ')}
              {isMigrantOrganisation && !types.includes('MSO') && <Badge>{t('mark.migrant')}</Badge>}
            </>
          }
          title={<ForeignText text={name} language="de" />}
          actions={
            may.edit && (
              <ThingActions thing={actor} paths={paths} may={may} missing={missing}>
                <ActionButton to={{ path: paths.confirm(id) }}>{t('act.confirm')}</ActionButton>
                {may.merge && (
                  <EditLink path={paths.merge(id)} icon="none">
                    {t('act.merge')}
                  </EditLink>
                )}
              </ThingActions>
            )
          }
        />
      }
    >
      {may.edit && <DraftNote thing={actor} missing={missing} />}
      {description && <Prose {...description} />}
      {showsCooperation(actor) && <Together actor={actor} today={today} seesAge={may.seeAge} />}
      <Columns side={<Side actor={actor} today={today} seesContacts={may.seeContacts} seesAge={may.seeAge} />}>
        <Offers actor={actor} />
        <Measures actor={actor} />
        <Seats actor={actor} />
        {may.seeContacts && <Contacts actor={actor} mayEdit={may.edit} />}
        {panels}
      </Columns>
      <ThingFoot may={may} history={paths.history(id)} translations={translationPaths.of('actor', id)} />
    </Page>
  )
}

/** Cooperation and how old the entry is. */
function Together({ actor, today, seesAge }: Pick<ActorPageProps, 'actor' | 'today'> & { seesAge: boolean }) {
  const t = useTexts(texts)
  const { language } = usePage()
  const { cooperation, cooperationForm, cooperationSince, confirmedOn } = actor
  return (
    <StatusRow
      items={[
        {
          term: t('status.cooperation'),
          mark: <CooperationMark value={cooperation} label={t(`cooperation.${cooperation}`)} />,
          detail: (cooperationForm !== null || cooperationSince !== null) && (
            <>
              {cooperationForm !== null && <ForeignText text={cooperationForm} language="de" />}
              {cooperationForm !== null && cooperationSince !== null && ', '}
              {cooperationSince !== null && t('status.since', { since: formatFlexDate(cooperationSince, language) })}
            </>
          ),
        },
        ...(seesAge || confirmedOn !== null
          ? [
              {
                term: t('status.fresh'),
                mark: <Freshness {...{ confirmedOn, today, seesAge }} />,
                ...(seesAge && { detail: t('status.fresh.hint') }),
              },
            ]
          : []),
      ]}
    />
  )
}

function Offers({ actor: { offers } }: { actor: Actor }) {
  const t = useTexts(texts)
  if (offers.length === 0) return null
  return (
    <Section id="angebote" title={t('offers.title')} flush>
      <ul class="tw-linked">
        {offers.map((offer) => (
          <li>
            <span>
              <ForeignText text={offer} language="de" />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Measures({ actor: { measures } }: { actor: Actor }) {
  const t = useTexts(texts)
  return (
    <Section id="massnahmen" title={t('measures.title')} flush>
      {measures.length === 0 ? (
        <p class="tw-muted">{t('measures.none')}</p>
      ) : (
        <ul class="tw-linked">
          {measures.map(({ id, number, title, isLead, isDraft }) => (
            <li>
              <Link path={measurePaths.one(id)}>
                {number} <ForeignText {...title} />
              </Link>
              <span class="tw-small tw-muted">
                {isLead ? t('measures.lead') : t('measures.partner')} <DraftBadge isDraft={isDraft} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Seats({ actor: { seats } }: { actor: Actor }) {
  const t = useTexts(texts)
  if (seats.length === 0) return null
  return (
    <Section id="gremien" title={t('seats.title')} flush>
      <ul class="tw-linked">
        {seats.map(({ bodyId, body, label, role }) => (
          <li>
            <Link path={bodyPaths.one(bodyId)}>
              <ForeignText text={body} language="de" />
            </Link>
            <span class="tw-small tw-muted">
              <ForeignText text={label} language="de" />
              {role && <>, {t(`role.${role}`)}</>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
