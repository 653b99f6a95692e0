import { paths as measurePaths } from '#domains/measures/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { DraftBadge } from '#platform/things/thing-pages.tsx'
import { Link } from '#ui/link.tsx'
import { Section } from '#ui/object.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { StateLegend, StateOf, StateSquares } from '#ui/state-squares.tsx'
import { Table } from '#ui/table.tsx'
import { withQuery } from '#values/query.ts'
import { reachedOf, totalOf, type LinkedMeasure, type LinkedMeasures } from '../../model/linked.ts'
import { linkedTexts } from '../../texts/linked/index.ts'

interface Props {
  linked: LinkedMeasures
  /** The filter of the measures' list that shows exactly these; absent where there is none. */
  filter?: Record<string, string>
  title?: string
}

/** The measures of a thing: how far they are as a sentence, as squares with their words, and as a table. */
export function MeasuresPart({ linked: { measures, counts }, filter, title }: Props) {
  const t = useTexts(linkedTexts)
  const total = totalOf(counts)
  const list = filter && withQuery(measurePaths.list, filter)
  return (
    <Section
      id="massnahmen"
      title={title ?? t('measures.title')}
      flush
      {...(list && total > 0 && { more: { path: list, label: t('measures.all', { total }) } })}
    >
      {total === 0 ? (
        <p class="tw-muted">{t('measures.empty')}</p>
      ) : (
        <div class="tw-chart">
          <p class="tw-prose">{t('measures.reached', { total, reached: reachedOf(counts) })}</p>
          <StateSquares counts={counts} />
          <StateLegend
            counts={counts}
            {...(filter && {
              to: (stand: string) => ({ path: withQuery(measurePaths.list, { ...filter, stand }) }),
            })}
          />
          <Table
            caption={t('measures.caption')}
            captionHidden
            cards
            rows={measures}
            columns={[
              {
                key: 'number',
                label: t('measures.number'),
                cell: ({ number }) => <span class="tw-num">{number}</span>,
              },
              { key: 'title', label: t('measures.one'), cell: (one) => <MeasureName measure={one} />, rowHeader: true },
              {
                key: 'state',
                label: t('measures.state'),
                cell: ({ state }) => <StateOf value={state} />,
                phone: 'full',
              },
              { key: 'lead', label: t('measures.lead'), cell: ({ lead }) => lead },
            ]}
          />
        </div>
      )}
    </Section>
  )
}

const MeasureName = ({ measure: { id, title, isDraft } }: { measure: LinkedMeasure }) => (
  <>
    <Link path={measurePaths.one(id)}>
      <ForeignText {...title} />
    </Link>{' '}
    <DraftBadge isDraft={isDraft} />
  </>
)
