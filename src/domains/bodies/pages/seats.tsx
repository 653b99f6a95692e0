import { paths as actorPaths } from '#domains/actors/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { Glyph } from '#ui/glyph.tsx'
import { Link } from '#ui/link.tsx'
import { Section } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { ForeignText } from '#ui/prose.tsx'
import { Table } from '#ui/table.tsx'
import { countSeats, type Body, type Seat } from '../model/body.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

/** Who takes part: functions and institutions, how many seats, with a vote or not, and the sum of them. */
export function Seats({ body: { seats, targetSize, isMemberListOpen } }: { body: Body }) {
  const t = useTexts(texts)
  const { all, voting } = countSeats(seats)
  return (
    <Section id="sitze" title={t('seats.title')} flush>
      {seats.length === 0 ? (
        <p class="tw-muted">{t('seats.none')}</p>
      ) : (
        <>
          <p class="tw-prose tw-mb4">
            {t('seats.sum', { all, voting })}
            {targetSize !== null && <>, {t('seats.target', { target: String(targetSize) })}</>}.{' '}
            {isMemberListOpen && t('seats.openNote')}
          </p>
          <Table
            caption={t('seats.caption')}
            captionHidden
            rows={seats}
            cards
            columns={[
              { key: 'count', label: t('column.count'), cell: ({ count }) => <span class="tw-num">{count}</span> },
              { key: 'seat', label: t('column.seat'), cell: (seat) => <SeatName seat={seat} />, rowHeader: true },
              {
                key: 'role',
                label: t('column.role'),
                cell: ({ role }) => role && <strong>{t(`role.${role}`)}</strong>,
              },
              {
                key: 'vote',
                label: t('column.vote'),
                cell: ({ hasVote }) => (
                  <span class={hasVote ? '' : 'tw-muted'}>{hasVote ? t('vote.yes') : t('vote.no')}</span>
                ),
              },
            ]}
            {...(isMemberListOpen && { footer: { seat: <span class="tw-regular">{t('seats.open')}</span> } })}
          />
        </>
      )}
    </Section>
  )
}

function SeatName({ seat }: { seat: Seat }) {
  const t = useTexts(texts)
  const { kind, label, actor, delegateOf, personName, isPersonPublic } = seat
  return (
    <>
      {delegateOf && delegateOf.name === label ? (
        <Link path={paths.one(delegateOf.id)}>
          <ForeignText text={label} language="de" />
        </Link>
      ) : (
        <ForeignText text={label} language="de" />
      )}
      {personName !== null && (
        <div>
          {!isPersonPublic && (
            <>
              <Glyph name="lock" /> <span class="tw-sr">{usePage().words.internal}: </span>
            </>
          )}
          <bdi>{personName}</bdi>
        </div>
      )}
      <div class="tw-small tw-muted">
        {t(`kind.${kind}`)}
        {actor && (
          <>
            {' · '}
            {t('seat.actor')}{' '}
            <Link path={actorPaths.one(actor.id)}>
              <ForeignText text={actor.name} language="de" />
            </Link>
          </>
        )}
        {delegateOf && delegateOf.name !== label && (
          <>
            {' · '}
            {t('seat.delegate')}{' '}
            <Link path={paths.one(delegateOf.id)}>
              <ForeignText text={delegateOf.name} language="de" />
            </Link>
          </>
        )}
      </div>
    </>
  )
}
