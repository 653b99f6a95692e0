import { paths as importPaths } from '#domains/imports/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { SelectField } from '#ui/choice-fields.tsx'
import { textsOf } from '#ui/field.tsx'
import { Chips, EmptyResult, FileLinks, FilterForm, Pagination } from '#ui/list.tsx'
import { Badge } from '#ui/marks.tsx'
import { PageTitle } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { formatEuro } from '#values/money.ts'
import type { LocalDate } from '#values/local-date.ts'
import { withQuery } from '#values/query.ts'
import { narrowing, pageSizes, usualSort, type MeasureFilter } from '../model/filter.ts'
import { courses, measureStates } from '../model/measure.ts'
import { paths } from '../paths.ts'
import type { MeasureList } from '../queries/list.ts'
import type { MeasureOptions } from '../queries/options.ts'
import { texts } from '../texts/index.ts'
import { Bulk, type BulkProps } from './bulk.tsx'
import { MeasureTable } from './table.tsx'

export interface ListProps {
  list: MeasureList
  filter: MeasureFilter
  options: MeasureOptions
  /** The year whose money is shown. */
  year: number
  today: LocalDate
  seesInternal: boolean
  may: { create: boolean; import: boolean; seeDrafts: boolean }
  /** Present for people who may change several measures at once. */
  bulk?: Omit<BulkProps, 'shown'>
}

/** The filter as query parameters; defaults are left out, so that addresses stay short. */
export function addressOf(
  filter: MeasureFilter,
  changes: Partial<Record<keyof MeasureFilter, string | undefined>>,
): string {
  const defaults: Partial<Record<keyof MeasureFilter, unknown>> = {
    sort: usualSort(filter),
    richtung: 'auf',
    seite: 1,
    zeilen: 25,
    q: '',
  }
  const values = Object.entries(filter).map(([name, value]) => [
    name,
    value === undefined || value === defaults[name as keyof MeasureFilter] ? undefined : String(value),
  ])
  return withQuery(paths.list, { ...(Object.fromEntries(values) as Record<string, string>), ...changes })
}

