import { Button } from './buttons.tsx'
import { CheckboxField, CheckboxGroup, FlexDateField, RadioGroup, SelectField } from './choice-fields.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, FormPart, FormSideNav, type FormState } from './form.tsx'
import { LinkPicker } from './link-picker.tsx'
import { CourseMark, type MeasureState, StateMark } from './marks.tsx'
import { Columns, ObjectHead } from './object.tsx'
import { Page } from './page.tsx'
import {
  DateField,
  FileField,
  MoneyField,
  MoneyRow,
  MoneySum,
  PasswordField,
  TextArea,
  TextField,
} from './text-fields.tsx'
import { states } from './testing-states.ts'

/** What came back with the refused form. */
export const refusedForm: FormState = {
  values: {
    title: 'Sprachmittlung für Kitas und Schulen im gesamten Landkreis mit Telefon und Bestellung',
    text: 'Geschulte Ehrenamtliche begleiten Elterngespräche in 23 Sprachen.',
    field: '2',
    groups: ['a', 'c'],
    state: 'RUNNING',
    begin: '03/2025',
    beginPrecision: 'month',
    end: '12/2024',
    m2026: '42.000',
    m2027: 'ca. 48',
    goalsSearch: 'Schule',
    featured: 'on',
  },
  errors: {
    title: 'Der Titel hat 85 Zeichen. Bitte kürzen Sie ihn auf höchstens 80.',
    kind: 'Bitte wählen Sie die Art.',
    end: 'Das Ende liegt vor dem Beginn im März 2025.',
    m2027: 'Bitte eine Zahl, zum Beispiel 48.000.',
    course: 'Bitte wählen Sie den Verlauf.',
    rent: 'Bitte eine Zahl.',
    terms: 'Bitte stimmen Sie zu.',
    form: 'Die Maßnahme wurde inzwischen von jemand anderem geändert.',
  },
}

/** A long form that came back with errors: every kind of field, right and wrong. */
export const FormPage = ({ values, errors }: FormState) => {
  const form = { values, errors }
  return (
    <Page
      title="Maßnahme bearbeiten"
      refused={Object.keys(errors).length > 0}
      crumbs={[{ label: 'Maßnahmen', path: '/massnahmen' }, { label: 'Bearbeiten' }]}
      heading={<ObjectHead kind="measure" line="Maßnahme 2.4" title="Maßnahme bearbeiten" />}
    >
      <Columns
        label="Hilfe zum Formular"
        side={
          <FormSideNav
            errors={errors}
            parts={[
              { id: 'was', title: 'Worum es geht', fields: ['title', 'text', 'kind'] },
              { id: 'wer', title: 'Wer und wann', fields: ['begin', 'end'] },
              { id: 'geld', title: 'Mittel', fields: ['m2026', 'm2027'] },
            ]}
          />
        }
      >
        <Form action={{ path: '/massnahmen/24' }} hidden={{ version: 3 }} files>
          <ErrorSummary errors={errors} />
          <FormPart id="was" title="Worum es geht">
            <TextField
              name="title"
              label="Titel"
              hint="Kurz und für alle verständlich. So steht er auf der öffentlichen Seite."
              required
              {...form}
            />
            <TextArea name="text" label="Beschreibung" optional {...form} />
            <FieldRow>
              <SelectField
                name="field"
                label="Handlungsfeld"
                options={{ 1: 'Sprache', 2: 'Bildung und Kita' }}
                {...form}
              />
              <SelectField
                name="kind"
                label="Art"
                options={[
                  { label: 'Auf Dauer', options: [{ value: 'PERMANENT_OFFER', label: 'Dauerhaftes Angebot' }] },
                  { label: 'Auf Zeit', options: [{ value: 'PROJECT', label: 'Projekt' }] },
                ]}
                {...form}
              />
            </FieldRow>
            <CheckboxGroup
              name="groups"
              label="Für wen"
              options={{ a: 'Familien mit Kindern', b: 'Junge Erwachsene', c: 'Neu Zugewanderte' }}
              {...form}
            />
            <LinkPicker
              name="goals"
              label="Ziele"
              hint="Welchen Zielen dient die Maßnahme?"
              chosen={[{ value: '7', label: 'Familien verstehen Kita und Schule', hint: 'Bildung und Kita' }]}
              found={[
                { value: '8', label: 'Kinder kommen gut in der Schule an' },
                { value: '9', label: 'Schulen arbeiten mit Eltern zusammen' },
              ]}
              {...form}
            />
          </FormPart>
          <FormPart id="wer" title="Wer und wann">
            <FlexDateField name="begin" label="Beginn" {...form} />
            <FlexDateField
              name="end"
              label="Ende"
              hint="Leer, wenn dauerhaft."
              precisions={['date', 'month', 'year']}
              {...form}
            />
            <FieldRow>
              <DateField name="due" label="Fällig am" optional {...form} />
              <TextField name="mail" label="E-Mail" type="email" autocomplete="email" dir="ltr" {...form} />
            </FieldRow>
          </FormPart>
          <FormPart id="geld" title="Mittel" lead="Sachaufwand in Euro. Ein leeres Feld heißt: noch nicht bekannt.">
            <FieldRow tight>
              <MoneyField name="m2026" label="2026" {...form} />
              <MoneyField name="m2027" label="2027" {...form} />
              <MoneyField name="m2028" label="2028" {...form} />
            </FieldRow>
            <div>
              <MoneyRow name="fees" label="Honorare" hint="Mit Fahrtkosten" {...form} />
              <MoneyRow name="rent" label="Raummiete" {...form} />
              <MoneySum label="Summe" sum="3.000,00 €" />
            </div>
          </FormPart>
          <FormPart id="stand" title="Stand">
            <RadioGroup
              name="state"
              label="Umsetzung"
              options={Object.entries(states).map(([value, label]) => ({
                value,
                label: <StateMark value={value as MeasureState} label={label} />,
              }))}
              {...form}
            />
            <RadioGroup
              name="course"
              label="Verlauf"
              hint="Der Verlauf ist ein Urteil, kein Ergebnis."
              options={[
                { value: 'GREEN', label: <CourseMark value="GREEN" label="planmäßig" /> },
                { value: 'YELLOW', label: <CourseMark value="YELLOW" label="Abweichung, steuerbar" /> },
                { value: 'RED', label: <CourseMark value="RED" label="gefährdet" /> },
                { value: 'GREY', label: <CourseMark value="GREY" label="keine Angabe" /> },
              ]}
              {...form}
            />
            <CheckboxField
              name="featured"
              label="Als Leuchtturm zeigen"
              hint="Erscheint auf der Startseite."
              {...form}
            />
            <CheckboxField name="terms" label="Ich habe die Hinweise gelesen" {...form} />
            <FileField name="file" label="Anlage" accept=".pdf" optional {...form} />
            <PasswordField name="password" label="Passwort" purpose="current-password" {...form} />
          </FormPart>
          <FormActions cancel={{ path: '/massnahmen/24' }}>
            <Button primary>Speichern und veröffentlichen</Button>
            <Button name="draft" value="1">
              Als Entwurf speichern
            </Button>
          </FormActions>
        </Form>
      </Columns>
    </Page>
  )
}
