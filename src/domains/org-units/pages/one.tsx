import { paths as historyPaths } from '#domains/history/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { thingTexts } from '#platform/things/texts/index.ts'
import { DraftBadge, HistoryLink } from '#platform/things/thing-pages.tsx'
import { EditLink, LinkButton } from '#ui/buttons.tsx'
import { Link } from '#ui/link.tsx'
import { Columns, Facts, Note, ObjectHead, Section, SidePart } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { formatDate, type LocalDate } from '#values/local-date.ts'
import { ancestorsOf, isEnded, levelOf, type OrgUnit } from '../model/org-unit.ts'
import { paths } from '../paths.ts'
import type { UnitMeasure } from '../queries.ts'
import { texts } from '../texts/index.ts'
import { UnitLine } from './list.tsx'

interface Props {
  unit: OrgUnit
  units: OrgUnit[]
  measures: UnitMeasure[]
  today: LocalDate
  may: { edit: boolean; seeHistory: boolean }
}

export function UnitPage({ unit, units, measures, today, may }: Props) {
  const t = useTexts(texts)
  const below = units.filter(({ parentId }) => parentId === unit.id)
  return (
    <Page
      title={`${levelOf(unit)} ${unit.name}`}
      crumbs={[
        { label: t('title'), path: paths.list },
        ...ancestorsOf(units, unit.id).map(({ id, name }) => ({ label: name, path: paths.one(id) })),
        { label: unit.name },
      ]}
      heading={
        <ObjectHead
          line={<ForeignText text={levelOf(unit)} language="de" />}
          title={<ForeignText text={unit.name} language="de" />}
          actions={may.edit && <Actions unit={unit} />}
        />
      }
    >
      <Ended unit={unit} units={units} today={today} />
      <Columns side={<Side unit={unit} units={units} />}>
        <Section id="massnahmen" title={t('measures.title')} flush>
          {measures.length === 0 ? (
            <p class="tw-muted">{t('measures.none')}</p>
          ) : (
            <ul class="tw-linked">
              {measures.map((measure) => (
                <MeasureLine measure={measure} unit={unit} units={units} />
              ))}
            </ul>
          )}
        </Section>
        {below.length > 0 && (
          <Section id="darunter" title={t('units.title')} flush>
            <div class="tw-org">
              <ul>
                {below.map((one) => (
                  <li>
                    <UnitLine unit={one} today={today} />
                  </li>
                ))}
              </ul>
            </div>
          </Section>
        )}
      </Columns>
      {may.seeHistory && <HistoryLink path={historyPaths.of('org-unit', unit.id)} />}
    </Page>
  )
}

function Actions({ unit: { id } }: { unit: OrgUnit }) {
  const t = useTexts(texts)
  const things = useTexts(thingTexts)
  return (
    <>
      <LinkButton path={paths.edit(id)} primary>
        {t('edit')}
      </LinkButton>
      <EditLink path={paths.remove(id)} icon="delete">
        {things('remove')}
      </EditLink>
    </>
  )
}

/** What became of a unit that has ended. */
function Ended({ unit, units, today }: Pick<Props, 'unit' | 'units' | 'today'>) {
  const t = useTexts(texts)
  const { language } = usePage()
  if (!isEnded(unit, today) || unit.endedOn === null) return null
  const successor = units.find(({ id }) => id === unit.mergedIntoId)
  return (
    <Note tone="info">
      <p>{t('one.endedNote', { date: formatDate(unit.endedOn, language) })}</p>
      {successor && (
        <p>
          {t('one.mergedInto')}{' '}
          <Link path={paths.one(successor.id)}>
            <ForeignText text={successor.name} language="de" />
          </Link>{' '}
          {t('one.mergedIntoEnd')}
        </p>
      )}
    </Note>
  )
}

function MeasureLine({ measure, unit, units }: { measure: UnitMeasure; unit: OrgUnit; units: OrgUnit[] }) {
  const t = useTexts(texts)
  const before = measure.ofUnit === unit.id ? undefined : units.find(({ id }) => id === measure.ofUnit)
  return (
    <li>
      <Link path={measurePaths.one(measure.id)}>
        {measure.number} <ForeignText {...measure.title} />
      </Link>
      <span class="tw-small tw-muted">
        {measure.isLead ? t('measures.lead') : t('measures.partner')}
        {before && <>, {t('measures.before', { name: before.name })}</>} <DraftBadge isDraft={measure.isDraft} />
      </span>
    </li>
  )
}

function Side({ unit, units }: Pick<Props, 'unit' | 'units'>) {
  const t = useTexts(texts)
  const { language } = usePage()
  const parent = units.find(({ id }) => id === unit.parentId)
  const before = units.filter(({ mergedIntoId }) => mergedIntoId === unit.id)
  const link = ({ id, name }: OrgUnit) => (
    <Link path={paths.one(id)}>
      <ForeignText text={name} language="de" />
    </Link>
  )
  return (
    <>
      <SidePart title={t('facts.place')}>
        <Facts
          facts={[
            { term: t('facts.above'), value: parent && link(parent) },
            { term: t('facts.started'), value: unit.startedOn && formatDate(unit.startedOn, language) },
            { term: t('facts.ended'), value: unit.endedOn && formatDate(unit.endedOn, language) },
            {
              term: t('facts.before'),
              value: before.length > 0 && before.map((one, place) => [place > 0 && <br />, link(one)]),
            },
          ]}
        />
        {!parent && !unit.startedOn && !unit.endedOn && before.length === 0 && (
          <p class="tw-small">
            <Link path={paths.list}>{t('title')}</Link>
          </p>
        )}
      </SidePart>
      {(unit.phone ?? unit.email) && (
        <SidePart title={t('facts.reach')}>
          <Facts
            facts={[
              {
                term: t('facts.phone'),
                value: unit.phone && (
                  <a href={`tel:${unit.phone.replaceAll(/[^+\d]/g, '')}`} dir="ltr">
                    {unit.phone}
                  </a>
                ),
              },
              { term: t('facts.email'), value: unit.email && <a href={`mailto:${unit.email}`}>{unit.email}</a> },
            ]}
          />
        </SidePart>
      )}
    </>
  )
}
