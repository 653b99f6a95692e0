import { ActionButton, EditLink, LinkButton } from './buttons.tsx'
import { Link } from './link.tsx'
import { Badge, CourseMark, FreshMark, KindMark, StateMark, StatusRow } from './marks.tsx'
import { Columns, Facts, Internal, KeyFigures, Log, Note, ObjectHead, Section, SidePart, Tree } from './object.tsx'
import { Page } from './page.tsx'
import { ForeignText, Prose } from './prose.tsx'
import { Table } from './table.tsx'
import { Thread } from './thread.tsx'

/** The page of one measure, with everything such a page may show. */
export const MeasurePage = () => (
  <Page
    title="Maßnahme 2.4"
    crumbs={[
      { label: 'Maßnahmen', path: '/massnahmen' },
      { label: 'Bildung und Kita', path: '/massnahmen?feld=2' },
      { label: '2.4' },
    ]}
    heading={
      <ObjectHead
        kind="measure"
        line="Maßnahme 2.4 · Bildung und Kita"
        title="Sprachmittlung für Kitas und Schulen"
        lead="Geschulte Ehrenamtliche begleiten Elterngespräche in 23 Sprachen. Kitas und Schulen bestellen sie mit zwei Tagen Vorlauf über ein gemeinsames Telefon."
        actions={
          <>
            <LinkButton primary path="/massnahmen/24/bearbeiten">
              Maßnahme bearbeiten
            </LinkButton>
            <ActionButton to={{ path: '/massnahmen/24/bestaetigen' }} hidden={{ version: '3' }}>
              Stand bestätigen
            </ActionButton>
            <EditLink icon="download" path="/massnahmen/24.pdf">
              Als PDF
            </EditLink>
          </>
        }
      />
    }
  >
    <StatusRow
      items={[
        {
          term: 'Stand der Umsetzung',
          mark: <StateMark value="RUNNING" label="in Umsetzung" />,
          detail: 'seit 01.03.2025, 55 % erreicht',
        },
        {
          term: 'Verlauf',
          mark: <CourseMark value="YELLOW" label="Abweichung, steuerbar" />,
          detail: 'Der Kreis der Helfenden wächst langsamer als die Nachfrage: 46 statt der geplanten 60.',
        },
        {
          term: 'Aktualität',
          mark: <FreshMark value="fresh" label="vor 2 Tagen bestätigt" />,
          detail: '20.11.2026, Integrationsbüro',
        },
      ]}
    />
    <Section
      id="kette"
      title="Warum wir das tun und woran wir es messen"
      more={{ path: '/plan/wirkungskette', label: 'In der ganzen Kette zeigen' }}
    >
      <Thread
        label="Wirkungskette dieser Maßnahme"
        knots={{
          need: {
            title: '2 Bedarfe',
            items: [
              { label: 'Eltern verstehen Gespräche und Briefe oft nicht', path: '/plan/bedarfe/1' },
              { label: 'Lehrkräfte lassen Kinder dolmetschen', path: '/plan/bedarfe/2' },
            ],
          },
          goal: {
            title: 'Ziel',
            items: [{ label: 'Familien verstehen Kita und Schule und werden verstanden', path: '/plan/ziele/1' }],
          },
          measure: {
            title: 'Maßnahme',
            here: true,
            items: [{ label: '2.4 Sprachmittlung für Kitas und Schulen' }],
          },
          indicator: { title: 'Indikatoren', items: [], empty: 'noch keiner' },
        }}
      />
    </Section>
    <Columns
      side={
        <>
          <SidePart title="Wer es macht">
            <Facts
              facts={[
                { term: 'Federführung', value: <Link path="/akteure/1">Integrationsbüro</Link> },
                { term: 'Mit dabei', value: 'Caritas Musterstadt' },
                { term: 'Ansprechstelle', value: undefined },
              ]}
            />
          </SidePart>
          <SidePart title="Beschlüsse und Vorlagen">
            <ul class="tw-links">
              <li>
                <Link path="/vorlagen/212">212/2026 Auswahl 2027</Link>
              </li>
            </ul>
          </SidePart>
        </>
      }
    >
      <Section flush id="mittel" title="Mittel" edit={{ path: '/massnahmen/24/mittel', label: 'Mittel bearbeiten' }}>
        <Table
          caption="Mittel je Jahr, geplant und ausgegeben"
          captionHidden
          columns={[
            { key: 'year', label: 'Jahr', rowHeader: true, cell: (row) => row.year },
            { key: 'planned', label: 'geplant', numeric: true, cell: (row) => row.planned },
            { key: 'spent', label: 'ausgegeben', numeric: true, cell: (row) => row.spent },
          ]}
          rows={[
            { year: '2025', planned: '38.000 €', spent: '36.450 €' },
            { year: '2026', planned: '42.000 €', spent: '33.180 €' },
            { year: '2027', planned: '48.000 €', spent: <span class="tw-muted">noch offen</span> },
          ]}
          footer={{ year: 'Summe', planned: '128.000 €', spent: '69.630 €' }}
        />
        <div class="tw-mt5">
          <Internal>
            <p>Für 2027 fehlen 10.000 €, wenn der Kreistag die höhere Pauschale beschließt.</p>
          </Internal>
        </div>
      </Section>
      <Section flush id="text" title="Beschreibung">
        <Prose
          text={
            'Der **gemeinsame Anruf** funktioniert.\n\n- Dari\n- *Tigrinisch*\n\nMehr im [Bericht](https://example.org/bericht).'
          }
        />
        <KeyFigures
          facts={[
            { term: 'Gespräche', value: '388' },
            { term: 'Helfende', value: '41' },
          ]}
        />
        <p>
          <Badge>Entwurf</Badge> <Badge tone="warn">fällig</Badge> <ForeignText language="tr" text="Hoş geldiniz" />{' '}
          <ForeignText language="ar" text="أهلاً وسهلاً" />
        </p>
        <Note tone="ok">Die Summen stimmen überein.</Note>
        <Note>Alles außer internen Notizen ist öffentlich.</Note>
      </Section>
      <Section flush id="geschichte" title="Geschichte">
        <Log
          entries={[
            {
              at: '2026-11-20',
              when: '20.11.2026',
              text: 'Verlauf auf „Abweichung, steuerbar“ gesetzt, mit Begründung',
            },
            {
              at: '2026-10-13',
              when: '13.10.2026',
              text: (
                <>
                  Für 2027 ausgewählt, 9 Ja, 1 Enthaltung, <Link path="/gremien/1">Protokoll der Steuerungsgruppe</Link>
                </>
              ),
            },
            { when: 'Herbst 2024', text: 'Sieben Arbeitskreise haben beraten' },
          ]}
        />
        <Tree
          nodes={[
            {
              label: <KindMark kind="need">Eltern verstehen Gespräche oft nicht</KindMark>,
              open: true,
              children: [
                {
                  label: <KindMark kind="goal">Familien werden verstanden</KindMark>,
                  children: [{ label: <KindMark kind="measure">Sprachmittlung</KindMark> }],
                },
              ],
            },
            { label: <KindMark kind="indicator" /> },
          ]}
        />
      </Section>
    </Columns>
  </Page>
)
