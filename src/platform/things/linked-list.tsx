import { useTexts } from '#platform/texts/texts.ts'
import { Link } from '#ui/link.tsx'
import { pageOf, type Linked } from './linked.ts'
import { thingTexts } from './texts/index.ts'

/** More are not named one by one. */
const most = 40

/** Things with their kind, each a link to its page. */
export function LinkedList({ things: list }: { things: readonly Linked[] }) {
  const t = useTexts(thingTexts)
  return (
    <ul>
      {list.slice(0, most).map((thing) => (
        <li>
          <LinkedName thing={thing} />
        </li>
      ))}
      {list.length > most && <li class="tw-muted">{t('linked.more', { count: list.length - most })}</li>}
    </ul>
  )
}

/** „Ziel: Mehr Kinder sprechen …“ */
export function LinkedName({ thing }: { thing: Linked }) {
  const t = useTexts(thingTexts)
  return (
    <>
      {t(`kind.${thing.kind}`)}:{' '}
      <Link path={pageOf(thing)}>
        <span lang="de">{thing.title}</span>
      </Link>
    </>
  )
}