export function MeasuresPage({ list, filter, options, year, today, seesInternal, may, bulk }: ListProps) {
  const t = useTexts(texts)
  const { language } = usePage()
  const active = narrowing.filter((name) => filter[name] !== undefined && filter[name] !== '')
  const to = (changes: Parameters<typeof addressOf>[1]) => ({
    path: addressOf(filter, { seite: undefined, ...changes }),
  })
  const table = { list, filter, year, today, seesInternal }
  return (
    <Page
      title={t('title')}
      refused={Object.keys(bulk?.errors ?? {}).length > 0}
      heading={
        <PageTitle
          title={t('title')}
          first
          {...(may.create && { actions: <LinkButton path={paths.new}>{t('new')}</LinkButton> })}
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
          {list.planned > 0 && (
            <span>{t('found.planned', { amount: formatEuro(list.planned, language), year: String(year) })}</span>
          )}
        </h2>
        <FileLinks
          files={(['csv', 'xlsx', 'json'] as const).map((ending) => ({
            label: { csv: 'CSV', xlsx: 'Excel', json: 'JSON' }[ending],
            path: addressOf(filter, { seite: undefined, zeilen: undefined }).replace(paths.list, paths.export(ending)),
          }))}
        />
      </div>
      {list.measures.length > 0 ? (
        <>
          {list.isSimilar && <p class="tw-muted">{t('found.similar', { words: filter.q })}</p>}
          {bulk ? (
            <Bulk {...bulk} shown={list.measures.map(({ id }) => id)}>
              <MeasureTable {...table} chosen={new Set(textsOf({ values: bulk.values, name: 'id' }).map(Number))} />
            </Bulk>
          ) : (
            <MeasureTable {...table} />
          )}
          <Pagination
            page={filter.seite}
            pageSize={filter.zeilen}
            total={list.total}
            pageAddress={(page) => ({ path: addressOf(filter, { seite: String(page) }) })}
            sizes={pageSizes.map((size) => ({ size, to: to({ zeilen: String(size) }) }))}
          />
        </>
      ) : (
        <EmptyResult
          actions={
            list.all === 0 &&
            may.create && (
              <>
                <LinkButton path={paths.new} primary>
                  {t('empty.add')}
                </LinkButton>
                {may.import && <LinkButton path={importPaths.list}>{t('empty.import')}</LinkButton>}
              </>
            )
          }
        >
          {list.all === 0 ? t('empty.none') : t('empty.filter')}
        </EmptyResult>
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
  filter: MeasureFilter
  options: MeasureOptions
  active: number
  seeDrafts: boolean
}) {
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
        sort: filter.sort === usualSort(filter) ? undefined : filter.sort,
        richtung: filter.richtung === 'ab' ? 'ab' : undefined,
      }}
      more={{
        isOpen: rarer.some((name) => filter[name] !== undefined),
        fields: (
          <>
            {options.goals.length > 0 && (
              <SelectField name="ziel" label={t('filter.ziel')} options={options.goals} {...form} />
            )}
            <SelectField name="zielgruppe" label={t('filter.zielgruppe')} options={options.targetGroups} {...form} />
            <SelectField name="thema" label={t('filter.thema')} options={options.topics} {...form} />
            {options.areas.length > 0 && (
              <SelectField name="gebiet" label={t('filter.gebiet')} options={options.areas} {...form} />
            )}
            <SelectField
              name="verlauf"
              label={t('filter.verlauf')}
              options={courses.map((value) => ({ value, label: t.dynamic(`course.${value}`) }))}
              {...form}
            />
            <SelectField
              name="leuchtturm"
              label={t('filter.leuchtturm')}
              options={{ 1: t('filter.leuchtturm.1') }}
              {...form}
            />
            {seeDrafts && (
              <SelectField
                name="entwurf"
                label={t('filter.entwurf')}
                options={{ 1: t('filter.entwurf.1') }}
                {...form}
              />
            )}
          </>
        ),
      }}
    >
      <SelectField name="feld" label={t('filter.feld')} options={options.actionFields} {...form} />
      <SelectField
        name="stand"
        label={t('filter.stand')}
        options={measureStates.map((value) => ({ value, label: t.dynamic(`state.${value}`) }))}
        {...form}
      />
      <SelectField name="federfuehrung" label={t('filter.federfuehrung')} options={options.leads} {...form} />
      <SelectField
        name="jahr"
        label={t('filter.jahr')}
        options={options.years.map((year) => ({ value: String(year), label: String(year) }))}
        {...form}
      />
    </FilterForm>
  )
}

/** The filters behind the line 'Weitere Filter'. */
const rarer = ['ziel', 'zielgruppe', 'thema', 'gebiet', 'verlauf', 'leuchtturm', 'entwurf'] as const

type T = ReturnType<typeof useTexts<(typeof texts)['all']['de']>>

function chipLabel(
  t: Pick<T, 'dynamic'>,
  name: (typeof narrowing)[number],
  filter: MeasureFilter,
  options: MeasureOptions,
): string {
  const value = String(filter[name])
  const label = (list: readonly { value: string; label: string }[]) =>
    list.find((option) => option.value === value)?.label ?? value
  const said: Record<(typeof narrowing)[number], () => string> = {
    q: () => '',
    feld: () => label(options.actionFields),
    thema: () => label(options.topics),
    zielgruppe: () => label(options.targetGroups),
    ziel: () => label(options.goals),
    gebiet: () => label(options.areas),
    federfuehrung: () => label(options.leads),
    stand: () => t.dynamic(`state.${value}`),
    verlauf: () => t.dynamic(`course.${value}`),
    jahr: () => value,
    leuchtturm: () => t.dynamic('filter.leuchtturm.1'),
    entwurf: () => t.dynamic('filter.entwurf.1'),
  }
  return name === 'q' ? t.dynamic('filter.q', { q: value }) : `${t.dynamic(`filter.${name}`)}: ${said[name]()}`
}

/** A short mark on what the public does not see yet. */
export const DraftBadge = () => <Badge tone="warn">{useTexts(texts)('draft')}</Badge>
