import type { ComponentChildren } from 'preact'
import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import { paths as actorPaths } from '#domains/actors/paths.ts'
import { paths as areaPaths } from '#domains/areas/paths.ts'
import { paths as bodyPaths } from '#domains/bodies/paths.ts'
import { paths as productPaths } from '#domains/budget-products/paths.ts'
import { paths as goalPaths } from '#domains/goals/paths.ts'
import { paths as indicatorPaths } from '#domains/indicators/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as needPaths } from '#domains/needs/paths.ts'
import { paths as unitPaths } from '#domains/org-units/paths.ts'
import { paths as planPaths } from '#domains/plan/paths.ts'
import { allTexts, useSpeech, useTexts, type SayOf } from '#platform/texts/texts.ts'
import { things } from '#platform/things/kinds.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { EmptyResult } from '#ui/list.tsx'
import { Log, PageTitle } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { formatFlexDate, type FlexDate } from '#values/flex-date.ts'
import { languageNames } from '#values/language.ts'
import { formatDate, formatInstant, isLocalDate } from '#values/local-date.ts'
import { formatEuroExact } from '#values/money.ts'
import { formatNumber } from '#values/number.ts'
import { differenceOf, isMoney, thingsIn, versionOf, yearlyOf, type Change, type Entry } from './model.ts'
import { paths } from './paths.ts'
import { texts } from './texts/index.ts'

interface Props {
  thing: { kind: string; id: number }
  title: string
  entries: Entry[]
  /** Names for ids in the changes: `goal.7`. */
  idNames: ReadonlyMap<string, string>
  /** There are entries older than this one. */
  older?: number
}

export function HistoryPage({ thing, title, entries, idNames, older }: Props) {
  const t = useTexts(texts)
  const { language } = usePage()
  const kind = thing.kind in things ? t.dynamic(`kind.${thing.kind}`) : ''
  const page = pages[thing.kind]
  return (
    <Page
      title={`${t('title')}: ${title}`}
      crumbs={[...(page && title ? [{ label: title, path: page(thing.id) }] : []), { label: t('title') }]}
      heading={<PageTitle title={t('title')} lead={[kind, title].filter(Boolean).join(': ')} first={!page} />}
    >
      {entries.length === 0 ? (
        <EmptyResult>{t('empty')}</EmptyResult>
      ) : (
        <Log
          entries={entries.map((entry) => ({
            at: entry.at.toISOString(),
            when: formatInstant(entry.at, language),
            text: <EntryText entry={entry} kind={thing.kind} idNames={idNames} />,
          }))}
        />
      )}
      {older !== undefined && (
        <p class="tw-mt5">
          <LinkButton path={`${paths.of(thing.kind, thing.id)}?vor=${older}`}>{t('older')}</LinkButton>
        </p>
      )}
    </Page>
  )
}

/** The page of the thing, for the way back; parts of the plan stand where they are arranged. */
const pages: Partial<Record<string, (id: number) => string>> = {
  chapter: () => planPaths.arrange,
  phase: () => planPaths.arrange,
  event: () => planPaths.arrange,
  'action-field': fieldPaths.one,
  'cross-cutting-topic': fieldPaths.topic,
  'target-group': fieldPaths.targetGroup,
  need: needPaths.one,
  goal: goalPaths.one,
  measure: measurePaths.one,
  indicator: indicatorPaths.one,
  actor: actorPaths.one,
  body: bodyPaths.one,
  area: areaPaths.one,
  'org-unit': unitPaths.one,
  'budget-product': productPaths.one,
}

interface EntryProps {
  entry: Entry
  kind: string
  idNames: ReadonlyMap<string, string>
}

