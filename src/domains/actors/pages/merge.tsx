import { useTexts } from '#platform/texts/texts.ts'
import type { PickOption } from '#platform/things/pick.ts'
import { Button } from '#ui/buttons.tsx'
import { Form, FormActions } from '#ui/form.tsx'
import { Link, useAddress } from '#ui/link.tsx'
import { Note, PageTitle, Section } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { ScrollBox, Table } from '#ui/table.tsx'
import { SearchField } from '#ui/text-fields.tsx'
import { withQuery } from '#values/query.ts'
import { paths } from '../paths.ts'
import type { MergeLinks } from '../queries/merge.ts'
import { texts } from '../texts/index.ts'

/** One line of the comparison. */
export interface MergeLine {
  label: string
  dropped: string
  kept: string
  result: string
}
interface Props {
  actor: { id: number; version: number; name: string }
  query: string
  similar: PickOption[]
  /** The other entry was chosen: what will be afterwards. */
  chosen?: { id: number; version: number; name: string; lines: MergeLine[]; links: MergeLinks }
  /** Somebody changed one of the two after they were compared. */
  wasChanged: boolean
}

/** Find the other entry, compare both, make one of them. */
export function MergePage({ actor, query, similar, chosen, wasChanged }: Props) {
  const t = useTexts(texts)
  const address = useAddress()
  return (
    <Page
      title={t('merge.title')}
      crumbs={[
        { label: t('title'), path: paths.list },
        { label: actor.name, path: paths.one(actor.id) },
        { label: t('merge.title') },
      ]}
      heading={<PageTitle title={t('merge.title')} lead={t('merge.lead')} />}
    >
      {wasChanged && (
        <Note tone="warn">
          <p>{t('merge.changed')}</p>
        </Note>
      )}
      {chosen ? (
        <Comparison actor={actor} chosen={chosen} />
      ) : (
        <>
          <form class="tw-row tw-end" role="search" method="get" action={address({ path: paths.merge(actor.id) })}>
            <SearchField
              name="q"
              label={t('merge.search')}
              hint={t('merge.search.hint', { name: actor.name })}
              values={{ q: query }}
              errors={{}}
            />
            <Button>{t('merge.show')}</Button>
          </form>
          <Section id="treffer" title={t('merge.found')}>
            {similar.length === 0 ? (
              <p class="tw-muted">{t('merge.nothing')}</p>
            ) : (
              <ul class="tw-linked">
                {similar.map(({ value, label }) => (
                  <li>
                    <Link path={withQuery(paths.merge(actor.id), { mit: value })}>
                      <ForeignText text={label} language="de" />
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </>
      )}
    </Page>
  )
}

function Comparison({ actor, chosen }: { actor: Props['actor']; chosen: NonNullable<Props['chosen']> }) {
  const t = useTexts(texts)
  const cell = (text: string) => <ForeignText text={text} language="de" />
  return (
    <Section id="vergleich" title={t('merge.compare')}>
      <ScrollBox label={t('merge.compare.caption')}>
        <Table
          caption={t('merge.compare.caption')}
          captionHidden
          rows={chosen.lines}
          columns={[
            { key: 'field', label: t('merge.field'), cell: ({ label }) => label, rowHeader: true },
            { key: 'dropped', label: t('merge.dropped'), cell: ({ dropped }) => cell(dropped) },
            { key: 'kept', label: t('merge.kept'), cell: ({ kept }) => cell(kept) },
            { key: 'result', label: t('merge.result'), cell: ({ result }) => <strong>{cell(result)}</strong> },
          ]}
        />
      </ScrollBox>
      <p class="tw-prose tw-mt4">{t('merge.moves', { ...chosen.links })}</p>
      <Form
        action={{ path: paths.merge(actor.id) }}
        hidden={{ version: actor.version, into: chosen.id, intoVersion: chosen.version }}
      >
        <p class="tw-muted">{t('merge.undo')}</p>
        <FormActions cancel={{ path: paths.merge(actor.id) }}>
          <Button primary>{t('merge.do')}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}
