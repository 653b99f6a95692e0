import { useTexts } from '#platform/texts/texts.ts'
import { usePage } from '#ui/page-context.ts'
import { ScrollBox, Table } from '#ui/table.tsx'
import { formatNumber } from '#values/number.ts'
import { hasName, type AreaInList } from '../model/area.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

/** What the map shows, as a table with the same links. */
export function AreaTable({ areas }: { areas: readonly AreaInList[] }) {
  const t = useTexts(texts)
  const { href, language } = usePage()
  const count = (value: number) => formatNumber(value, 0, language)
  return (
    <ScrollBox label={t('caption')}>
      <Table
        caption={t('caption')}
        captionHidden
        tight
        rows={areas}
        columns={[
          {
            key: 'name',
            label: t('column.name'),
            cell: ({ id, name }) => (
              <>
                <a class="tw-title" href={href(paths.one(id))} {...(language !== 'de' && { lang: 'de' })}>
                  {name}
                </a>
                {!hasName(name) && <span class="tw-small tw-muted"> {t('nameless')}</span>}
              </>
            ),
            rowHeader: true,
          },
          {
            key: 'population',
            label: t('column.population'),
            cell: ({ population }) =>
              population === null ? <span class="tw-muted">{t('unknown')}</span> : count(population),
            numeric: true,
          },
          { key: 'measures', label: t('column.measures'), cell: ({ measures }) => count(measures), numeric: true },
          { key: 'actors', label: t('column.actors'), cell: ({ actors }) => count(actors), numeric: true },
        ]}
      />
    </ScrollBox>
  )
}
