import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { Link } from '#ui/link.tsx'
import { Facts, SidePart } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { ForeignText } from '#ui/prose.tsx'
import { formatFlexDate } from '#values/flex-date.ts'
import type { Body, BodyName, RelationKind } from '../model/body.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

/** The facts beside a body: how it works, what it is tied to, its fields. */
export function Side({ body }: { body: Body }) {
  const t = useTexts(texts)
  const { language } = usePage()
  const german = (text: string | null) => text !== null && <ForeignText text={text} language="de" />
  const { relations, relatedFrom, parent, children } = body
  const tied = (kind: RelationKind, direction: 'to' | 'from') =>
    (direction === 'to' ? relations : relatedFrom).filter((one) => one.kind === kind).map(({ other }) => other)
  // Both sides may have entered the same interface.
  const interfaces = [
    ...new Map([...tied('INTERFACE_TO', 'to'), ...tied('INTERFACE_TO', 'from')].map((one) => [one.id, one])).values(),
  ]
  const reportsToParent = tied('REPORTS_TO', 'to').some(({ id }) => id === parent?.id)
  const reporting = tied('REPORTS_TO', 'from')
  const ties = [
    { term: t('facts.parent'), value: parent && !reportsToParent && <Names bodies={[parent]} /> },
    { term: t('to.REPORTS_TO'), value: named(tied('REPORTS_TO', 'to')) },
    { term: t('to.ADVISES'), value: named(tied('ADVISES', 'to')) },
    { term: t('to.INTERFACE_TO'), value: named(interfaces) },
    { term: t('from.REPORTS_TO'), value: named(reporting) },
    { term: t('from.ADVISES'), value: named(tied('ADVISES', 'from')) },
    {
      term: t('facts.children'),
      value: named(children.filter(({ id }) => !reporting.some((one) => one.id === id))),
    },
  ]
  return (
    <>
      {(body.meets ?? body.since ?? body.legalBasis) !== null && (
        <SidePart title={t('facts.frame')}>
          <Facts
            facts={[
              { term: t('facts.meets'), value: german(body.meets) },
              { term: t('facts.since'), value: body.since && formatFlexDate(body.since, language) },
              { term: t('facts.legalBasis'), value: german(body.legalBasis) },
            ]}
          />
        </SidePart>
      )}
      {ties.some(({ value }) => value) && (
        <SidePart title={t('facts.ties')}>
          <Facts facts={ties} />
        </SidePart>
      )}
      {body.fields.length > 0 && (
        <SidePart title={t('facts.fields')}>
          <ul class="tw-links">
            {body.fields.map(({ id, title }) => (
              <li>
                <Link path={fieldPaths.one(id)}>
                  <ForeignText {...title} />
                </Link>
              </li>
            ))}
          </ul>
        </SidePart>
      )}
    </>
  )
}

const named = (bodies: readonly BodyName[]) => bodies.length > 0 && <Names bodies={bodies} />

const Names = ({ bodies }: { bodies: readonly BodyName[] }) => (
  <>
    {bodies.map(({ id, name }, place) => [
      place > 0 && <br />,
      <Link path={paths.one(id)}>
        <ForeignText text={name} language="de" />
      </Link>,
    ])}
  </>
)
