import type { ComponentChildren } from 'preact'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as planPaths } from '#domains/plan/paths.ts'
import type { Collection } from '#platform/api/collection.ts'
import { parametersOfList } from '#platform/api/read-query.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { Link } from '#ui/link.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

export interface Example {
  address: string
  answer: string
  /** One of the things, inside the municipality. */
  one: string
}

interface Props {
  collections: readonly Collection[]
  /** Where the municipality's addresses begin. */
  site: string
  licence: { name: string; url: string; namesSource: boolean }
  source: string
  example: Example | undefined
}

/** What there is for programs, said to people. */
export function OpenDataPage({ collections, site, licence, source, example }: Props) {
  const t = useTexts(texts)
  return (
    <Page
      title={t('title')}
      crumbs={[{ label: t('title') }]}
      heading={<PageTitle title={t('title')} lead={t('lead')} />}
    >
      <div class="tw-legal">
        <Try example={example} />
        <Collections collections={collections} one={example?.one} site={site} />
        <Parameters collections={collections} />
        <Part id="regeln" title={t('rules.title')}>
          <ul class="tw-stack">
            {rules.map((rule) => (
              <li>{t(`rule.${rule}`)}</li>
            ))}
          </ul>
        </Part>
        <Part id="dateien" title={t('files.title')}>
          <p>{t('files.text')}</p>
          <p>
            <Link path={measurePaths.export('csv')}>
              <Code>{measurePaths.export('csv')}</Code>
            </Link>
          </p>
          <p>
            <Link path={planPaths.json}>{t('files.plan')}</Link>
          </p>
        </Part>
        <Part id="lizenz" title={t('licence.title')}>
          <p>
            {t('licence.text')}{' '}
            <a href={licence.url} rel="license" lang="de">
              <bdi>{licence.name}</bdi>
            </a>
          </p>
          <p>{t(licence.namesSource ? 'licence.source' : 'licence.noSource', { name: `\u2068${source}\u2069` })}</p>
          <p>{t('licence.own')}</p>
        </Part>
        <Part id="programme" title={t('machines.title')}>
          <ul class="tw-stack">
            <li>
              <Link path={paths.description}>{t('machines.openapi')}</Link>
            </li>
            <li>
              <Link path={paths.catalogueRdf}>{t('machines.rdf')}</Link>
            </li>
            <li>
              <Link path={paths.catalogueJson}>{t('machines.jsonld')}</Link>
            </li>
          </ul>
        </Part>
      </div>
    </Page>
  )
}

const rules = ['pages', 'empty', 'dates', 'language', 'etag', 'errors', 'others'] as const

const Part = ({ id, title, children, wide = false }: PartProps) => (
  <section class={wide ? 'tw-part tw-part--wide' : 'tw-part'} aria-labelledby={id}>
    <h2 class="kern-heading-medium" id={id}>
      {title}
    </h2>
    {wide ? children : <div class="tw-prose">{children}</div>}
  </section>
)
interface PartProps {
  id: string
  title: string
  children: ComponentChildren
  /** For a table. */
  wide?: boolean
}

/** Something to type: from left to right in every language. */
const Code = ({ children }: { children: ComponentChildren }) => (
  <code class="tw-code" dir="ltr">
    {children}
  </code>
)

function Try({ example }: { example: Example | undefined }) {
  const t = useTexts(texts)
  return (
    <Part id="probieren" title={t('try.title')} wide>
      {example ? (
        <>
          <p>{t('try.text')}</p>
          <p>
            <a href={example.address}>
              <Code>{example.address}</Code>
            </a>
          </p>
          <p>{t('try.answer')}</p>
          <pre class="tw-source" dir="ltr">
            <code>{example.answer}</code>
          </pre>
        </>
      ) : (
        <p>{t('try.none')}</p>
      )}
    </Part>
  )
}

function Collections({ collections, one, site }: Pick<Props, 'collections' | 'site'> & { one: string | undefined }) {
  const t = useTexts(texts)
  return (
    <Part id="sammlungen" title={t('collections.title')} wide>
      <ul class="tw-collections">
        {collections.map(({ name, path, parameters }) => (
          <li>
            <div>
              <Link path={path}>{t.dynamic(`collection.${name}`)}</Link>
              <p>{t.dynamic(`collection.${name}.text`)}</p>
            </div>
            <div>
              <a href={site + paths.collection(name)}>
                <Code>{paths.collection(name)}</Code>
              </a>
              <Filters names={Object.keys(parameters)} />
            </div>
          </li>
        ))}
      </ul>
      {one && <p>{t('collections.one', { example: `\u2066${one}\u2069` })}</p>}
    </Part>
  )
}

function Filters({ names }: { names: readonly string[] }) {
  const t = useTexts(texts)
  if (names.length === 0) return null
  return (
    <p class="tw-small tw-muted">
      {t('filters')} <Code>{names.join(', ')}</Code>
    </p>
  )
}

/** Every parameter once, in the order in which the collections bring them. */
function Parameters({ collections }: Pick<Props, 'collections'>) {
  const t = useTexts(texts)
  const names = [...new Set(collections.flatMap((collection) => Object.keys(parametersOfList(collection))))]
  return (
    <Part id="angaben" title={t('parameters.title')} wide>
      <p>{t('parameters.lead')}</p>
      <Table
        caption={t('parameters.caption')}
        captionHidden
        rows={names}
        columns={[
          { key: 'name', label: t('column.parameter'), rowHeader: true, cell: (name) => <Code>{name}</Code> },
          { key: 'meaning', label: t('column.meaning'), cell: (name) => t.dynamic(`parameter.${name}`) },
        ]}
      />
    </Part>
  )
}
