import { useTexts } from '#platform/texts/texts.ts'
import { pageSizes, parametersOf } from '#platform/forms/filter.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { SelectField } from '#ui/choice-fields.tsx'
import { Link } from '#ui/link.tsx'
import { Chips, EmptyResult, FileLinks, FilterForm, Pagination } from '#ui/list.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { withQuery } from '#values/query.ts'
import { narrowing, type NeedFilter } from '../model/filter.ts'
import { chosenStates } from '../model/need.ts'
import { paths } from '../paths.ts'
import type { NeedList } from '../queries/list.ts'
import { texts } from '../texts/index.ts'
import { NeedTable } from './table.tsx'

export interface ListProps {
  list: NeedList
  filter: NeedFilter
  may: { edit: boolean; seeDrafts: boolean }
}

/** The list with this filter and these changes of it. */
export const addressOf = (filter: NeedFilter, changes: Record<string, string | undefined> = {}): string =>
  withQuery(paths.list, parametersOf(filter, 'folge', changes))

export function NeedsPage({ list, filter, may }: ListProps) {
  const t = useTexts(texts)
  const active = narrowing.filter((name) => filter[name] !== undefined && filter[name] !== '')
  return (
    <Page
      title={t('title')}
      heading={
        <PageTitle
          title={t('title')}
          lead={t('lead')}
          first
          {...(may.edit && {
            actions: (
              <>
                <LinkButton path={paths.new}>{t('new')}</LinkButton>
                <LinkButton path={paths.several}>{t('several')}</LinkButton>
              </>
            ),
          })}
        />
      }
    >
      {list.all > 0 && (
        <Filters filter={filter} options={list.options} active={active.length} seeDrafts={may.seeDrafts} />
      )}
      <Chips
        chips={active.map((name) => ({
          label: chipLabel(t, name, filter, list.options),
          without: { path: addressOf(filter, { seite: undefined, [name]: undefined }) },
        }))}
        clear={{ path: paths.list }}
      />
      <div class="tw-section__head tw-mt5">
        <h2 class="tw-sum tw-plain">
          <span>{t('found.some', { total: list.total, all: list.all })}</span>
          {may.seeDrafts && list.withoutGoal > 0 && !filter.ohneziel && (
            <Link path={addressOf(filter, { ohneziel: '1', seite: undefined })}>
              {t('found.withoutGoal', { count: list.withoutGoal })}
            </Link>
          )}
        </h2>
        <FileLinks
          files={(['csv', 'xlsx', 'json'] as const).map((ending) => ({
            label: { csv: 'CSV', xlsx: 'Excel', json: 'JSON' }[ending],
            path: addressOf(filter, { seite: undefined, zeilen: undefined }).replace(paths.list, paths.export(ending)),
          }))}
        />
      </div>
      {list.needs.length > 0 ? (
        <>
          <NeedTable needs={list.needs} filter={filter} canChoose={may.edit} />
          <Pagination
            page={filter.seite}
            pageSize={filter.zeilen}
            total={list.total}
            pageAddress={(page) => ({ path: addressOf(filter, { seite: String(page) }) })}
            sizes={pageSizes.map((size) => ({
              size,
              to: { path: addressOf(filter, { seite: undefined, zeilen: String(size) }) },
            }))}
          />
        </>
      ) : (
        <EmptyResult>{list.all === 0 ? t('empty.none') : t('empty.filter')}</EmptyResult>
      )}
    </Page>
  )
}

function Filters({
  filter,
  options,
  active,
  seeDrafts,
}: {
  filter: NeedFilter
  options: NeedList['options']
  active: number
  seeDrafts: boolean
}) {
  const t = useTexts(texts)
  const values = Object.fromEntries(
    Object.entries(filter).map(([name, value]) => [name, value === undefined ? '' : String(value)]),
  )
  const form = { values, errors: {}, empty: t('filter.all') }
  const words = (prefix: string, keys: readonly string[]) =>
    keys.map((value) => ({ value, label: t.dynamic(`${prefix}.${value}`) }))
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
      <SelectField name="feld" label={t('filter.feld')} options={options.actionFields} {...form} />
      <SelectField name="zielgruppe" label={t('filter.zielgruppe')} options={options.targetGroups} {...form} />
      <SelectField name="thema" label={t('filter.thema')} options={options.topics} {...form} />
      <SelectField
        name="prioritaet"
        label={t('filter.prioritaet')}
        options={words('priority', ['1', '2', '3', 'ohne'])}
        {...form}
      />
      <SelectField name="stand" label={t('filter.stand')} options={words('state', chosenStates)} {...form} />
      {seeDrafts && (
        <>
          <SelectField name="ohneziel" label={t('filter.ohneziel')} options={{ 1: t('filter.ohneziel.1') }} {...form} />
          <SelectField name="entwurf" label={t('filter.entwurf')} options={{ 1: t('filter.entwurf.1') }} {...form} />
        </>
      )}
    </FilterForm>
  )
}

function chipLabel(
  t: { dynamic: (key: string, values?: Record<string, unknown>) => string },
  name: (typeof narrowing)[number],
  filter: NeedFilter,
  options: NeedList['options'],
): string {
  const value = String(filter[name])
  if (name === 'q') return t.dynamic('filter.q', { q: value })
  const lists = { feld: options.actionFields, zielgruppe: options.targetGroups, thema: options.topics } as const
  const list = name in lists ? lists[name as keyof typeof lists] : undefined
  const word = { stand: `state.${value}`, prioritaet: `priority.${value}` }[name as 'stand'] ?? `filter.${name}.1`
  const said = list ? (list.find((option) => option.value === value)?.label ?? value) : t.dynamic(word)
  return `${t.dynamic(`filter.${name}`)}: ${said}`
}
