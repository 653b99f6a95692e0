import { useTexts } from '#platform/texts/texts.ts'
import { MoveButtons } from '#platform/things/thing-pages.tsx'
import { LinkButton } from '#ui/buttons.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyResult, FileLinks } from '#ui/list.tsx'
import { Badge } from '#ui/marks.tsx'
import { PageTitle, Section } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { formatDate, type LocalDate } from '#values/local-date.ts'
import { isEnded, levelOf, presentAndPast, type OrgUnit, type UnitNode } from '../model/org-unit.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

interface Props {
  units: OrgUnit[]
  today: LocalDate
  may: { edit: boolean }
}

/** The administration as a tree, and below it what has ended. */
export function UnitsPage({ units, today, may }: Props) {
  const t = useTexts(texts)
  const { present, past } = presentAndPast(units, today)
  return (
    <Page
      title={t('title')}
      heading={
        <PageTitle
          title={t('title')}
          lead={t('lead')}
          first
          {...(may.edit && { actions: <LinkButton path={paths.new}>{t('new')}</LinkButton> })}
        />
      }
    >
      <div class="tw-section__head">
        <h2 class="kern-heading-large" id="aufbau">
          {t('tree.title')}
        </h2>
        {units.length > 0 && (
          <FileLinks
            files={(['csv', 'xlsx', 'json'] as const).map((ending) => ({
              label: { csv: 'CSV', xlsx: 'Excel', json: 'JSON' }[ending],
              path: paths.export(ending),
            }))}
          />
        )}
      </div>
      {present.length > 0 ? (
        <div class="tw-org">
          <Branch nodes={present} today={today} canMove={may.edit} />
        </div>
      ) : (
        <EmptyResult>{t('tree.empty')}</EmptyResult>
      )}
      {past.length > 0 && (
        <Section id="frueher" title={t('past.title')}>
          <p class="tw-prose tw-mb4">{t('past.lead')}</p>
          <div class="tw-org">
            <Branch nodes={past.map((unit) => ({ ...unit, children: [] }))} today={today} />
          </div>
        </Section>
      )}
    </Page>
  )
}

interface BranchProps {
  nodes: readonly UnitNode[]
  today: LocalDate
  canMove?: boolean
}

const Branch = ({ nodes, today, canMove = false }: BranchProps) => (
  <ul>
    {nodes.map((unit, place) => (
      <li>
        <UnitLine
          unit={unit}
          today={today}
          {...(canMove && { place: { isFirst: place === 0, isLast: place === nodes.length - 1 } })}
        />
        {unit.children.length > 0 && <Branch nodes={unit.children} today={today} canMove={canMove} />}
      </li>
    ))}
  </ul>
)

interface LineProps {
  unit: OrgUnit
  today: LocalDate
  /** Where it stands among its neighbours, for who may move it. */
  place?: { isFirst: boolean; isLast: boolean }
}

/** Level and code, the name, and how many measures it leads. */
export function UnitLine({ unit, today, place }: LineProps) {
  const t = useTexts(texts)
  const { language } = usePage()
  return (
    <div class="tw-unit-line">
      <span class="tw-small tw-muted">
        <ForeignText text={levelOf(unit)} language="de" />
      </span>
      <Link path={paths.one(unit.id)}>
        <ForeignText text={unit.name} language="de" />
      </Link>
      <span class="tw-small tw-muted">
        {isEnded(unit, today) && <Badge>{t('one.ended', { date: formatDate(unit.endedOn ?? today, language) })}</Badge>}{' '}
        {unit.ledCount > 0 && t('leads.count', { count: unit.ledCount })}
      </span>
      {place && <MoveButtons path={paths.move(unit.id)} title={unit.name} {...place} />}
    </div>
  )
}
