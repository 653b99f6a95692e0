import { useTexts } from '#platform/texts/texts.ts'
import { FlexDateText } from '#ui/flex-date.tsx'
import { Badge } from '#ui/marks.tsx'
import { usePage } from '#ui/page-context.ts'
import { ForeignText } from '#ui/prose.tsx'
import type { LocalDate } from '#values/local-date.ts'
import type { PlanEvent, PlanPhase } from '../queries/plan.ts'
import { texts } from '../texts/index.ts'
import { periodWords } from './period.ts'

const phaseGlyph = { DONE: 'ok', RUNNING: 'plain', PLANNED: 'plain' } as const

/** The steps in their order, each with its time and what came out of it. */
export function PhaseList({ phases }: { phases: PlanPhase[] }) {
  const t = useTexts(texts)
  const { language } = usePage()
  return (
    <section aria-labelledby="tw-phases">
      <h3 class="kern-heading-medium tw-mb3" id="tw-phases">
        {t('time.phases')}
      </h3>
      <ol class="tw-log">
        {phases.map(({ title, outcome, from, to, state, isDraft }) => (
          <li>
            {(from ?? to) && <span class="tw-log__when">{periodWords(t, language, from, to)}</span>}
            <div>
              <strong>
                <ForeignText {...title} />
              </strong>{' '}
              <Badge tone={phaseGlyph[state]}>{t(`phase.${state}`)}</Badge> {isDraft && <DraftBadge />}
              {outcome && (
                <p>
                  <ForeignText {...outcome} />
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/**
 * The events in the order of time; what lies ahead is marked. Their numbers are those in the picture, so those without a
 * day have none.
 */
export function EventList({ events, today }: { events: PlanEvent[]; today: LocalDate }) {
  const t = useTexts(texts)
  const dated = events.filter(({ sortDate }) => sortDate !== null)
  const undated = events.filter(({ sortDate }) => sortDate === null)
  const entry = (event: PlanEvent) => <EventEntry event={event} today={today} />
  return (
    <section aria-labelledby="tw-events">
      <h3 class="kern-heading-medium tw-mb3" id="tw-events">
        {t('time.events')}
      </h3>
      {dated.length > 0 && <ol class="tw-events">{dated.map(entry)}</ol>}
      {undated.length > 0 && <ul class="tw-events tw-events--undated">{undated.map(entry)}</ul>}
    </section>
  )
}

function EventEntry({ event, today }: { event: PlanEvent; today: LocalDate }) {
  const t = useTexts(texts)
  const { title, text, date, sortDate, isTentative, isDraft } = event
  return (
    <li>
      <span class="tw-muted tw-small">
        <FlexDateText date={date} />
        {date.note && (
          <>
            {' '}
            (<ForeignText text={date.note} language="de" />)
          </>
        )}
      </span>{' '}
      {sortDate !== null && sortDate > today && <Badge>{t('time.ahead')}</Badge>}{' '}
      {isTentative && <Badge>{t('time.tentative')}</Badge>} {isDraft && <DraftBadge />}
      <br />
      <strong>
        <ForeignText {...title} />
      </strong>
      {text && (
        <p>
          <ForeignText {...text} />
        </p>
      )}
    </li>
  )
}

export const DraftBadge = () => <Badge tone="warn">{useTexts(texts)('draft')}</Badge>
