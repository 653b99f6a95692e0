import { useTexts } from '#platform/texts/texts.ts'
import { EmptyResult } from '#ui/list.tsx'
import { Link } from '#ui/link.tsx'
import { Badge } from '#ui/marks.tsx'
import { PageTitle } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import type { VersionInList } from '../model/version.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { DecisionWords } from './plan-side.tsx'
import { periodWords } from './period.ts'
import { DraftBadge } from './timeline-lists.tsx'

/** All versions of the plan, newest first; each can be read as a whole. */
export function VersionsPage({ versions }: { versions: VersionInList[] }) {
  const t = useTexts(texts)
  const { language } = usePage()
  return (
    <Page
      title={t('versions.title')}
      crumbs={[{ label: t('plan'), path: paths.plan }, { label: t('versions.title') }]}
      heading={<PageTitle title={t('versions.title')} lead={t('versions.lead')} />}
    >
      {versions.length === 0 && <EmptyResult>{t('versions.none')}</EmptyResult>}
      <ol class="tw-versions" reversed>
        {versions.map(({ number, title, label, state, periodFrom, periodTo, decision, isPublished }, place) => (
          <li>
            <h2 class="kern-heading-medium">
              <Link path={place === 0 ? paths.version() : paths.version(number)}>
                <ForeignText {...title} />
              </Link>
            </h2>
            <p>
              <Badge tone={state === 'IN_FORCE' ? 'ok' : 'plain'}>{t(`version.${state}`)}</Badge>{' '}
              {place === 0 && <Badge>{t('versions.newest')}</Badge>} {!isPublished && <DraftBadge />}{' '}
              <span class="tw-muted">
                {t('versions.number', { number })}
                {label && (
                  <>
                    {' · '}
                    <ForeignText text={label} language="de" />
                  </>
                )}
              </span>
            </p>
            {(periodFrom ?? periodTo) && <p class="tw-num">{periodWords(t, language, periodFrom, periodTo)}</p>}
            {decision && (
              <div class="tw-small">
                <DecisionWords decision={decision} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </Page>
  )
}
