import { useTexts } from '#platform/texts/texts.ts'
import { Facts, SidePart } from '#ui/object.tsx'
import { ForeignText, Prose } from '#ui/prose.tsx'
import { formatDate } from '#values/local-date.ts'
import type { Indicator } from '../model/indicator.ts'
import { texts } from '../texts/index.ts'
import { formatValue } from './wording.ts'

/** Beside the number: how it is counted, what it does not say, and where it comes from. */
export function Side({ indicator }: { indicator: Indicator }) {
  const t = useTexts(texts)
  const { method, limits, source, licence, baselineValue, baselineDate, kind } = indicator
  const baseline = baselineValue === null ? null : formatValue(baselineValue, indicator, t.language)
  return (
    <>
      {method && (
        <SidePart title={t('side.method')}>
          <div class="tw-small">
            <Prose {...method} />
          </div>
        </SidePart>
      )}
      {limits && (
        <SidePart title={t('side.limits')}>
          <div class="tw-small">
            <Prose {...limits} />
          </div>
        </SidePart>
      )}
      <SidePart title={t('side.origin')}>
        <Facts
          facts={[
            { term: t('side.source'), value: source && <ForeignText {...source} /> },
            { term: t('side.licence'), value: licence && <bdi>{licence}</bdi> },
            { term: t('side.kind'), value: t(`kind.${kind}`) },
            {
              term: t('side.baseline'),
              value:
                baseline && baselineDate
                  ? t('side.baselineOn', { value: baseline, date: formatDate(baselineDate, t.language) })
                  : baseline,
            },
          ]}
        />
      </SidePart>
    </>
  )
}
