import { LinkButton } from './buttons.tsx'
import { SelectField } from './choice-fields.tsx'
import { Chips, EmptyResult, FileLinks, FilterForm, Pagination } from './list.tsx'
import { CourseMark, type MeasureState, StateMark } from './marks.tsx'
import { Section } from './object.tsx'
import { Page } from './page.tsx'
import { type Column, ScrollBox, Table } from './table.tsx'
import { states } from './testing-states.ts'

interface ListRow {
  no: string
  title: string
  state: MeasureState
  lead: string
  money: string
}
const rows: ListRow[] = [
  {
    no: '1.2',
    title: 'Elterncafés in allen 14 Familienzentren',
    state: 'RUNNING',
    lead: 'Jugendamt',
    money: '64.000 €',
  },
  { no: '2.1', title: 'Kita-Einstieg ohne Papierberge', state: 'PERMANENT', lead: 'Schulamt', money: '22.000 €' },
  { no: '4.5', title: 'Wohnungslotsen für Familien', state: 'DEFERRED', lead: 'Sozialamt', money: '0 €' },
]
const columns: Column<ListRow>[] = [
  { key: 'no', label: 'Nr.', cell: ({ no }) => no, sort: { path: '/massnahmen?sort=-nr', direction: 'ascending' } },
  {
    key: 'title',
    label: 'Maßnahme',
    rowHeader: true,
    sort: { path: '/massnahmen?sort=titel' },
    cell: ({ title, no }) => (
      <>
        <a class="tw-title" href={`/musterkreis/massnahmen/${no}`}>
          {title}
        </a>
        <div class="tw-small tw-muted">Bildung und Kita</div>
      </>
    ),
  },
  { key: 'state', label: 'Stand', cell: ({ state }) => <StateMark value={state} label={states[state]} /> },
  { key: 'course', label: 'Verlauf', cell: () => <CourseMark value="GREEN" label="planmäßig" /> },
  { key: 'lead', label: 'Federführung', phone: 'half', cell: ({ lead }) => lead },
  { key: 'money', label: 'Mittel 2026', numeric: true, cell: ({ money }) => money },
]

/** A list with search, filters, sorting, pages, and an empty one. */
export const ListPage = () => (
  <Page title="Maßnahmen" scripts={['weave.js']}>
    <FilterForm action={{ path: '/massnahmen' }} label="Maßnahmen filtern" active={2} hidden={{ sort: 'nr' }}>
      <SelectField name="feld" label="Handlungsfeld" empty="alle" options={{ 1: 'Sprache' }} values={{}} errors={{}} />
      <SelectField
        name="jahr"
        label="Jahr"
        empty="alle"
        options={{ 2026: '2026' }}
        values={{ jahr: '2026' }}
        errors={{}}
      />
    </FilterForm>
    <Chips
      chips={[
        { label: 'Zielgruppe: Familien mit Kindern', without: { path: '/massnahmen?jahr=2026' } },
        { label: 'Jahr: 2026', without: { path: '/massnahmen?zg=1' } },
      ]}
      clear={{ path: '/massnahmen' }}
    />
    <div class="tw-section__head">
      <h2 class="tw-sum tw-plain">
        <span>
          <b class="tw-num">12</b> von 64 Maßnahmen
        </span>
        <span>
          <b class="tw-num">86.000 €</b> geplant für 2026
        </span>
      </h2>
      <FileLinks
        files={['CSV', 'Excel', 'JSON'].map((label) => ({ label, path: `/massnahmen.${label.toLowerCase()}` }))}
      />
    </div>
    <Table
      cards
      caption="Maßnahmen im Jahr 2026, sortiert nach Nummer"
      captionHidden
      columns={columns}
      rows={rows}
      footer={{ title: 'Summe', money: '86.000 €' }}
    />
    <Pagination
      page={2}
      pageSize={25}
      total={64}
      pageAddress={(page) => ({ path: `/massnahmen?seite=${page}` })}
      sizes={[25, 50, 100].map((size) => ({ size, to: { path: `/massnahmen?zeilen=${size}` } }))}
    />
    <Section id="breit" title="Über die Jahre">
      <ScrollBox label="Mittel über die Jahre, seitlich verschiebbar">
        <Table
          tight
          caption="Mittel über die Jahre"
          columns={[
            { key: 'title', label: 'Maßnahme', rowHeader: true, cell: ({ title }) => title },
            ...Array.from({ length: 8 }, (_, i) => ({
              key: String(2022 + i),
              label: String(2022 + i),
              numeric: true,
              cell: ({ money }: ListRow) => money,
            })),
          ]}
          rows={rows}
        />
      </ScrollBox>
    </Section>
    <EmptyResult
      actions={
        <LinkButton path="/massnahmen" small>
          Alle Maßnahmen zeigen
        </LinkButton>
      }
    >
      Keine Maßnahme passt zu diesen Filtern.
    </EmptyResult>
  </Page>
)
