import { useTexts } from '#platform/texts/texts.ts'
import { paths as sitePaths } from '#domains/site/paths.ts'
import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import { Link } from '#ui/link.tsx'
import { usePage } from '#ui/page-context.ts'
import { ForeignText } from '#ui/prose.tsx'
import { formatFlexDate } from '#values/flex-date.ts'
import { formatDate } from '#values/local-date.ts'
import type { NewsLine } from '../model/news.ts'
import { paths } from '../paths.ts'
import type { NewsItem } from '../queries/home.ts'
import type { NewsKind } from '../queries/news.ts'
import { texts } from '../texts/index.ts'
import { listOfKind, pathOfNode } from './nodes.ts'

/** What is new, newest first. */
export function News({ lines }: { lines: NewsLine<NewsItem>[] }) {
  const t = useTexts(texts)
  const { language } = usePage()
  return (
    <section aria-labelledby="neu">
      <div class="tw-section__head">
        <h2 class="kern-heading-large" id="neu">
          {t('home.news')}
        </h2>
        <Link path={sitePaths.feed}>{t('home.feed')}</Link>
      </div>
      <ol class="tw-news">
        {lines.map((line) => {
          const first = 'one' in line ? line.one : line.many[0]
          if (!first) return null
          return (
            <li>
              <time datetime={first.day}>
                {first.date ? formatFlexDate(first.date, language) : formatDate(first.day, language)}
              </time>
              <div>{'one' in line ? <One item={line.one} /> : <Many items={line.many} />}</div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function One({ item }: { item: NewsItem }) {
  const t = useTexts(texts)
  return (
    <>
      <Link path={pathOfThing(item.kind, item.id)}>
        {item.number !== null && <bdi>{item.number}</bdi>} <ForeignText {...item.title} />
      </Link>
      <p class="tw-small">
        {item.act === 'state' && item.state
          ? t('news.state', { state: t(`state.${item.state}`) })
          : item.act === 'published'
            ? t.dynamic(`news.published.${item.kind}`)
            : item.text && <ForeignText {...item.text} />}
      </p>
    </>
  )
}

function Many({ items }: { items: NewsItem[] }) {
  const t = useTexts(texts)
  const [first] = items
  if (!first) return null
  const key = first.act === 'state' ? 'news.many.state' : `news.many.${first.kind}`
  return <Link path={listOfThings(first.kind)}>{t.dynamic(key, { count: items.length })}</Link>
}

function pathOfThing(kind: NewsKind, id: number): string {
  if (kind === 'event') return `${paths.plan}#zeit`
  if (kind === 'chapter') return `${paths.plan}#kapitel-${id}`
  return kind === 'action-field' ? fieldPaths.one(id) : pathOfNode(kind, id)
}

function listOfThings(kind: NewsKind): string {
  if (kind === 'event' || kind === 'chapter') return paths.plan
  return kind === 'action-field' ? fieldPaths.list : listOfKind(kind)
}
