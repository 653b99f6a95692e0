import { useTexts } from '#platform/texts/texts.ts'
import { FlexDateText } from '#ui/flex-date.tsx'
import { Badge } from '#ui/marks.tsx'
import { Facts, SidePart } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { ForeignText } from '#ui/prose.tsx'
import { formatFlexDate, latestDay } from '#values/flex-date.ts'
import type { Measure, Named } from '../model/measure.ts'
import { texts } from '../texts/index.ts'
import { LeadName } from './table.tsx'

/** The facts beside a measure: who, what kind, when, for whom, where. */
export function Side({ measure }: { measure: Measure }) {
  const t = useTexts(texts)
  const { lead, partners, kind, targetGroups, topics, areas, isQuickWin, isFlagship } = measure
  const names = (things: Named[]) => things.map(({ title }, place) => [place > 0 && ', ', <ForeignText {...title} />])
  return (
    <>
      <SidePart title={t('facts.who')}>
        <Facts
          facts={[
            { term: t('facts.lead'), value: lead && <LeadName lead={lead} /> },
            {
              term: t('facts.partners'),
              value:
                partners.length > 0 &&
                partners.map((partner, place) => [place > 0 && <br />, <LeadName lead={partner} />]),
            },
          ]}
        />
      </SidePart>
      <SidePart title={t('facts.frame')}>
        <Facts
          facts={[
            { term: t('facts.kind'), value: kind && t.dynamic(`kind.${kind}`) },
            { term: t('facts.period'), value: <Period measure={measure} /> },
            { term: t('facts.for'), value: targetGroups.length > 0 && names(targetGroups) },
            { term: t('facts.topics'), value: topics.length > 0 && names(topics) },
            {
              term: t('facts.where'),
              value: areas.length > 0 ? areas.map(({ name }) => name).join(', ') : t('facts.everywhere'),
            },
          ]}
        />
        {(isFlagship || isQuickWin) && (
          <p class="tw-row tw-mt3">
            {isFlagship && <Badge>{t('flagship')}</Badge>}
            {isQuickWin && <Badge>{t('facts.quickWin')}</Badge>}
          </p>
        )}
      </SidePart>
    </>
  )
}

/** "März 2025 bis 2028", "dauerhaft ab 2021", as exactly as it is known. */
function Period({ measure: { periodFrom, periodTo, isPermanent } }: { measure: Measure }) {
  const t = useTexts(texts)
  const { language } = usePage()
  const from = periodFrom && formatFlexDate(periodFrom, language)
  // "ab 2021" says its own "ab".
  const saysFrom = periodFrom?.kind === 'text'
  if (isPermanent) {
    if (!from) return <>{t('facts.permanent')}</>
    return saysFrom ? (
      <>
        {t('facts.permanent')}
        {latestDay(periodFrom) === null ? ' ' : ', '}
        <FlexDateText date={periodFrom} />
      </>
    ) : (
      <>{t('facts.permanentFrom', { from })}</>
    )
  }
  const to = periodTo && formatFlexDate(periodTo, language)
  if (from && to) return <>{t('facts.until', { from, to })}</>
  return <>{from ? saysFrom ? <FlexDateText date={periodFrom} /> : t('facts.from', { from }) : (to ?? t('unknown'))}</>
}
