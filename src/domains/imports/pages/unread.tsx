import { useTexts } from '#platform/texts/texts.ts'
import { Note } from '#ui/object.tsx'
import type { UnreadColumn } from '../model/unread.ts'
import { texts } from '../texts/index.ts'

/** Columns that have something in them and are left behind, with two values each: nothing is dropped without a word. */
export function Unread({ columns }: { columns: readonly UnreadColumn[] }) {
  const t = useTexts(texts)
  if (columns.length === 0) return null
  return (
    <Note tone="warn">
      <p>
        <strong>{t('unread.title', { count: columns.length })}</strong> {t('unread.what')}
      </p>
      <ul class="tw-list">
        {columns.map(({ letters, heading, filled, samples, isMoney }) => (
          <li>
            {t('unread.column', { letters })} <bdi>{heading || t('columns.unnamed')}</bdi>{' '}
            <span class="tw-muted">
              ({t('unread.rows', { count: filled })}: <bdi>{samples.join(' · ')}</bdi>)
            </span>
            {isMoney && <> {t('unread.money')}</>}
          </li>
        ))}
      </ul>
    </Note>
  )
}
