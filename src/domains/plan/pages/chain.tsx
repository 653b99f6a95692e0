import { useTexts } from '#platform/texts/texts.ts'
import { SelectField } from '#ui/choice-fields.tsx'
import { EmptyResult, Pagination } from '#ui/list.tsx'
import { useAddress } from '#ui/link.tsx'
import { Glyph } from '#ui/glyph.tsx'
import { ObjectHead, Section } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { Thread, type ThreadKnot } from '#ui/thread.tsx'
import { withQuery } from '#values/query.ts'
import { chainKinds, type ChainKind } from '../model/chain.ts'
import type { ChainFilter, ChainView } from '../model/chain-filter.ts'
import { countOf, type KnownChain } from '../model/known-chain.ts'
import { layOut } from '../model/chain-layout.ts'
import { paths } from '../paths.ts'
import type { ChainWords } from '../queries/labels.ts'
import { texts } from '../texts/index.ts'
import { ChainList } from './chain-list.tsx'
import { Gaps, Outside } from './chain-gaps.tsx'
import { ChainPicture, NodeWords } from './chain-picture.tsx'
import { pathOfNode } from './nodes.ts'

export interface ChainPageProps {
  /** The whole plan, for the numbers. */
  all: KnownChain
  view: ChainView
  words: ChainWords
  filter: ChainFilter
}

/** From need to effect: the whole chain, or one way through it. */
export function ChainPage({ all, view, words, filter }: ChainPageProps) {
  const t = useTexts(texts)
  const isEmpty = view.chain.nodes.length === 0
  return (
    <Page
      title={t('chain.title')}
      crumbs={[{ label: t('plan'), path: paths.plan }, { label: t('chain.crumb') }]}
      heading={<ObjectHead title={t('chain.title')} lead={t('chain.lead')} />}
    >
      {view.center === undefined ? (
        <Narrow view={view} words={words} filter={filter} />
      ) : (
        <OneWay view={view} words={words} all={all} center={view.center} />
      )}
      {isEmpty ? (
        <EmptyResult actions={<a href={useAddress()({ path: paths.chain })}>{t('chain.all')}</a>}>
          {all.nodes.length === 0 ? t('chain.empty') : t('chain.emptyFilter')}
        </EmptyResult>
      ) : (
        <Whole all={all} view={view} words={words} filter={filter} />
      )}
    </Page>
  )
}

function Whole({ all, view, words, filter }: ChainPageProps) {
  const t = useTexts(texts)
  // A field has the numbers of its own page; what is tied to it from outside is told apart.
  const own = view.chain.nodes.filter(({ id }) => typeof view.field !== 'number' || view.focus.has(id))
  const beside = view.chain.nodes.length - own.length
  const count = (kind: ChainKind) => own.filter((node) => node.kind === kind).length
  const field = words.fields.find(({ id }) => id === view.field)
  return (
    <Section
      id="kette"
      title={view.way ? t('chain.around') : field ? <ForeignText {...field.title} /> : t('chain.whole')}
    >
      <p class="tw-small tw-muted tw-num">
        {chainKinds.map((kind) => t(`chain.of.${kind}`, { shown: count(kind), all: countOf(all, kind) })).join(' · ')}
        {beside > 0 && ` · ${t('chain.beside', { count: beside })}`}
      </p>
      {!view.way && <Gaps view={view} words={words} />}
      {!view.way && <Outside all={all} field={view.field} />}
      <ChainPicture view={view} layout={layOut(view.chain)} labels={words.labels} />
      {view.views > 1 && (
        <Pagination
          page={view.view}
          pageSize={1}
          total={view.views}
          pageAddress={(page) => ({ path: addressOf(filter, { seite: page > 1 ? String(page) : undefined }) })}
        />
      )}
      <div class="tw-mt6">
        <h3 class="kern-heading-medium tw-mb3">{t('chain.list')}</h3>
        <ChainList view={view} labels={words.labels} />
      </div>
    </Section>
  )
}

