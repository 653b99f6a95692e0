import { useTexts } from '#platform/texts/texts.ts'
import { paths as sitePaths } from '#domains/site/paths.ts'
import { paths as actorPaths } from '#domains/actors/paths.ts'
import { paths as bodyPaths } from '#domains/bodies/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { FlexDateText } from '#ui/flex-date.tsx'
import { Glyph, type GlyphName } from '#ui/glyph.tsx'
import { Log } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import type { ComponentChildren } from 'preact'
import { formatDate } from '#values/local-date.ts'
import { paths } from '../paths.ts'
import type { Home } from '../queries/home.ts'
import { texts } from '../texts/index.ts'
import { News } from './news.tsx'
import { ProgressByField, ProgressLegend } from './progress.tsx'
import { periodWords } from './period.ts'
import { WeavePicture } from './weave.tsx'

export interface HomePageProps {
  home: Home
  municipality: { name: string; office: string | undefined; phone: string | undefined; email: string | undefined }
}

export function HomePage({ home, municipality }: HomePageProps) {
  const t = useTexts(texts)
  const title = t('home.title', { name: municipality.name })
  return (
    <Page title={title} heading={false} wide>
      <div class="tw-wrap">
        <div class="tw-hero">
          <div class="tw-stack">
            <h1 class="kern-heading-x-large">{title}</h1>
            <p class="tw-lead">{home.lead ? <ForeignText {...home.lead} /> : t('home.lead')}</p>
            <div class="tw-row">
              <LinkButton path={measurePaths.list} primary>
                {t('home.toMeasures')}
              </LinkButton>
              <LinkButton path={home.weave.way.length > 2 ? wayOf(home) : paths.chain}>{t('home.toWay')}</LinkButton>
            </div>
          </div>
          <WeavePicture weave={home.weave} counts={home.counts} drafts={home.drafts} />
        </div>
        {home.progress.total > 0 && <Progress home={home} />}
      </div>
      <Doors home={home} municipality={municipality} />
      <div class="tw-wrap">
        <div class="tw-section">
          <div class="tw-cols">
            {home.news.length > 0 && <News lines={home.news} />}
            {home.phases.length > 0 && <Making home={home} />}
          </div>
        </div>
      </div>
    </Page>
  )
}

/** The measure on the shown way: the third knot where the way is whole. */
function wayOf({ weave }: Home): string {
  const measure = weave.way.find((id) => weave.columns.measure.includes(id))
  return measure === undefined ? paths.chain : paths.way('measure', measure)
}

function Progress({ home: { fields, progress, confirmedOn, period } }: Pick<HomePageProps, 'home'>) {
  const t = useTexts(texts)
  const { language } = usePage()
  const years = periodWords(t, language, period.from, period.to)
  const resting = progress.counts.DEFERRED + progress.counts.DISCONTINUED
  return (
    <section class="tw-section" aria-labelledby="stand">
      <div class="tw-section__head">
        <h2 class="kern-heading-large" id="stand">
          {fields.length > 0 ? t('home.progress', { count: fields.length }) : t('home.progressPlain')}
        </h2>
        <span class="tw-small tw-muted">
          {confirmedOn
            ? t('home.asOf', { day: formatDate(confirmedOn, language) })
            : years
              ? t('home.asOf.period', { period: years })
              : t('home.asOf.none')}
        </span>
      </div>
      <div class="tw-stack">
        <p class="tw-prose">
          {[
            t('home.reached', { reached: progress.reached, total: progress.total }),
            progress.running > 0 && t('home.running', { running: progress.running }),
            resting > 0 && t('home.resting', { resting }),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
        <ProgressLegend progress={progress} />
      </div>
      <div class="tw-mt5">
        <ProgressByField fields={fields} />
      </div>
    </section>
  )
}

/** Three ways in: say what is missing, have a say, do something. Each from what the plan really holds. */
function Doors({ home, municipality }: Pick<HomePageProps, 'home' | 'municipality'>) {
  const t = useTexts(texts)
  const { office, phone, email } = municipality
  const { nextEvent, counts } = home
  return (
    <div class="tw-tint">
      <div class="tw-wrap">
        <div class="tw-section__head">
          <h2 class="kern-heading-large">{t('home.join')}</h2>
        </div>
        <ul class="tw-join">
          <Door kind="need" title={t('home.say')}>
            <p>{t('home.say.text')}</p>
            {(office ?? phone) && (
              <p>
                {office && (
                  <>
                    {t('home.say.office')}: <ForeignText text={office} language="de" />
                  </>
                )}
                {office && phone && <br />}
                {phone && (
                  <>
                    {t('home.say.phone')}: <bdi>{phone}</bdi>
                  </>
                )}
              </p>
            )}
            {email ? (
              <LinkButton href={`mailto:${email}`}>{t('home.say.write')}</LinkButton>
            ) : (
              <LinkButton path={sitePaths.imprint}>{t('home.say.contact')}</LinkButton>
            )}
          </Door>
          <Door kind="goal" title={t('home.talk')}>
            {nextEvent ? <NextEvent event={nextEvent} /> : <p>{t('home.talk.text', { count: counts.body })}</p>}
            {nextEvent ? (
              <LinkButton path={`${paths.plan}#zeit`}>{t('home.talk.dates')}</LinkButton>
            ) : (
              <LinkButton path={bodyPaths.list}>{t('home.talk.bodies')}</LinkButton>
            )}
          </Door>
          <Door kind="measure" title={t('home.act')}>
            <p>{counts.actor > 0 ? t('home.act.text', { count: counts.actor }) : t('home.act.none')}</p>
            <LinkButton path={actorPaths.list}>{t('home.act.actors')}</LinkButton>
          </Door>
        </ul>
      </div>
    </div>
  )
}

/** Each part on a line of its own: a German title in an Arabic page keeps its order, and so does the date. */
const NextEvent = ({ event: { date, title, text } }: { event: NonNullable<Home['nextEvent']> }) => (
  <>
    <p>
      <FlexDateText date={date} />
      <br />
      <strong>
        <ForeignText {...title} />
      </strong>
    </p>
    {text && (
      <p>
        <ForeignText {...text} />
      </p>
    )}
  </>
)

const Door = ({
  kind,
  title,
  children,
}: {
  kind: GlyphName & ('need' | 'goal' | 'measure')
  title: string
  children: ComponentChildren
}) => (
  <li class={`tw-${kind}`}>
    <h3 class="kern-heading-medium">
      <Glyph name={kind} />
      {title}
    </h3>
    {children}
  </li>
)

/** The steps of the plan, each with what came out of it. */
function Making({ home: { phases } }: Pick<HomePageProps, 'home'>) {
  const t = useTexts(texts)
  const { language } = usePage()
  return (
    <section aria-labelledby="schritte">
      <div class="tw-section__head">
        <h2 class="kern-heading-large" id="schritte">
          {t('home.making')}
        </h2>
        <a href={usePage().href(paths.plan)}>{t('home.wholePlan')}</a>
      </div>
      <Log
        entries={phases.map(({ title, outcome, from, to, state }) => ({
          // Without dates it still says how far it is.
          when: periodWords(t, language, from, to) || t(`phase.${state}`),
          text: (
            <>
              <strong>
                <ForeignText {...title} />
              </strong>
              {outcome && (
                <p>
                  <ForeignText {...outcome} />
                </p>
              )}
            </>
          ),
        }))}
      />
    </section>
  )
}
