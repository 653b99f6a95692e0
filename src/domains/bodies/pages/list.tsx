import { paths as productPaths } from '#domains/budget-products/paths.ts'
import { paths as unitPaths } from '#domains/org-units/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { DraftBadge, MoveButtons } from '#platform/things/thing-pages.tsx'
import { LinkButton } from '#ui/buttons.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyResult, FileLinks } from '#ui/list.tsx'
import { PageTitle, Section } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { natureOf, natures, type BodyInList } from '../model/body.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { Organigram } from './organigram.tsx'

interface Props {
  bodies: BodyInList[]
  may: { edit: boolean }
}

/** The picture of all bodies, and the same as a list by their nature. */
export function BodiesPage({ bodies, may }: Props) {
  const t = useTexts(texts)
  const isTied = bodies.some(({ parentId, relations }) => parentId !== null || relations.length > 0)
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
      {bodies.length === 0 && <EmptyResult>{t('empty.none')}</EmptyResult>}
      {isTied && (
        <section aria-labelledby="bild">
          <div class="tw-section__head">
            <h2 class="kern-heading-large" id="bild">
              {t('picture.title')}
            </h2>
            <p class="tw-small tw-muted">{t('picture.twin')}</p>
          </div>
          <Organigram bodies={bodies} />
        </section>
      )}
      {natures.map((nature) => {
        const own = bodies.filter(({ type }) => natureOf(type) === nature)
        if (own.length === 0) return null
        return (
          <Section id={nature} title={t(`nature.${nature}`)}>
            <ul class="tw-directory">
              {own.map((body, place) => (
                <Entry
                  body={body}
                  bodies={bodies}
                  {...(may.edit && { place: { isFirst: place === 0, isLast: place === own.length - 1 } })}
                />
              ))}
            </ul>
          </Section>
        )
      })}
      <Section id="mehr" title={t('more.title')}>
        <ul class="tw-links">
          <li>
            <Link path={unitPaths.list}>{t('more.organisation')}</Link>
          </li>
          <li>
            <Link path={productPaths.list}>{t('more.products')}</Link>
          </li>
        </ul>
        {bodies.length > 0 && (
          <FileLinks
            files={(['csv', 'xlsx', 'json'] as const).map((ending) => ({
              label: { csv: 'CSV', xlsx: 'Excel', json: 'JSON' }[ending],
              path: paths.export(ending),
            }))}
          />
        )}
      </Section>
    </Page>
  )
}

interface EntryProps {
  body: BodyInList
  bodies: readonly BodyInList[]
  place?: { isFirst: boolean; isLast: boolean }
}

/** Name, what it is and for what; beside it what it is tied to, in words. */
function Entry({ body, bodies, place }: EntryProps) {
  const t = useTexts(texts)
  const { id, name, type, purpose, relations, parentId, fields, seatCount, meets } = body
  const parent = bodies.find((one) => one.id === parentId)
  const reports = relations.some(({ kind, other }) => kind === 'REPORTS_TO' && other.id === parentId)
  const ties = [
    ...(parent && !reports ? [{ word: t('relation.PART_OF'), other: parent }] : []),
    ...relations.map(({ kind, other }) => ({ word: t(`relation.${kind}`), other })),
  ]
  return (
    <li>
      <div>
        <Link path={paths.one(id)}>
          <ForeignText text={name} language="de" />
        </Link>
        <p class="tw-small tw-muted">
          {t(`type.${type}`)}
          {seatCount > 0 && <> · {t('seats.count', { count: seatCount })}</>}
          {meets !== null && (
            <>
              {' · '}
              <ForeignText text={meets} language="de" />
            </>
          )}{' '}
          <DraftBadge isDraft={body.isDraft} />
        </p>
        {purpose && (
          <p class="tw-directory__text">
            <ForeignText {...purpose} />
          </p>
        )}
      </div>
      <div class="tw-small">
        {ties.map(({ word, other }) => (
          <p>
            {word}{' '}
            <Link path={paths.one(other.id)}>
              <ForeignText text={other.name} language="de" />
            </Link>
          </p>
        ))}
        {fields.length > 0 && (
          <p class="tw-muted">{fields.map(({ title }, at) => [at > 0 && ' · ', <ForeignText {...title} />])}</p>
        )}
        {place && <MoveButtons path={paths.move(id)} title={name} {...place} />}
      </div>
    </li>
  )
}
