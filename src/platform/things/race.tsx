import type { Typed } from '#platform/http/form.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { ScrollBox, Table } from '#ui/table.tsx'
import { thingTexts } from './texts/index.ts'

/** One field in which what is saved now and what was typed differ, in words. */
export interface Difference {
  label: string
  theirs: string
  yours: string
}

/** Two people saved the same thing: both versions side by side, nothing is overwritten. */
export function Race({ differences }: { differences: readonly Difference[] }) {
  const t = useTexts(thingTexts)
  const shown = (text: string) => text || <span class="tw-muted">{t('race.empty')}</span>
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
            { key: 'theirs', label: t('race.theirs'), cell: ({ theirs }) => shown(theirs) },
            { key: 'yours', label: t('race.yours'), cell: ({ yours }) => shown(yours) },
          ]}
        />
      </ScrollBox>
    </div>
  )
}

/**
 * The fields in which two versions differ. `words` names a field and puts one of its values into words; a field that it
 * does not name (`undefined`) is not compared, e.g. the lock.
 */
export function differencesOf(
  theirs: Typed,
  yours: Typed,
  words: { label: (name: string) => string | undefined; value: (name: string, value: string) => string },
): Difference[] {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(yours)])]
  return names.flatMap((name) => {
    const label = words.label(name)
    if (label === undefined || sorted(theirs[name]) === sorted(yours[name])) return []
    const shown = (values: Typed[string] | undefined) =>
      listed(values)
        .map((value) => words.value(name, value))
        .join(', ')
    return [{ label, theirs: shown(theirs[name]), yours: shown(yours[name]) }]
  })
}

const listed = (value: Typed[string] | undefined): string[] => [value ?? ''].flat().filter(Boolean)
const sorted = (value: Typed[string] | undefined): string =>
  listed(value)
    .map((text) => text.trim().replaceAll('\r\n', '\n'))
    .toSorted()
    .join('\n')
