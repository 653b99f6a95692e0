import { useTexts } from '#platform/texts/texts.ts'
import type { SayOf } from '#platform/texts/texts.ts'
import { EditLink, LinkButton } from '#ui/buttons.tsx'
import { SelectField } from '#ui/choice-fields.tsx'
import { Chips, EmptyResult, FileLinks, FilterForm } from '#ui/list.tsx'
import { AreaMap } from '#ui/map/area-map.tsx'
import { PageTitle, Section } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { formatNumber } from '#values/number.ts'
import { withQuery } from '#values/query.ts'
import { levelWordOf, shownNumbers, type AreaInList, type ShownNumber } from '../model/area.ts'
import type { AreaFilter } from '../model/filter.ts'
import { paths } from '../paths.ts'
import type { AreaList } from '../queries/list.ts'
import { texts } from '../texts/index.ts'
import { AreaTable } from './table.tsx'

export type T = SayOf<typeof texts>

interface Props {
  list: AreaList
  filter: AreaFilter
  may: { edit: boolean }
}

export const numberOf = ({ measures, actors, population }: AreaInList, shown: ShownNumber): number | null =>
  shown === 'massnahmen' ? measures : shown === 'akteure' ? actors : population

export function AreasPage({ list, filter, may }: Props) {
  const t = useTexts(texts)
  const to = (changes: Record<string, string | undefined>) => addressOf(list, filter, changes)
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
                <EditLink icon="add" path={paths.import}>
                  {t('import')}
                </EditLink>
              </>
            ),
          })}
        />
      }
    >
      {(list.areas.length > 0 || filter.q) && <Filters list={list} filter={filter} />}
      <Chips
        chips={filter.q ? [{ label: t('filter.q', { q: filter.q }), without: { path: to({ q: undefined }) } }] : []}
        clear={{ path: paths.list }}
      />
      {list.areas.length === 0 ? (
        <EmptyResult>{filter.q ? t('empty.filter') : may.edit ? t('empty.none') : t('empty.public')}</EmptyResult>
      ) : (
        <>
          <MapOf list={list} shown={filter.zeige} />
          <Section id="liste" title={t('list.title')}>
            <div class="tw-section__head">
              <p>{t('found', { count: list.areas.length })}</p>
              <FileLinks
                files={(['csv', 'xlsx', 'json'] as const).map((ending) => ({
                  label: { csv: 'CSV', xlsx: 'Excel', json: 'JSON' }[ending],
                  path: to({ zeige: undefined }).replace(paths.list, paths.export(ending)),
                }))}
              />
            </div>
            <AreaTable areas={list.areas} />
          </Section>
        </>
      )}
    </Page>
  )
}

function addressOf(
  list: AreaList,
  { ebene, ausgabe, zeige, q }: AreaFilter,
  changes: Record<string, string | undefined>,
) {
  return withQuery(paths.list, {
    ebene: ebene === list.levels[0] ? undefined : ebene,
    ausgabe,
    zeige: zeige === 'massnahmen' ? undefined : zeige,
    q: q || undefined,
    ...changes,
  })
}

function Filters({ list, filter }: Pick<Props, 'list' | 'filter'>) {
  const t = useTexts(texts)
  const values = { ebene: filter.ebene ?? levelWordOf(list.level), ausgabe: filter.ausgabe ?? '', zeige: filter.zeige }
  const form = { values, errors: {} }
  return (
    <FilterForm action={{ path: paths.list }} label={t('filter')} query={filter.q} active={0}>
      <SelectField
        name="zeige"
        label={t('filter.zeige')}
        options={shownNumbers.map((value) => ({ value, label: t(`show.${value}`) }))}
        empty={false}
        {...form}
      />
      {list.levels.length > 1 && (
        <SelectField
          name="ebene"
          label={t('filter.ebene')}
          options={list.levels.map((value) => ({ value, label: t(`levels.${value}`) }))}
          empty={false}
          {...form}
        />
      )}
      {list.editions.length > 0 && (
        <SelectField
          name="ausgabe"
          label={t('filter.ausgabe')}
          options={list.editions.map((value) => ({ value, label: value || '–' }))}
          empty={t('filter.ausgabe.current')}
          {...form}
        />
      )}
    </FilterForm>
  )
}

/** The map with the sentence that says what it shows. */
function MapOf({ list, shown }: { list: AreaList; shown: ShownNumber }) {
  const t = useTexts(texts)
  const { areas, everywhere } = list
  const without = areas.filter(({ geometry }) => geometry === null).length
  return (
    <Section id="karte" title={t('map.title')}>
      <p class="tw-prose tw-mb5">
        {shown === 'massnahmen' && `${resultOf(t, areas)} ${t('everywhere', { count: everywhere })}`}
      </p>
      {without === areas.length ? (
        <p class="tw-muted">{t('map.none')}</p>
      ) : (
        <AreaMap
          areas={areas.map((area) => ({
            name: area.name,
            value: numberOf(area, shown),
            boundaries: area.geometry,
            to: { path: paths.one(area.id) },
          }))}
          amount={(value) => formatNumber(value, 0, t.language)}
          legend={{
            title: t(`show.${shown}`),
            range: (from, to) => t('map.range', { from, to }),
            unknown: t('map.unknown'),
          }}
        />
      )}
      {without > 0 && without < areas.length && <p class="tw-small tw-muted">{t('map.without', { count: without })}</p>}
    </Section>
  )
}

function resultOf(t: T, areas: readonly AreaInList[]): string {
  const most = areas.toSorted((a, b) => b.measures - a.measures)[0]
  if (!most || most.measures === 0) return t('result.none')
  return t('result', {
    with: areas.filter(({ measures }) => measures > 0).length,
    all: areas.length,
    most: most.name,
    count: most.measures,
  })
}
