import { useTexts, type SayOf } from '#platform/texts/texts.ts'
import { pageOf } from '#platform/things/linked.ts'
import { things, type ThingKind } from '#platform/things/kinds.ts'
import { Button } from '#ui/buttons.tsx'
import { Form, FormActions } from '#ui/form.tsx'
import { Link } from '#ui/link.tsx'
import { Note, PageTitle, Section } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { formatInstant } from '#values/local-date.ts'
import { fieldName } from '../documents/sentences.ts'
import { totalOf, type Staying, type TakingBack } from '../model/taking-back.ts'
import { paths } from '../paths.ts'
import type { Run } from '../queries/runs.ts'
import { texts } from '../texts/index.ts'

interface Props {
  run: Run
  outcome: TakingBack
  /** Who stands behind the changes, by account. */
  names: ReadonlyMap<string, string>
}

/** Asks before an import is taken back, and says what goes, what changes and what stays. */
export function TakeBackPage({ run, outcome, names }: Props) {
  const t = useTexts(texts)
  const { removed, restored, stays } = outcome
  const isPossible = totalOf(removed) + totalOf(restored) > 0
  return (
    <Page
      title={t('takeBack.title')}
      crumbs={[
        { label: t('title'), path: paths.list },
        { label: run.fileName, path: paths.one(run.id) },
        { label: t('takeBack.do') },
      ]}
      heading={<PageTitle title={t('takeBack.title')} lead={<bdi>{run.fileName}</bdi>} />}
    >
      <div class="tw-stack tw-prose">
        <TakenBack outcome={outcome} />
        {stays.length > 0 && (
          <Note tone="warn">
            <p>{t(isPossible ? 'takeBack.notAll' : 'takeBack.nothingLeft')}</p>
          </Note>
        )}
      </div>
      <Stays stays={stays} names={names} />
      <Form action={{ path: paths.takeBack(run.id) }} {...(stays.length > 0 && { hidden: { withRest: 'yes' } })}>
        <FormActions cancel={{ path: paths.one(run.id) }}>
          {isPossible && <Button primary>{t(stays.length > 0 ? 'takeBack.rest' : 'takeBack.do')}</Button>}
        </FormActions>
      </Form>
    </Page>
  )
}

/** What goes and what gets its former values, with their numbers. */
export function TakenBack({ outcome: { removed, restored } }: { outcome: TakingBack }) {
  const t = useTexts(texts)
  return (
    <ul>
      {totalOf(removed) > 0 && <li>{t('takeBack.goes', { list: countsIn(t, removed) })}</li>}
      {totalOf(restored) > 0 && <li>{t('takeBack.restores', { list: countsIn(t, restored) })}</li>}
    </ul>
  )
}

type T = SayOf<typeof texts>

const countsIn = (t: T, counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => t.dynamic(`thing.${kind}`, { count }))
    .join(t('list.comma'))

/** What stays, and why: the thing, who changed it, when, and which fields. */
export function Stays({ stays, names }: { stays: readonly Staying[]; names: ReadonlyMap<string, string> }) {
  const t = useTexts(texts)
  if (stays.length === 0) return null
  return (
    <Section id="bleibt" title={t('takeBack.stays')} flush>
      <Table
        caption={t('takeBack.stays')}
        captionHidden
        cards
        rows={stays}
        columns={[
          {
            key: 'thing',
            label: t('takeBack.thing'),
            rowHeader: true,
            phone: 'full',
            cell: (stay) => <Named stay={stay} />,
          },
          { key: 'why', label: t('takeBack.why'), phone: 'full', cell: (stay) => <Why stay={stay} names={names} /> },
        ]}
      />
    </Section>
  )
}

function Named({ stay: { kind, id, title, why } }: { stay: Staying }) {
  const t = useTexts(texts)
  const name = <bdi>{title ?? t('preview.untitled')}</bdi>
  return why !== 'removed' && kind in things ? <Link path={pageOf({ kind: kind as ThingKind, id })}>{name}</Link> : name
}

function Why({ stay: { why, at, accountId, fields }, names }: { stay: Staying; names: ReadonlyMap<string, string> }) {
  const t = useTexts(texts)
  const { language } = usePage()
  const named = fields.map((key) => fieldName(t, key)).filter((name) => name !== undefined)
  return (
    <>
      <p>{t(`takeBack.why.${why}`)}</p>
      {at !== null && (
        <p class="tw-small tw-muted">
          {t('takeBack.last', {
            when: formatInstant(new Date(at), language),
            who: (accountId !== null && names.get(accountId)) || t('takeBack.program'),
          })}
        </p>
      )}
      {named.length > 0 && (
        <p class="tw-small tw-muted">{t('preview.fields', { list: [...new Set(named)].join(t('list.comma')) })}</p>
      )}
    </>
  )
}
