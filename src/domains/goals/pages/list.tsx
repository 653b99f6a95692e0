import { linkedTexts } from '#domains/action-fields/index.ts'
import { pageSizes, parametersOf } from '#platform/forms/filter.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { Link } from '#ui/link.tsx'
import { Chips, EmptyResult, FileLinks, Pagination } from '#ui/list.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { withQuery } from '#values/query.ts'
import { isTree, mostInTree, narrowing, type GoalFilter } from '../model/filter.ts'
import { paths } from '../paths.ts'
import type { GoalList } from '../queries/list.ts'
import { texts } from '../texts/index.ts'
import { Filters } from './filters.tsx'
import { GoalTable } from './table.tsx'
import { GoalTree } from './tree.tsx'

export interface ListProps {
  list: GoalList
  filter: GoalFilter
  may: { create: boolean; order: boolean; seeDrafts: boolean }
}

/** The list with this filter and these changes of it. */
export const addressOf = (filter: GoalFilter, changes: Record<string, string | undefined> = {}): string =>
  withQuery(paths.list, parametersOf(filter, 'folge', changes))

/** All goals as a tree; as soon as one looks for something, as a list. */
export function GoalsPage({ list, filter, may }: ListProps) {
  const t = useTexts(texts)
  const l = useTexts(linkedTexts)
  const active = narrowing.filter((name) => filter[name] !== undefined && filter[name] !== '')
  const showsTree = isTree(filter) && list.all <= mostInTree
  return (
    <Page
      title={t('title')}
      heading={
        <PageTitle
          title={t('title')}
          lead={t('lead')}
          first
          {...(may.create && { actions: <LinkButton path={paths.new}>{t('new')}</LinkButton> })}
        />
      }
    >
      {list.all > 0 && (
        <Filters filter={filter} options={list.options} active={active.length} seeDrafts={may.seeDrafts} />
      )}
      <Chips
        chips={active.map((name) => ({
          label: chipLabel(t, l, name, filter, list.options),
          without: { path: addressOf(filter, { seite: undefined, [name]: undefined }) },
        }))}
        clear={{ path: paths.list }}
      />
      <div class="tw-section__head tw-mt5">
        <h2 class="tw-sum tw-plain">
          <span>{t('found.some', { total: list.total, all: list.all })}</span>
          {may.seeDrafts && !filter.ohne && <Lacking list={list} filter={filter} />}
        </h2>
        <div class="tw-row">
          {list.all <= mostInTree && active.length === 0 && (
            <Link path={showsTree ? addressOf(filter, { ansicht: 'liste' }) : paths.list}>
              {showsTree ? t('view.list') : t('view.tree')}
            </Link>
          )}
          <FileLinks
            files={(['csv', 'xlsx', 'json'] as const).map((ending) => ({
              label: { csv: 'CSV', xlsx: 'Excel', json: 'JSON' }[ending],
              path: addressOf(filter, { seite: undefined, zeilen: undefined, ansicht: undefined }).replace(
                paths.list,
                paths.export(ending),
              ),
            }))}
          />
        </div>
      </div>
      {list.goals.length === 0 ? (
        <EmptyResult>{list.all === 0 ? t('empty.none') : t('empty.filter')}</EmptyResult>
      ) : showsTree ? (
        <GoalTree goals={list.goals} mayMove={may.order} />
      ) : (
        <>
          <GoalTable goals={list.goals} filter={filter} />
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
      )}
    </Page>
  )
}

/** How many goals cannot be measured, or have nobody working for them; each number leads to them. */
function Lacking({ list, filter }: { list: GoalList; filter: GoalFilter }) {
  const t = useTexts(texts)
  const to = (ohne: string) => addressOf(filter, { ohne, seite: undefined })
  return (
    <>
      {list.withoutIndicator > 0 && (
        <Link path={to('indikator')}>{t('found.withoutIndicator', { count: list.withoutIndicator })}</Link>
      )}
      {list.withoutMeasure > 0 && (
        <Link path={to('massnahme')}>{t('found.withoutMeasure', { count: list.withoutMeasure })}</Link>
      )}
    </>
  )
}

interface Speaker {
  dynamic: (key: string, values?: Record<string, unknown>) => string
}

function chipLabel(
  t: Speaker,
  l: Speaker,
  name: (typeof narrowing)[number],
  filter: GoalFilter,
  options: GoalList['options'],
): string {
  const value = String(filter[name])
  const label = (list: { value: string; label: string }[]) =>
    list.find((option) => option.value === value)?.label ?? value
  const said: Record<(typeof narrowing)[number], () => string> = {
    q: () => value,
    ebene: () => l.dynamic(`level.${value}`),
    herkunft: () => t.dynamic(`source.${value}`),
    feld: () => label(options.actionFields),
    thema: () => label(options.topics),
    ohne: () => t.dynamic(`filter.ohne.${value}`),
    entwurf: () => t.dynamic('filter.entwurf.1'),
  }
  return name === 'q' ? t.dynamic('filter.q', { q: value }) : `${t.dynamic(`filter.${name}`)}: ${said[name]()}`
}
