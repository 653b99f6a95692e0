import { paths as actorPaths } from '#domains/actors/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { EditLink, LinkButton } from '#ui/buttons.tsx'
import { Link } from '#ui/link.tsx'
import { AreaMap } from '#ui/map/area-map.tsx'
import { Badge, StateMark } from '#ui/marks.tsx'
import { Columns, Facts, Note, ObjectHead, Section, SidePart } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { Table } from '#ui/table.tsx'
import { formatDate } from '#values/local-date.ts'
import { formatNumber } from '#values/number.ts'
import { paths } from '../paths.ts'
import type { AreaPage } from '../queries/one.ts'
import { texts } from '../texts/index.ts'

interface Props extends AreaPage {
  may: { edit: boolean; seeHistory: boolean }
}

/** One area: where it lies, which measures and actors are there. */
export function AreaOnePage({ area, neighbours, measures, actors, may }: Props) {
  const t = useTexts(texts)
  const { id, name, level } = area
  return (
    <Page
      title={name}
      crumbs={[{ label: t('title'), path: paths.list }, { label: name }]}
      heading={
        <ObjectHead
          line={t(`level.${level}`)}
          title={<ForeignText text={name} language="de" />}
          lead={t('one.lead', { measures: measures.length, actors: actors.length })}
          {...(may.edit && {
            actions: (
              <>
                <LinkButton path={paths.edit(id)} primary>
                  {t('edit')}
                </LinkButton>
                <EditLink path={paths.remove(id)} icon="delete">
                  {t('remove')}
                </EditLink>
              </>
            ),
          })}
        />
      }
    >
      {area.validTo !== null && (
        <Note tone="warn">
          <p>{t('one.old', { date: formatDate(area.validTo, t.language) })}</p>
        </Note>
      )}
      <Columns label={t('one.facts')} side={<Side area={area} neighbours={neighbours} />}>
        <Measures area={area} measures={measures} />
        <Section id="akteure" title={t('one.actors')} flush>
          {actors.length === 0 ? (
            <p class="tw-muted">{t('one.noActors')}</p>
          ) : (
            <ul class="tw-links">
              {actors.map((actor) => (
                <li>
                  <Link path={actorPaths.one(actor.id)}>{actor.name}</Link>{' '}
                  {actor.isMigrantOrganisation && <Badge>{t('one.migrant')}</Badge>}
                </li>
              ))}
            </ul>
          )}
        </Section>
      </Columns>
      {may.seeHistory && (
        <p class="tw-mt6">
          <EditLink icon="none" path={paths.history(id)}>
            {t('history')}
          </EditLink>
        </p>
      )}
    </Page>
  )
}

function Measures({ area: { id }, measures }: Pick<AreaPage, 'area' | 'measures'>) {
  const t = useTexts(texts)
  const { href } = usePage()
  return (
    <Section
      id="massnahmen"
      title={t('one.measures')}
      flush
      more={
        measures.length === 0
          ? { path: measurePaths.list, label: t('one.allMeasures') }
          : { path: `${measurePaths.list}?gebiet=${id}`, label: t('one.all') }
      }
    >
      {measures.length === 0 ? (
        <p class="tw-muted">{t('one.noMeasures')}</p>
      ) : (
        <Table
          caption={t('one.measures')}
          captionHidden
          rows={measures}
          columns={[
            {
              key: 'title',
              label: t('column.measures'),
              cell: (measure) => (
                <>
                  <span class="tw-num tw-muted">{measure.number}</span>{' '}
                  <a class="tw-title" href={href(measurePaths.one(measure.id))}>
                    <ForeignText {...measure.title} />
                  </a>
                </>
              ),
              rowHeader: true,
            },
            {
              key: 'state',
              label: t('fact.state'),
              cell: ({ state }) => <StateMark value={state} label={t(`state.${state}`)} />,
            },
          ]}
        />
      )}
    </Section>
  )
}

function Side({ area, neighbours }: Pick<AreaPage, 'area' | 'neighbours'>) {
  const t = useTexts(texts)
  const { areaKey, population, edition, validFrom, validTo, parent, children } = area
  const date = (day: string | null) => day && formatDate(day, t.language)
  return (
    <>
      {area.geometry !== null && (
        <SidePart title={t('one.map')}>
          <AreaMap
            areas={neighbours.map((neighbour) => ({
              name: neighbour.name,
              value: null,
              boundaries: neighbour.geometry,
              to: { path: paths.one(neighbour.id) },
              isHere: neighbour.id === area.id,
            }))}
            amount={() => ''}
          />
        </SidePart>
      )}
      <SidePart title={t('one.facts')}>
        <Facts
          facts={[
            { term: t('fact.level'), value: t(`level.${area.level}`) },
            { term: t('fact.key'), value: areaKey && <bdi class="tw-num">{areaKey}</bdi> },
            {
              term: t('fact.population'),
              value: population !== null && <span class="tw-num">{formatNumber(population, 0, t.language)}</span>,
            },
            { term: t('fact.parent'), value: parent && <Link path={paths.one(parent.id)}>{parent.name}</Link> },
            {
              term: t('fact.children'),
              value:
                children.length > 0 &&
                children.map((child, place) => [
                  place > 0 && ', ',
                  <Link path={paths.one(child.id)}>{child.name}</Link>,
                ]),
            },
            { term: t('fact.edition'), value: edition },
            { term: t('fact.validFrom'), value: date(validFrom) },
            { term: t('fact.validTo'), value: date(validTo) },
          ]}
        />
      </SidePart>
    </>
  )
}
