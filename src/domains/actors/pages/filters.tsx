import { useTexts, type SayOf } from '#platform/texts/texts.ts'
import { SelectField } from '#ui/choice-fields.tsx'
import { FilterForm } from '#ui/list.tsx'
import { usePage } from '#ui/page-context.ts'
import { spokenLanguage } from '#values/spoken-language.ts'
import type { ActorFilter, narrowing } from '../model/filter.ts'
import { paths } from '../paths.ts'
import type { ActorOptions, CountedOption } from '../queries/options.ts'
import { texts } from '../texts/index.ts'

interface Props {
  filter: ActorFilter
  options: ActorOptions
  active: number
  seeDrafts: boolean
}

/** Search and filters; each choice says how many actors it would leave of all. */
export function Filters({ filter, options, active, seeDrafts }: Props) {
  const t = useTexts(texts)
  const { language } = usePage()
  const values = Object.fromEntries(
    Object.entries(filter).map(([name, value]) => [name, value === undefined ? '' : String(value)]),
  )
  const form = { values, errors: {}, empty: t('filter.all') }
  const counted = (all: CountedOption[], say: (value: string) => string | undefined = () => undefined) =>
    all.map(({ value, label, count }) => ({ value, label: `${say(value) ?? label} (${count})` }))
  const byWord = (all: { value: string; label: string }[]) =>
    all.toSorted((a, b) => a.label.localeCompare(b.label, language))
  return (
    <FilterForm
      action={{ path: paths.list }}
      label={t('filter')}
      query={filter.q}
      active={active}
      hidden={{
        sort: filter.sort === 'name' ? undefined : filter.sort,
        zeilen: filter.zeilen === 25 ? undefined : String(filter.zeilen),
      }}
    >
      <SelectField
        name="art"
        label={t('filter.art')}
        options={byWord(counted(options.types, (type) => t.dynamic(`type.${type}`)))}
        {...form}
      />
      <SelectField name="feld" label={t('filter.feld')} options={counted(options.fields)} {...form} />
      {options.areas.length > 0 && (
        <SelectField name="gebiet" label={t('filter.gebiet')} options={counted(options.areas)} {...form} />
      )}
      <SelectField
        name="sprachen"
        label={t('filter.sprachen')}
        options={byWord(counted(options.languages, (word) => spokenLanguage(word, language).text))}
        {...form}
      />
      <SelectField name="mo" label={t('filter.mo')} options={{ 1: t('filter.mo.1') }} {...form} />
      <SelectField
        name="zusammenarbeit"
        label={t('filter.zusammenarbeit')}
        options={counted(options.cooperation, (state) => t.dynamic(`cooperation.${state}`))}
        {...form}
      />
      {seeDrafts && (
        <SelectField
          name="stand"
          label={t('filter.stand')}
          options={{ entwurf: t('filter.stand.entwurf'), alt: t('filter.stand.alt') }}
          {...form}
        />
      )}
    </FilterForm>
  )
}

/** What a chip says: the filter and its value in words. */
export function chipLabel(
  t: SayOf<typeof texts>,
  name: (typeof narrowing)[number],
  filter: ActorFilter,
  options: ActorOptions,
): string {
  const value = String(filter[name])
  const label = (list: readonly CountedOption[]) => list.find((option) => option.value === value)?.label ?? value
  if (name === 'q') return t('filter.q', { q: value })
  if (name === 'mo') return t('filter.mo.1')
  const said = {
    art: () => t.dynamic(`type.${value}`),
    zusammenarbeit: () => t.dynamic(`cooperation.${value}`),
    feld: () => label(options.fields),
    gebiet: () => label(options.areas),
    sprachen: () => spokenLanguage(value, t.language).text,
    stand: () => t.dynamic(`filter.stand.${value}`),
  }[name]
  return `${t(`filter.${name}`)}: ${said()}`
}
