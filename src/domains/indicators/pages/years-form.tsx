import { useTexts } from '#platform/texts/texts.ts'
import { Button, EditLink } from '#ui/buttons.tsx'
import { ErrorSummary, Form, FormActions, type FormState } from '#ui/form.tsx'
import { FieldError, inputClass, textOf } from '#ui/field.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { ScrollBox, Table, type Column } from '#ui/table.tsx'
import { signMarks, signs } from '../model/observation.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { Race, type Difference } from '#platform/things/race.tsx'
import type { T } from './wording.ts'

interface Props extends FormState {
  indicator: { id: number; code: string; title: string }
  years: readonly number[]
  /** The version that each stored year was read in. */
  versions: Readonly<Record<string, number>>
  race?: Difference[]
}

/** Several years of a number in one table: one row per calendar year, for the whole municipality. */
export function YearsFormPage({ indicator, years, versions, race, ...form }: Props) {
  const t = useTexts(texts)
  const { id, code } = indicator
  const title = t('years.title', { code })
  return (
    <Page
      title={title}
      refused={Object.keys(form.errors).length > 0 || race !== undefined}
      crumbs={[
        { label: t('title'), path: paths.list },
        { label: code, path: paths.one(id) },
        { label: t('value.title', { code }), path: paths.values(id) },
        { label: title },
      ]}
      heading={<PageTitle title={title} lead={indicator.title} />}
    >
      {race && <Race differences={race} />}
      <ErrorSummary errors={form.errors} />
      <p class="tw-prose">
        {t('years.lead')} {t('form.number.hint')}
      </p>
      <p>
        <EditLink icon="none" path={`${paths.years(id)}?von=${(years[0] ?? 2020) - 5}`}>
          {t('years.more')}
        </EditLink>
      </p>
      <Form
        action={{ path: paths.years(id) }}
        hidden={{
          years: years.join(' '),
          ...Object.fromEntries(Object.entries(versions).map(([year, version]) => [`version-${year}`, version])),
        }}
      >
        <ScrollBox label={t('years.caption')}>
          <div class="tw-years">
            <Table caption={t('years.caption')} captionHidden tight rows={years} columns={columnsOf(t, form)} />
          </div>
        </ScrollBox>
        <FormActions cancel={{ path: paths.values(id) }}>
          <Button primary>{t('form.save')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}

function columnsOf(t: T, form: FormState): Column<number>[] {
  const input = (name: 'value' | 'numerator' | 'denominator' | 'note', label: string): Column<number> => ({
    key: name,
    label,
    cell: (year) => (
      <Cell name={`${name}-${year}`} label={t('years.cell', { column: label, year: String(year) })} {...form} />
    ),
  })
  return [
    { key: 'year', label: t('years.year'), cell: (year) => <span class="tw-num">{year}</span>, rowHeader: true },
    input('value', t('values.value')),
    input('numerator', t('values.numerator')),
    input('denominator', t('values.denominator')),
    {
      key: 'sign',
      label: t('value.sign'),
      cell: (year) => (
        <SignCell
          name={`sign-${year}`}
          label={t('years.cell', { column: t('value.sign'), year: String(year) })}
          {...form}
        />
      ),
    },
    {
      key: 'provisional',
      label: t('years.provisional'),
      cell: (year) => (
        <input
          type="checkbox"
          class="kern-form-check__checkbox"
          id={`provisional-${year}`}
          name={`provisional-${year}`}
          aria-label={t('years.cell', { column: t('years.provisional'), year: String(year) })}
          checked={textOf({ name: `provisional-${year}`, values: form.values }) !== ''}
        />
      ),
    },
    input('note', t('values.remark')),
  ]
}

interface CellProps extends FormState {
  name: string
  label: string
}

const tied = ({ name, errors }: CellProps) =>
  errors[name] ? { 'aria-invalid': 'true' as const, 'aria-describedby': `${name}-error` } : {}

const Cell = (cell: CellProps) => {
  const isNote = cell.name.startsWith('note-')
  return (
    <>
      <input
        type="text"
        class={isNote ? `${inputClass(cell)} tw-years__note` : inputClass(cell)}
        id={cell.name}
        name={cell.name}
        aria-label={cell.label}
        value={textOf(cell)}
        {...(!isNote && { inputmode: 'decimal' as const, dir: 'ltr' as const })}
        {...tied(cell)}
      />
      <FieldError {...cell} />
    </>
  )
}

function SignCell(cell: CellProps) {
  const t = useTexts(texts)
  const chosen = textOf(cell)
  return (
    <>
      <div class="kern-form-input__select-wrapper">
        <select class="kern-form-input__select" id={cell.name} name={cell.name} aria-label={cell.label} {...tied(cell)}>
          <option value="">{t('value.sign.none')}</option>
          {signs.map((sign) => (
            <option value={sign} selected={sign === chosen}>
              {signMarks[sign]} {t(`sign.${sign}`)}
            </option>
          ))}
        </select>
      </div>
      <FieldError {...cell} />
    </>
  )
}
