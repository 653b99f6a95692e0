import { useTexts } from '#platform/texts/texts.ts'
import { ActionButton, EditLink, LinkButton } from '#ui/buttons.tsx'
import { Internal, PageTitle, Section } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { ScrollBox, Table, type Column } from '#ui/table.tsx'
import { isOfTheWhole } from '../model/attainment.ts'
import type { Scale } from '../model/indicator.ts'
import { paths } from '../paths.ts'
import type { StoredObservation } from '../queries/observations.ts'
import { texts } from '../texts/index.ts'
import { ValueCell } from './marks.tsx'
import { formatPeriod, type T } from './wording.ts'

interface Props {
  indicator: { id: number; code: string; title: string } & Scale
  values: readonly StoredObservation[]
}

/** For those who may enter values: what the public sees, and apart from it what stays in the house, and why. */
export function StoredValuesPage({ indicator, values }: Props) {
  const t = useTexts(texts)
  const { id, code, title } = indicator
  const heading = t('value.title', { code })
  const shown = values.filter(isOfTheWhole)
  const kept = values.filter((value) => !isOfTheWhole(value))
  const table = (rows: readonly StoredObservation[], caption: string) => (
    <ScrollBox label={`${heading}: ${caption}`}>
      <Table caption={caption} captionHidden tight rows={rows} columns={columnsOf(t, indicator, rows === kept)} />
    </ScrollBox>
  )
  return (
    <Page
      title={heading}
      crumbs={[{ label: t('title'), path: paths.list }, { label: code, path: paths.one(id) }, { label: heading }]}
      heading={
        <PageTitle
          title={heading}
          lead={title}
          actions={
            <>
              <LinkButton path={paths.newValue(id)} primary>
                {t('value.new')}
              </LinkButton>
              <LinkButton path={paths.years(id)}>{t('values.years')}</LinkButton>
            </>
          }
        />
      }
    >
      <Section id="ganz" title={t('value.public')}>
        <p class="tw-prose tw-mb4">{t('value.public.lead')}</p>
        {shown.length > 0 ? table(shown, t('value.public')) : <p class="tw-muted">{t('values.none')}</p>}
      </Section>
      <Section id="intern" title={t('value.kept')}>
        <div class="tw-mb5">
          <Internal>
            <p>{t('value.kept.lead')}</p>
          </Internal>
        </div>
        {kept.length > 0 ? table(kept, t('value.kept')) : <p class="tw-muted">{t('value.kept.none')}</p>}
      </Section>
    </Page>
  )
}

function columnsOf(t: T, scale: Props['indicator'], isKept: boolean): Column<StoredObservation>[] {
  const kept: Column<StoredObservation>[] = [
    { key: 'area', label: t('value.area'), cell: ({ areaName }) => areaName ?? t('value.whole') },
    {
      key: 'dimensions',
      label: t('value.flags'),
      cell: ({ dimensions }) =>
        Object.entries(dimensions)
          .map(([name, value]) => `${t.dynamic(`dimension.${name}`)}: ${value}`)
          .join(', '),
    },
  ]
  return [
    {
      key: 'period',
      label: t('values.period'),
      cell: (value) => <span class="tw-num">{formatPeriod(t, value)}</span>,
      rowHeader: true,
    },
    ...(isKept ? kept : []),
    {
      key: 'value',
      label: t('values.value'),
      cell: (value) => <ValueCell value={value} scale={scale} />,
      numeric: true,
    },
    {
      key: 'remark',
      label: t('values.remark'),
      cell: ({ flags, note }) => (
        <>
          {flags.map((flag) => t(`flag.${flag}`)).join(', ')}
          {flags.length > 0 && note && <br />}
          {note && <ForeignText text={note} language="de" />}
        </>
      ),
    },
    {
      key: 'edit',
      label: <span class="tw-sr">{t('value.edit')}</span>,
      cell: ({ id, version, ...value }) => (
        <div class="tw-row">
          <EditLink path={paths.editValue(scale.id, id)}>
            {t('value.edit')}
            <span class="tw-sr"> {formatPeriod(t, value)}</span>
          </EditLink>
          <ActionButton small to={{ path: paths.removeValue(scale.id, id) }} hidden={{ version: String(version) }}>
            {t('value.remove')}
            <span class="tw-sr"> {formatPeriod(t, value)}</span>
          </ActionButton>
        </div>
      ),
    },
  ]
}
