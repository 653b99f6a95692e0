import { useTexts } from '#platform/texts/texts.ts'
import type { Typed } from '#platform/http/form.ts'
import { ScrollBox, Table } from '#ui/table.tsx'
import { thingTexts } from './texts/index.ts'

/** One field in which two versions of a thing differ, in words. */
export interface Difference {
  label: string
  theirs: string
  yours: string
}

/** Two people saved the same thing: both versions side by side, nothing is overwritten. */
export function Race({ differences }: { differences: readonly Difference[] }) {
  const t = useTexts(thingTexts)
  return (
    <div class="tw-errors" role="alert" aria-labelledby="tw-race">
      <h2 id="tw-race">{t('race.title')}</h2>
      <p>{differences.length > 0 ? t('race.text') : t('race.same')}</p>
      {differences.length > 0 && (
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
      )}
    </div>
  )
}

/**
 * The fields of `theirs` in which what was typed differs. `label` names a field, `shown` says one value in words; the
 * order of several values does not count.
 */
export const differencesBetween = (
  theirs: Typed,
  yours: Typed,
  label: (name: string) => string,
  shown: (name: string, value: string) => string,
): Difference[] =>
  Object.keys(theirs)
    .filter((name) => sorted(theirs[name]) !== sorted(yours[name]))
    .map((name) => ({
      label: label(name),
      theirs: inWords(name, theirs[name], shown),
      yours: inWords(name, yours[name], shown),
    }))

const each = (value: string | string[] | undefined) => [value ?? ''].flat().filter((text) => text !== '')

const inWords = (name: string, value: string | string[] | undefined, shown: (name: string, value: string) => string) =>
  each(value)
    .map((one) => shown(name, one))
    .join(', ')

const sorted = (value: string | string[] | undefined) =>
  each(value)
    .map((text) => text.trim().replaceAll('\r\n', '\n'))
    .toSorted()
    .join('\n')
