import { parametersOf } from '#platform/forms/filter.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { paths as municipalityPaths } from '#domains/municipality/paths.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { SelectField } from '#ui/choice-fields.tsx'
import { Link } from '#ui/link.tsx'
import { Chips, EmptyResult, FilterForm, Pagination } from '#ui/list.tsx'
import { PageTitle, Section } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { ScrollBox, Table } from '#ui/table.tsx'
import { withQuery } from '#values/query.ts'
import { narrowing, wordOfState, type TextFilter } from '../model/filter.ts'
import type { LanguageTally, OpenText } from '../model/overview.ts'
import { textKinds, type TargetLanguage } from '../model/texts.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { Balance } from './balance.tsx'
import { fieldOf, kindOf, languageOf, StateBadge, type T } from './words.tsx'

export interface OverviewProps {
  tallies: LanguageTally[]
  /** One page of what is open, and how much that is in all. */
  open: OpenText[]
  total: number
  filter: TextFilter
  languages: readonly TargetLanguage[]
  mayConfigure: boolean
}

/** The list with this filter and these changes of it. */
export const addressOf = (filter: TextFilter, changes: Record<string, string | undefined> = {}): string =>
  withQuery(paths.list, parametersOf(filter, 'folge', changes))

/** How far the plan is in each language, and what is still to do. */
export function OverviewPage(props: OverviewProps) {
  const t = useTexts(texts)
  const { languages, tallies, mayConfigure } = props
  const choose = mayConfigure && (
    <LinkButton path={municipalityPaths.settings} primary>
      {t('chooseLanguages')}
    </LinkButton>
  )
  return (
    <Page title={t('title')} heading={<PageTitle title={t('title')} lead={t('lead')} first />}>
      {languages.length === 0 ? (
        <EmptyResult actions={choose}>{t('empty.languages')}</EmptyResult>
      ) : tallies.every(({ all }) => all === 0) ? (
        <EmptyResult>{t('empty.texts')}</EmptyResult>
      ) : (
        <>
          <Balance tallies={tallies} />
          <OpenTexts {...props} />
        </>
      )}
    </Page>
  )
}

function OpenTexts({ open, total, filter, languages }: OverviewProps) {
  const t = useTexts(texts)
  const active = narrowing.filter((name) => filter[name] !== undefined && filter[name] !== '')
  return (
    <Section id="offen" title={t('open.title')}>
      <Filters filter={filter} languages={languages} active={active.length} />
      <Chips
        chips={active.map((name) => ({
          label: chipLabel(t, name, String(filter[name])),
          without: { path: addressOf(filter, { seite: undefined, [name]: undefined }) },
        }))}
        clear={{ path: paths.list }}
      />
      <p class="tw-my">{t('open.count', { count: total })}</p>
      {open.length === 0 ? (
        <EmptyResult>{active.length === 0 ? t('empty.done') : t('empty.filter')}</EmptyResult>
      ) : (
        <>
          <ScrollBox label={t('open.caption')}>
            <OpenTable open={open} filter={filter} />
          </ScrollBox>
          <Pagination
            page={filter.seite}
            pageSize={filter.zeilen}
            total={total}
            pageAddress={(page) => ({ path: addressOf(filter, { seite: String(page) }) })}
          />
        </>
      )}
    </Section>
  )
}

function OpenTable({ open, filter }: Pick<OverviewProps, 'open' | 'filter'>) {
  const t = useTexts(texts)
  return (
    <Table
      caption={t('open.caption')}
      captionHidden
      rows={open}
      columns={[
        {
          key: 'text',
          label: t('column.text'),
          rowHeader: true,
          cell: ({ kind, id, label, field, language }) => (
            <>
              <Link path={placeOf(filter, { kind, id, field, language })}>
                <ForeignText text={label} language="de" />
              </Link>
              <p class="tw-muted tw-small tw-regular">
                {kindOf(t, kind)} · {fieldOf(t, kind, field)}
              </p>
            </>
          ),
        },
        { key: 'language', label: t('column.language'), cell: ({ language }) => languageOf(t, language) },
        { key: 'state', label: t('column.state'), cell: ({ state }) => <StateBadge t={t} state={state} /> },
      ]}
    />
  )
}

/** The field itself; who works on one language sees only that one there too. */
const placeOf = ({ zielsprache }: TextFilter, { kind, id, field, language }: Omit<OpenText, 'label' | 'state'>) =>
  withQuery(`${paths.of(kind, id)}#${field}.${language}`, { zielsprache })

function Filters({
  filter,
  languages,
  active,
}: {
  filter: TextFilter
  languages: readonly TargetLanguage[]
  active: number
}) {
  const t = useTexts(texts)
  const { zielsprache = '', art = '', stand = '' } = filter
  const form = { values: { zielsprache, art, stand }, errors: {}, empty: t('filter.all') }
  return (
    <FilterForm action={{ path: paths.list }} label={t('filter')} query={filter.q} active={active}>
      <SelectField
        name="zielsprache"
        label={t('column.language')}
        options={languages.map((value) => ({ value, label: languageOf(t, value) }))}
        {...form}
      />
      <SelectField
        name="art"
        label={t('column.kind')}
        options={textKinds.map((value) => ({ value, label: kindOf(t, value) }))}
        {...form}
      />
      <SelectField
        name="stand"
        label={t('column.state')}
        options={(['missing', 'stale', 'unchecked'] as const).map((state) => ({
          value: wordOfState[state],
          label: t(`state.${state}`),
        }))}
        {...form}
      />
    </FilterForm>
  )
}

function chipLabel(t: T, name: (typeof narrowing)[number], value: string): string {
  if (name === 'q') return t('filter.q', { q: value })
  if (name === 'zielsprache') return `${t('column.language')}: ${languageOf(t, value)}`
  if (name === 'art') return `${t('column.kind')}: ${kindOf(t, value)}`
  return `${t('column.state')}: ${t.dynamic(`state.${{ fehlt: 'missing', veraltet: 'stale' }[value] ?? 'unchecked'}`)}`
}
