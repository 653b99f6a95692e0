import { useTexts } from '#platform/texts/texts.ts'
import { EditLink, LinkButton } from '#ui/buttons.tsx'
import { SelectField } from '#ui/choice-fields.tsx'
import { Chips, EmptyResult, FileLinks, FilterForm, Pagination } from '#ui/list.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { withQuery } from '#values/query.ts'
import { narrowing, pageSizes, type IndicatorFilter } from '../model/filter.ts'
import { directions } from '../model/indicator.ts'
import { paths } from '../paths.ts'
import type { IndicatorList } from '../queries/list.ts'
import type { IndicatorOptions } from '../queries/options.ts'
import { texts } from '../texts/index.ts'
import { IndicatorTable } from './table.tsx'
import type { T } from './wording.ts'

interface Props {
  list: IndicatorList
  filter: IndicatorFilter
  options: IndicatorOptions
  may: { create: boolean; seeDrafts: boolean; set: boolean }
}

/** The filter as query parameters; defaults are left out, so that addresses stay short. */
export function addressOf(
  filter: IndicatorFilter,
  changes: Partial<Record<keyof IndicatorFilter, string | undefined>>,
): string {
  const defaults: Partial<Record<string, unknown>> = { sort: 'feld', folge: 'auf', seite: 1, zeilen: 25, q: '' }
  const values = Object.entries(filter).map(([name, value]) => [
    name,
    value === undefined || value === defaults[name] ? undefined : String(value),
  ])
  return withQuery(paths.list, { ...(Object.fromEntries(values) as Record<string, string>), ...changes })
}

export function IndicatorsPage({ list, filter, options, may }: Props) {
  const t = useTexts(texts)
  const active = narrowing.filter((name) => filter[name] !== undefined && filter[name] !== '')
  const to = (changes: Parameters<typeof addressOf>[1]) => ({
    path: addressOf(filter, { seite: undefined, ...changes }),
  })
  return (
    <Page
      title={t('title')}
      heading={
        <PageTitle
          title={t('title')}
          lead={t('lead')}
          first
          {...(may.create && {
            actions: (
              <>
                <LinkButton path={paths.new}>{t('new')}</LinkButton>
                {may.set && <EditLink path={paths.settings}>{t('setting.link')}</EditLink>}
              </>
            ),
          })}
        />
      }
    >
      {list.all > 0 && <Filters filter={filter} options={options} active={active.length} seeDrafts={may.seeDrafts} />}
      <Chips
        chips={active.map((name) => ({
          label: chipLabel(t, name, filter, options),
          without: to({ [name]: undefined }),
        }))}
        clear={{ path: paths.list }}
      />
      <div class="tw-section__head tw-mt5">
        <h2 class="tw-sum tw-plain">
          <span>{t('found.some', { total: list.total, all: list.all })}</span>
        </h2>
        <FileLinks
          files={(['csv', 'xlsx', 'json'] as const).map((ending) => ({
            label: { csv: 'CSV', xlsx: 'Excel', json: 'JSON' }[ending],
            path: addressOf(filter, { seite: undefined, zeilen: undefined }).replace(paths.list, paths.export(ending)),
          }))}
        />
      </div>
      {list.indicators.length > 0 ? (
        <>
          <IndicatorTable list={list} filter={filter} />
          <Pagination
            page={filter.seite}
            pageSize={filter.zeilen}
            total={list.total}
            pageAddress={(page) => ({ path: addressOf(filter, { seite: String(page) }) })}
            sizes={pageSizes.map((size) => ({ size, to: to({ zeilen: String(size) }) }))}
          />
        </>
      ) : (
        <EmptyResult>{list.all === 0 ? t('empty.none') : t('empty.filter')}</EmptyResult>
      )}
    </Page>
  )
}

interface FilterProps {
  filter: IndicatorFilter
  options: IndicatorOptions
  active: number
  seeDrafts: boolean
}

function Filters({ filter, options, active, seeDrafts }: FilterProps) {
  const t = useTexts(texts)
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
        sort: filter.sort === 'feld' ? undefined : filter.sort,
        folge: filter.folge === 'ab' ? 'ab' : undefined,
      }}
    >
      <SelectField name="feld" label={t('filter.feld')} options={options.actionFields} {...form} />
      <SelectField name="ziel" label={t('filter.ziel')} options={options.goals} {...form} />
      <SelectField
        name="richtung"
        label={t('filter.richtung')}
        options={directions.map((value) => ({ value, label: t(`choice.${value}`) }))}
        {...form}
      />
      <SelectField name="ohnewert" label={t('filter.ohnewert')} options={{ 1: t('filter.ohnewert.1') }} {...form} />
      {seeDrafts && (
        <SelectField name="entwurf" label={t('filter.entwurf')} options={{ 1: t('filter.entwurf.1') }} {...form} />
      )}
    </FilterForm>
  )
}

function chipLabel(t: T, name: (typeof narrowing)[number], filter: IndicatorFilter, options: IndicatorOptions): string {
  const value = String(filter[name])
  const named = (list: IndicatorOptions['goals']) => list.find((option) => option.value === value)?.label ?? value
  switch (name) {
    case 'q':
      return t('filter.q', { q: value })
    case 'feld':
      return `${t('filter.feld')}: ${named(options.actionFields)}`
    case 'ziel':
      return `${t('filter.ziel')}: ${named(options.goals)}`
    case 'richtung':
      return t.dynamic(`choice.${value}`)
    case 'ohnewert':
      return t('filter.ohnewert.1')
    case 'entwurf':
      return t('filter.entwurf.1')
  }
}
