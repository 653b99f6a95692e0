import { useTexts } from '#platform/texts/texts.ts'
import { DraftBadge } from '#platform/things/thing-pages.tsx'
import { LinkButton } from '#ui/buttons.tsx'
import { CooperationMark } from '#ui/cooperation-mark.tsx'
import { Link } from '#ui/link.tsx'
import { Chips, EmptyResult, FileLinks, Pagination } from '#ui/list.tsx'
import { Badge, FreshMark } from '#ui/marks.tsx'
import { PageTitle } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { formatDate, formatMonth, type LocalDate } from '#values/local-date.ts'
import { spokenLanguage } from '#values/spoken-language.ts'
import { withQuery } from '#values/query.ts'
import { isStale, showsCooperation, type ActorInList } from '../model/actor.ts'
import { narrowing, pageSizes, sortKeys, type ActorFilter } from '../model/filter.ts'
import { paths } from '../paths.ts'
import type { ActorList } from '../queries/list.ts'
import type { ActorOptions } from '../queries/options.ts'
import { texts } from '../texts/index.ts'
import { chipLabel, Filters } from './filters.tsx'

export interface ListProps {
  list: ActorList
  filter: ActorFilter
  options: ActorOptions
  today: LocalDate
  may: { create: boolean; seeDrafts: boolean }
}

/** The filter as query parameters; defaults are left out, so that addresses stay short. */
export function addressOf(
  filter: ActorFilter,
  changes: Partial<Record<keyof ActorFilter, string | undefined>>,
  path: string = paths.list,
): string {
  const defaults: Partial<Record<keyof ActorFilter, unknown>> = { sort: 'name', seite: 1, zeilen: 25, q: '' }
  const values = Object.entries(filter).map(([name, value]) => [
    name,
    value === undefined || value === defaults[name as keyof ActorFilter] ? undefined : String(value),
  ])
  return withQuery(path, { ...(Object.fromEntries(values) as Record<string, string>), ...changes })
}

export function ActorsPage({ list, filter, options, today, may }: ListProps) {
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
          {list.migrantOrganisations > 0 && !filter.mo && (
            <span>{t('found.migrant', { count: list.migrantOrganisations })}</span>
          )}
        </h2>
        <FileLinks
          files={(['csv', 'xlsx', 'json'] as const).map((ending) => ({
            label: { csv: 'CSV', xlsx: 'Excel', json: 'JSON' }[ending],
            path: addressOf(filter, { seite: undefined, zeilen: undefined }, paths.export(ending)),
          }))}
        />
      </div>
      {list.actors.length > 0 ? (
        <>
          <p class="tw-row tw-small">
            <span class="tw-muted">{t('sort.by')}</span>
            {sortKeys
              .filter((key) => may.seeDrafts || key !== 'bestaetigt')
              .map((key) =>
                key === filter.sort ? (
                  <strong>{t(`sort.${key}`)}</strong>
                ) : (
                  <a class="tw-edit" href={usePage().href(to({ sort: key === 'name' ? undefined : key }).path)}>
                    {t(`sort.${key}`)}
                  </a>
                ),
              )}
          </p>
          <ol class="tw-directory">
            {list.actors.map((actor) => (
              <Entry actor={actor} today={today} seesAge={may.seeDrafts} />
            ))}
          </ol>
          <Pagination
            page={filter.seite}
            pageSize={filter.zeilen}
            total={list.total}
            pageAddress={(page) => ({ path: addressOf(filter, { seite: String(page) }) })}
            sizes={pageSizes.map((size) => ({ size, to: to({ zeilen: size === 25 ? undefined : String(size) }) }))}
          />
        </>
      ) : (
        <EmptyResult>{list.all === 0 ? t('empty.none') : t('empty.filter')}</EmptyResult>
      )}
    </Page>
  )
}

/** Name and what it is; what it does; and beside it fields, languages, cooperation. */
function Entry({ actor, today, seesAge }: { actor: ActorInList; today: LocalDate; seesAge: boolean }) {
  const t = useTexts(texts)
  const { id, name, types, place, description, fields, languages, isMigrantOrganisation, cooperation } = actor
  const kind = types[0]
  return (
    <li>
      <div>
        <Link path={paths.one(id)}>
          <ForeignText text={name} language="de" />
        </Link>
        <p class="tw-small tw-muted">
          {kind && t(`type.${kind}`)}
          {place !== null && (
            <>
              {' · '}
              <ForeignText text={place} language="de" />
            </>
          )}{' '}
          {isMigrantOrganisation && kind !== 'MSO' && <Badge>{t('mark.migrant')}</Badge>}{' '}
          <DraftBadge isDraft={actor.isDraft} />
        </p>
        {description && (
          <p class="tw-directory__text">
            <ForeignText {...description} />
          </p>
        )}
      </div>
      <div class="tw-small">
        {showsCooperation(actor) && (
          <p>
            <CooperationMark value={cooperation} label={t(`cooperation.${cooperation}`)} />
          </p>
        )}
        {fields.length > 0 && (
          <p>{fields.map(({ title }, place) => [place > 0 && ' · ', <ForeignText {...title} />])}</p>
        )}
        {languages.length > 0 && (
          <p class="tw-muted">
            <LanguageNames words={languages} />
          </p>
        )}
        {seesAge && isStale(actor.confirmedOn, today) && (
          <p>
            <Freshness confirmedOn={actor.confirmedOn} today={today} seesAge />
          </p>
        )}
      </div>
    </li>
  )
}

/** Languages in the reader's words, separated by commas. */
export function LanguageNames({ words }: { words: readonly string[] }) {
  const { language } = usePage()
  const comma = language === 'ar' ? '، ' : ', '
  return <>{words.map((word, place) => [place > 0 && comma, <ForeignText {...spokenLanguage(word, language)} />])}</>
}

/** How old an entry is. Only people of the house are reminded; the public reads the month it is from, or nothing. */
export function Freshness({
  confirmedOn,
  today,
  seesAge,
}: {
  confirmedOn: LocalDate | null
  today: LocalDate
  seesAge: boolean
}) {
  const t = useTexts(texts)
  const { language } = usePage()
  if (!seesAge && isStale(confirmedOn, today)) {
    return confirmedOn === null ? null : <>{t('fresh.asOf', { month: formatMonth(confirmedOn, language) })}</>
  }
  const date = confirmedOn && formatDate(confirmedOn, language)
  const label = !date
    ? t('fresh.never')
    : isStale(confirmedOn, today)
      ? t('fresh.stale', { date })
      : t('fresh.on', { date })
  return <FreshMark value={isStale(confirmedOn, today) ? 'stale' : 'fresh'} label={label} />
}
