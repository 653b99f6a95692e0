import { useTexts } from '#platform/texts/texts.ts'
import { Link } from '#ui/link.tsx'
import { Facts, SidePart } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { ForeignText, safeAddress } from '#ui/prose.tsx'
import { formatFlexDate } from '#values/flex-date.ts'
import { formatDate } from '#values/local-date.ts'
import type { Decision } from '../model/version.ts'
import { paths } from '../paths.ts'
import type { WholePlan } from '../queries/plan.ts'
import { texts } from '../texts/index.ts'
import { periodWords } from './period.ts'

/** Beside the plan: what it is, who decided it, who carries and pays it, how to read on. */
export function PlanSide({ plan }: { plan: WholePlan }) {
  const t = useTexts(texts)
  const { language } = usePage()
  const { version } = plan
  const { parentStrategy, formerTitles, carriers } = version
  return (
    <>
      <SidePart title={t('side.version')}>
        <Facts
          facts={[
            { term: t('version.state'), value: t(`version.${version.state}`) },
            { term: t('version.period'), value: periodWords(t, language, version.periodFrom, version.periodTo) },
            { term: t('decision'), value: version.decision && <DecisionWords decision={version.decision} /> },
          ]}
        />
        <p class="tw-small tw-mt3">
          <Link path={paths.versions}>{t('versions.all')}</Link>
        </p>
      </SidePart>
      <Contents plan={plan} />
      {(carriers.length > 0 || parentStrategy !== null || formerTitles.length > 0) && (
        <SidePart title={t('side.background')}>
          <Facts
            facts={[
              { term: t('carriers'), value: carriers.length > 0 && <List items={carriers} /> },
              {
                term: t('strategy'),
                value: parentStrategy && (
                  <>
                    <StrategyName {...parentStrategy} />
                    <List items={parentStrategy.items} />
                  </>
                ),
              },
              {
                term: t('formerTitles'),
                value: formerTitles.length > 0 && (
                  <ul class="tw-plain-list">
                    {formerTitles.map(({ title, until }) => (
                      <li>
                        <ForeignText text={title} language="de" />
                        {until && ` (${t('period.until', { to: formatFlexDate(until, language) })})`}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
        </SidePart>
      )}
      <Funder plan={plan} />
    </>
  )
}

const List = ({ items }: { items: string[] }) => (
  <ul class="tw-plain-list">
    {items.map((item) => (
      <li>
        <ForeignText text={item} language="de" />
      </li>
    ))}
  </ul>
)

function StrategyName({ title, url }: { title: string; url?: string }) {
  const address = url === undefined ? undefined : safeAddress(url)
  const name = <ForeignText text={title} language="de" />
  return address ? <a href={address}>{name}</a> : name
}

/** "Kreistag, 11.12.2024, Vorlage 188/2024", and what was decided. */
export function DecisionWords({ decision: { body, date, paper, text } }: { decision: Decision }) {
  const t = useTexts(texts)
  const { language } = usePage()
  return (
    <>
      {body && <ForeignText text={body} language="de" />}
      {date && `${body ? ', ' : ''}${formatDate(date, language)}`}
      {paper && `${body || date ? ', ' : ''}${t('decision.paper', { paper })}`}
      {text && (
        <p>
          <ForeignText text={text} language="de" />
        </p>
      )}
    </>
  )
}

/** The parts of this page, for a quick way down. */
function Contents({ plan }: { plan: WholePlan }) {
  const t = useTexts(texts)
  const { version } = plan
  const chapters = (place: string) =>
    plan.chapters
      .filter((chapter) => chapter.place === place)
      .map(({ id, title }) => ({ id: `kapitel-${id}`, label: <ForeignText {...title} /> }))
  const part = (id: string, label: string, isThere: boolean) => (isThere ? [{ id, label }] : [])
  const parts = [
    ...part('verstaendnis', t('understanding'), version.understanding !== null),
    ...part('ziele', t('mainGoal'), version.mainGoal !== null || plan.goals.length > 0),
    ...chapters('BEFORE_FIELDS'),
    ...part('zeit', t('time.title'), plan.phases.length + plan.events.length > 0),
    ...part('felder', t('fields', { count: plan.fields.length }), plan.fields.length > 0),
    ...chapters('BETWEEN'),
    ...part('themen', t('topics'), plan.topics.length > 0),
    ...part('zielgruppen', t('groups'), plan.groups.length > 0),
    ...part('gremien', t('bodies'), plan.bodies.length > 0),
    ...chapters('AFTER_FIELDS'),
  ]
  if (parts.length < 2) return null
  return (
    <nav aria-labelledby="tw-contents" class="tw-noprint">
      <h2 id="tw-contents">{usePage().words.onThisPage}</h2>
      <ul class="tw-links">
        {parts.map(({ id, label }) => (
          <li>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The funder line: who, in which programme, the logo with its rights. */
function Funder({ plan: { version } }: { plan: WholePlan }) {
  const t = useTexts(texts)
  const { href } = usePage()
  const { funder, fundingProgramme, funderLogo } = version
  if (!funder && !fundingProgramme && !funderLogo) return null
  return (
    <SidePart title={t('funder')}>
      <p>
        {funder && <ForeignText text={funder} language="de" />}
        {funder && fundingProgramme && <br />}
        {fundingProgramme && (
          <span class="tw-muted">
            {t('funder.programme')}: <ForeignText text={fundingProgramme} language="de" />
          </span>
        )}
      </p>
      {funderLogo && (
        <figure class="tw-logo">
          <img src={href(paths.logo(funderLogo.fileId))} alt={funderLogo.alt} loading="lazy" />
          {funderLogo.rights && (
            <figcaption class="tw-small tw-muted">
              <ForeignText text={funderLogo.rights} language="de" />
            </figcaption>
          )}
        </figure>
      )}
    </SidePart>
  )
}
