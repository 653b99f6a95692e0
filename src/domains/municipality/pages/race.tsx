import { useTexts } from '#platform/texts/texts.ts'
import { ScrollBox, Table } from '#ui/table.tsx'
import { texts } from '../texts/index.ts'

export interface Difference {
  label: string
  theirs: string
  yours: string
}

/** Two people saved the same step: both versions side by side, nothing is overwritten. */
export function Race({ differences }: { differences: Difference[] }) {
  const t = useTexts(texts)
  return (
    <div class="tw-errors" role="alert" aria-labelledby="tw-race">
      <h2 id="tw-race">{t('race.title')}</h2>
      <p>{t('race.text')}</p>
      <ScrollBox label={t('race.caption')}>
        <Table
          caption={t('race.caption')}
          captionHidden
          rows={differences}
          columns={[
            { key: 'field', label: t('race.field'), cell: ({ label }) => label, rowHeader: true },
            { key: 'theirs', label: t('race.theirs'), cell: ({ theirs }) => theirs },
            { key: 'yours', label: t('race.yours'), cell: ({ yours }) => yours },
          ]}
        />
      </ScrollBox>
    </div>
  )
}
