import { linkedTexts } from '#domains/action-fields/index.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { SelectField } from '#ui/choice-fields.tsx'
import { FilterForm } from '#ui/list.tsx'
import type { GoalFilter } from '../model/filter.ts'
import { goalLevels, goalSources } from '../model/goal.ts'
import { paths } from '../paths.ts'
import type { GoalList } from '../queries/list.ts'
import { texts } from '../texts/index.ts'

interface Props {
  filter: GoalFilter
  options: GoalList['options']
  active: number
  seeDrafts: boolean
}

export function Filters({ filter, options, active, seeDrafts }: Props) {
  const t = useTexts(texts)
  const l = useTexts(linkedTexts)
  const values = Object.fromEntries(
    Object.entries(filter).map(([name, value]) => [name, value === undefined ? '' : String(value)]),
  )
  const form = { values, errors: {}, empty: t('filter.all') }
  return (
    <FilterForm
      action={{ path: paths.list }}
      label={t('filter')}
      query={filter.q}
      active={active}
      hidden={{
        sort: filter.sort === 'folge' ? undefined : filter.sort,
        richtung: filter.richtung === 'ab' ? 'ab' : undefined,
      }}
    >
      <SelectField
        name="ebene"
        label={t('filter.ebene')}
        options={goalLevels.map((value) => ({ value, label: l(`level.${value}`) }))}
        {...form}
      />
      <SelectField
        name="herkunft"
        label={t('filter.herkunft')}
        options={goalSources.map((value) => ({ value, label: t(`source.${value}`) }))}
        {...form}
      />
      <SelectField name="feld" label={t('filter.feld')} options={options.actionFields} {...form} />
      <SelectField name="thema" label={t('filter.thema')} options={options.topics} {...form} />
      {seeDrafts && (
        <SelectField
          name="ohne"
          label={t('filter.ohne')}
          options={{ indikator: t('filter.ohne.indikator'), massnahme: t('filter.ohne.massnahme') }}
          {...form}
        />
      )}
      {seeDrafts && (
        <SelectField name="entwurf" label={t('filter.entwurf')} options={{ 1: t('filter.entwurf.1') }} {...form} />
      )}
    </FilterForm>
  )
}