function EntryText({ entry: { who, act, isImport, changes }, kind, idNames }: EntryProps) {
  const t = useTexts(texts)
  const speech = useSpeech()
  const shown = (change: Change, value: unknown) =>
    valueOf(t, change.field, kind, value, idNames, (key) => wordFor(speech, key))
  return (
    <>
      <p>
        <strong>{t.dynamic(`act.${act}`)}</strong> {who === null ? t('byProgram') : t('by', { who })}{' '}
        {isImport && t('byImport')}
      </p>
      {changes.length > 0 && (
        <Table
          caption={t('caption')}
          captionHidden
          tight
          rows={changes}
          columns={[
            {
              key: 'field',
              label: t('field'),
              cell: ({ field }) => labelOf(t, field, (key) => wordFor(speech, key)),
              rowHeader: true,
            },
            {
              key: 'change',
              label: t('change'),
              cell: (change) => <ChangeText change={change} shown={(value) => shown(change, value)} />,
            },
          ]}
        />
      )}
    </>
  )
}

function ChangeText({ change, shown }: { change: Change; shown: (value: unknown) => string }) {
  const t = useTexts(texts)
  const { language } = usePage()
  const { field, personal, before, after } = change
  if (personal === 'hidden') return <>{t('personal')}</>
  if (typeof personal === 'object') return <>{t('removedOn', { date: formatDate(personal.removedOn, language) })}</>
  const version = versionOf(field)
  return (
    <bdi {...(version && { lang: version.language })}>
      {differenceOf(shown(before), shown(after)).map(({ text, kind }): ComponentChildren => {
        if (kind === 'same') return text
        return kind === 'gone' ? <del>{text}</del> : <ins>{text}</ins>
      })}
    </bdi>
  )
}

type T = SayOf<typeof texts>
type Word = (key: string) => string | undefined

/** The word of a field: the history's own, or the one its form uses. */
const labelOf = (t: T, field: string, word: Word): string => {
  const version = versionOf(field)
  if (version) return `${labelOf(t, version.field, word)} (${languageNames[version.language]})`
  const yearly = yearlyOf(field)
  if (yearly) return `${labelOf(t, yearly.field, word)} ${yearly.year}`
  const own = t.dynamic(`field.${field}`)
  return own === `field.${field}`
    ? (word(`form.${field}`) ?? word(`form.${field.replace(/Ids?$/, 's')}`) ?? field)
    : own
}

/** A text of any domain; words of states and kinds are those of their own pages. Messages with numbers are not words. */
function wordFor(speech: Parameters<ReturnType<typeof allTexts>[number]>[0], key: string): string | undefined {
  const found = allTexts().find(({ all }) => all.de[key] !== undefined && !all.de[key].includes('{'))
  return found?.(speech).dynamic(key)
}

/** A stored value in words: names for ids, dates and amounts as people write them, words for states. */
function valueOf(
  t: T,
  field: string,
  kind: string,
  value: unknown,
  idNames: ReadonlyMap<string, string>,
  word: Word,
): string {
  if (value === null || value === undefined || value === '') return ''
  const named = thingsIn(field, value, kind)
  if (named.length > 0)
    return named.map((thing) => idNames.get(`${thing.kind}.${thing.id}`) ?? `#${thing.id}`).join(', ')
  const base = yearlyOf(field)?.field ?? field
  if (typeof value === 'boolean') return value ? t('yes') : t('no')
  if (typeof value === 'string')
    return isLocalDate(value) ? formatDate(value, t.language) : (word(`${field}.${value}`) ?? value)
  if (typeof value === 'number') return numberIn(t, base, value)
  if (isFlexDate(value)) return formatFlexDate(value, t.language)
  if (Array.isArray(value))
    return value.map((one) => valueOf(t, field, kind, one, idNames, word)).join(field === 'resources' ? '; ' : ', ')
  const parts = Object.entries(value).filter(([, part]) => part !== null && part !== '')
  return parts
    .map(([name, part]) => `${labelOf(t, name, word)}: ${valueOf(t, name, kind, part, idNames, word)}`)
    .join(' · ')
}

/** Amounts as euros, years without a point, other numbers as they are written. */
const numberIn = (t: T, field: string, value: number): string =>
  isMoney(field)
    ? formatEuroExact(value, t.language)
    : field === 'year'
      ? String(value)
      : formatNumber(value, Number.isInteger(value) ? 0 : 2, t.language)

const isFlexDate = (value: object): value is FlexDate =>
  'kind' in value && 'value' in value && ['date', 'month', 'quarter', 'year', 'text'].includes(String(value.kind))