/** The address of the chain as it is filtered now, with some of it changed. */
function addressOf({ feld, thema, zielgruppe }: ChainFilter, changed: Record<string, string | undefined>): string {
  const text = (value: number | string | undefined) => (value === undefined ? undefined : String(value))
  return withQuery(paths.chain, { feld: text(feld), thema: text(thema), zielgruppe: text(zielgruppe), ...changed })
}

/** The fields as a row of links; topic and target group as a small form. */
function Narrow({ view, words, filter }: Pick<ChainPageProps, 'view' | 'words' | 'filter'>) {
  const t = useTexts(texts)
  const address = useAddress()
  const current = (field: number | 'alle') => (view.field === field ? { 'aria-current': 'page' as const } : {})
  const to = (field: number | 'alle') => address({ path: addressOf(filter, { feld: String(field) }) })
  const form = {
    values: { thema: String(filter.thema ?? ''), zielgruppe: String(filter.zielgruppe ?? '') },
    errors: {},
  }
  const options = (things: ChainWords['topics']) =>
    things.map(({ id, title }) => ({ value: String(id), label: title.text }))
  return (
    <>
      {words.fields.length > 0 && (
        <nav aria-label={t('chain.fields')}>
          <ul class="tw-tabs">
            {words.fields.map(({ id, title }) => (
              <li>
                <a href={to(id)} {...current(id)}>
                  <ForeignText {...title} />
                </a>
              </li>
            ))}
            <li>
              <a href={to('alle')} {...current('alle')}>
                {t('chain.allFields')}
              </a>
            </li>
          </ul>
        </nav>
      )}
      {words.topics.length + words.groups.length > 0 && (
        <form class="tw-row tw-end tw-noprint" method="get" action={address({ path: paths.chain })} role="search">
          {filter.feld !== undefined && <input type="hidden" name="feld" value={filter.feld} />}
          <SelectField
            name="thema"
            label={t('chain.topic')}
            options={options(words.topics)}
            empty={t('chain.any')}
            {...form}
          />
          <SelectField
            name="zielgruppe"
            label={t('chain.group')}
            options={options(words.groups)}
            empty={t('chain.any')}
            {...form}
          />
          <button class="kern-btn kern-btn--secondary" type="submit">
            <span class="kern-label">{t('chain.show')}</span>
          </button>
        </form>
      )}
    </>
  )
}

/** One way as a thread, and how to get back to the whole. */
function OneWay({ view, words, all, center }: Omit<ChainPageProps, 'filter'> & { center: number }) {
  const t = useTexts(texts)
  const address = useAddress()
  const label = words.labels.get(center)
  if (!label) return null
  const ids = (kind: ChainKind) =>
    view.chain.nodes.filter((node) => node.kind === kind && view.way?.has(node.id)).map(({ id }) => id)
  const knot = (kind: ChainKind): ThreadKnot => {
    const found = ids(kind)
    return {
      title: t(`thread.${kind}`, { count: found.length }),
      here: label.kind === kind,
      items: found.flatMap((id) => {
        const one = words.labels.get(id)
        return one ? [{ label: <NodeWords label={one} />, path: pathOfNode(kind, id) }] : []
      }),
      empty: t('chain.notLinked'),
    }
  }
  const measures = all.nodes.filter(({ kind }) => kind === 'measure').length
  return (
    <>
      <ul class="tw-chips">
        <li>
          <a href={address({ path: paths.chain })}>
            {t('chain.through.chip', { kind: t(`kind.${label.kind}`), name: label.number ?? '' })} <Glyph name="x" />
            <span class="tw-sr">{t('chain.remove')}</span>
          </a>
        </li>
        <li>
          <a class="clear" href={address({ path: withQuery(paths.chain, { feld: 'alle' }) })}>
            {t('chain.allMeasures', { count: measures })}
          </a>
        </li>
      </ul>
      <Section
        id="weg"
        title={
          <>
            {t('chain.one')} <ForeignText {...label.text} />
          </>
        }
      >
        <Thread
          label={t('chain.oneLabel')}
          knots={{ need: knot('need'), goal: knot('goal'), measure: knot('measure'), indicator: knot('indicator') }}
        />
      </Section>
    </>
  )
}
