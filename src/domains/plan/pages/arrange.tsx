import { paths as translationPaths } from '#domains/translations/paths.ts'
import { PublishAction } from '#platform/things/publish-action.tsx'
import { useTexts } from '#platform/texts/texts.ts'
import { ActionButton, EditLink, LinkButton } from '#ui/buttons.tsx'
import { EmptyResult } from '#ui/list.tsx'
import { Badge } from '#ui/marks.tsx'
import { PageTitle, Section } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { chapterPlaces, partKinds, segments, type PartKind } from '../model/parts.ts'
import { paths } from '../paths.ts'
import type { FrameRow } from '../queries/frame.ts'
import { texts } from '../texts/index.ts'
import { periodWords } from './period.ts'

export interface ArrangeProps {
  /** Chapters, phases, events, and the fields that chapters stand between. */
  rows: FrameRow[]
  may: { publish: boolean; translate: boolean; needsApproval: boolean }
}

/** Chapters, phases and events of the plan: add, change, order, publish, take back, remove. */
export function ArrangePage({ rows, may }: ArrangeProps) {
  const t = useTexts(texts)
  return (
    <Page
      title={t('arrange')}
      crumbs={[{ label: t('plan'), path: paths.plan }, { label: t('arrange') }]}
      heading={<PageTitle title={t('arrange')} lead={t('arrange.lead')} />}
    >
      {partKinds.map((kind) => (
        <Section
          id={segments[kind]}
          title={t(`many.${kind}`)}
          edit={{ path: paths.newPart(segments[kind]), label: t(`new.${kind}`) }}
        >
          <Parts
            kind={kind}
            rows={rows.filter((row) => row.kind === kind)}
            fields={rows.filter((row) => row.kind === 'action-field')}
            may={may}
          />
        </Section>
      ))}
    </Page>
  )
}

function Parts({ kind, rows, fields, may }: ArrangeProps & { kind: PartKind; fields: FrameRow[] }) {
  const t = useTexts(texts)
  if (rows.length === 0) {
    return (
      <EmptyResult actions={kind === 'phase' ? <Templates /> : undefined}>
        {kind === 'phase' ? t('template.lead') : t(`none.${kind}`)}
      </EmptyResult>
    )
  }
  if (kind !== 'chapter') return <PartList kind={kind} rows={rows} may={may} />
  return (
    <>
      {chapterPlaces.flatMap((place) =>
        // Between the fields each field has its own, in the order of the fields, then those after all of them.
        [...(place === 'BETWEEN' ? fields : []), null].map((field) => {
          const there = rows.filter((row) => row.place === place && row.afterFieldId === (field?.id ?? null))
          return (
            there.length > 0 && (
              <>
                <h3 class="kern-heading-medium">
                  {field ? t('place.after', { field: fieldName(field) }) : t(`place.${place}`)}
                </h3>
                <PartList kind={kind} rows={there} may={may} />
              </>
            )
          )
        }),
      )}
    </>
  )
}

/** "1 Sprache", kept together on pages that are read from right to left. */
const fieldName = ({ code, title }: FrameRow) => `\u2068${code ?? ''} ${title}\u2069`

/** Ready-made steps, or one's own. */
function Templates() {
  const t = useTexts(texts)
  return (
    <>
      {(['three', 'five'] as const).map((template) => (
        <ActionButton to={{ path: paths.template }} hidden={{ template }}>
          {t(`template.${template}`)}
        </ActionButton>
      ))}
      <LinkButton path={paths.newPart('schritte')}>{t('template.none')}</LinkButton>
    </>
  )
}

const PartList = ({ kind, rows, may }: ArrangeProps & { kind: PartKind }) => (
  <ol class="tw-partlist">
    {rows.map((row, place) => (
      <Part kind={kind} row={row} may={may} isFirst={place === 0} isLast={place === rows.length - 1} />
    ))}
  </ol>
)

interface PartProps {
  kind: PartKind
  row: FrameRow
  may: ArrangeProps['may']
  isFirst: boolean
  isLast: boolean
}

function Part({ kind, row, may, isFirst, isLast }: PartProps) {
  const t = useTexts(texts)
  const { language } = usePage()
  const to = (act: string) => ({ path: paths.part(segments[kind], row.id, act) })
  const isDraft = row.publishedAt === null
  return (
    <li>
      <div>
        <strong lang="de">{row.title}</strong>{' '}
        {isDraft && <Badge tone="warn">{row.submittedAt ? t('submitted') : t('draft')}</Badge>}
        <p class="tw-small tw-muted">
          {[row.state && t(`phase.${row.state}`), periodWords(t, language, row.from, row.to)]
            .filter(Boolean)
            .join(', ')}
        </p>
      </div>
      <div class="tw-row">
        <EditLink {...to('bearbeiten')}>
          {t('change')}
          <span class="tw-sr"> {row.title}</span>
        </EditLink>
        {may.translate && (
          <EditLink icon="none" path={translationPaths.of(kind, row.id)}>
            {t('translations')}
            <span class="tw-sr">: {row.title}</span>
          </EditLink>
        )}
        {kind !== 'event' && !isFirst && (
          <ActionButton to={to('nach-oben')} small>
            {t('up')}
            <span class="tw-sr">: {row.title}</span>
          </ActionButton>
        )}
        {kind !== 'event' && !isLast && (
          <ActionButton to={to('nach-unten')} small>
            {t('down')}
            <span class="tw-sr">: {row.title}</span>
          </ActionButton>
        )}
        {may.publish && isDraft && (
          <PublishAction
            path={to('veroeffentlichen').path}
            needsApproval={may.needsApproval}
            submittedAt={row.submittedAt}
            row={row.title}
          />
        )}
        {may.publish && !isDraft && (
          <EditLink icon="none" {...to('zurueckziehen')}>
            {t('withdraw')}
            <span class="tw-sr">: {row.title}</span>
          </EditLink>
        )}
        {isDraft && (
          <EditLink icon="delete" {...to('loeschen')}>
            {t('remove')}
            <span class="tw-sr">: {row.title}</span>
          </EditLink>
        )}
      </div>
    </li>
  )
}
