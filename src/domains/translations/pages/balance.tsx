import { useTexts } from '#platform/texts/texts.ts'
import { EditLink } from '#ui/buttons.tsx'
import { Link } from '#ui/link.tsx'
import { Section } from '#ui/object.tsx'
import { ScrollBox, Table } from '#ui/table.tsx'
import { isReadHere } from '#values/language.ts'
import { withQuery } from '#values/query.ts'
import { wordOfState } from '../model/filter.ts'
import type { LanguageTally } from '../model/overview.ts'
import { textKinds } from '../model/texts.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { kindOf, languageOf } from './words.tsx'

/** How many public texts stand how: by language, and by kind of thing. Every number leads to its texts. */
export function Balance({ tallies }: { tallies: LanguageTally[] }) {
  const t = useTexts(texts)
  return (
    <Section id="je-sprache" title={t('balance.title')} edit={{ path: paths.read, label: t('file.read') }}>
      <ScrollBox label={t('balance.caption')}>
        <Table
          caption={t('balance.caption')}
          captionHidden
          rows={tallies}
          columns={[
            {
              key: 'language',
              label: t('column.language'),
              rowHeader: true,
              cell: ({ language }) => (
                <>
                  <Link path={withQuery(paths.list, { zielsprache: language })}>{languageOf(t, language)}</Link>
                  {!isReadHere(language) && <p class="tw-muted tw-small tw-regular">{t('onlyInFile')}</p>}
                </>
              ),
            },
            {
              key: 'done',
              label: t('balance.done'),
              cell: ({ language, all, tally }) => (
                <span class="tw-translated">
                  <progress max={all} value={tally.done} aria-label={languageOf(t, language)}>
                    {tally.done}
                  </progress>
                  <span class="tw-num">{t('balance.of', { done: tally.done, all })}</span>
                </span>
              ),
            },
            ...(['missing', 'stale', 'unchecked'] as const).map((state) => ({
              key: state,
              label: t(`state.${state}`),
              numeric: true,
              cell: ({ language, tally }: LanguageTally) =>
                tally[state] === 0 ? (
                  '0'
                ) : (
                  <Link path={withQuery(paths.list, { zielsprache: language, stand: wordOfState[state] })}>
                    {String(tally[state])}
                  </Link>
                ),
            })),
            {
              key: 'file',
              label: t('file.column'),
              cell: ({ language }) => (
                <EditLink icon="download" path={withQuery(paths.file, { zielsprache: language })}>
                  Excel<span class="tw-sr"> {languageOf(t, language)}</span>
                </EditLink>
              ),
            },
          ]}
        />
      </ScrollBox>
      <ByKind tallies={tallies} />
    </Section>
  )
}

function ByKind({ tallies }: { tallies: LanguageTally[] }) {
  const t = useTexts(texts)
  const shown = textKinds.filter((kind) => tallies[0]?.kinds.some((one) => one.kind === kind))
  return (
    <details class="tw-mt5">
      <summary>{t('balance.byKind')}</summary>
      <ScrollBox label={t('balance.byKind')}>
        <Table
          caption={t('balance.byKind')}
          captionHidden
          tight
          rows={shown}
          columns={[
            { key: 'kind', label: t('column.kind'), rowHeader: true, cell: (kind) => kindOf(t, kind) },
            ...tallies.map(({ language, kinds }) => ({
              key: language,
              label: languageOf(t, language),
              numeric: true,
              cell: (kind: (typeof textKinds)[number]) => {
                const { done = 0, all = 0 } = kinds.find((one) => one.kind === kind) ?? {}
                const words = t('balance.of', { done, all })
                return done === all ? (
                  words
                ) : (
                  <Link path={withQuery(paths.list, { zielsprache: language, art: kind })}>{words}</Link>
                )
              },
            })),
          ]}
        />
      </ScrollBox>
    </details>
  )
}
