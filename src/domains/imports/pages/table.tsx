import { useTexts } from '#platform/texts/texts.ts'
import type { Typed } from '#platform/http/form.ts'
import { Button, LinkButton } from '#ui/buttons.tsx'
import { CheckboxField, RadioGroup, SelectField } from '#ui/choice-fields.tsx'
import { ErrorSummary, Form, FormActions } from '#ui/form.tsx'
import { ScrollBox } from '#ui/table.tsx'
import { TextField } from '#ui/text-fields.tsx'
import { columnLetters, shownAt, type Sheet } from '#platform/tables/workbook.ts'
import type { LeftAside } from '../model/as-read.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { StepPage, type OpenFile } from './frame.tsx'

interface TableProps {
  file: OpenFile
  sheets: readonly Sheet[]
  /** Which sheet is shown, and its heading row, both counted from 0. */
  sheet: number
  headerRow: number
  /** What is left out unless it is wanted. */
  aside: LeftAside | undefined
  values: Typed
  errors: Record<string, string>
}

/** First step: the sheet, and the row that holds the headings. */
export function TablePage({ file, sheets, sheet, headerRow, aside, values, errors }: TableProps) {
  const t = useTexts(texts)
  const shown = sheets[sheet]
  const options = sheets.map(({ name, rows, hidden }, place) => ({
    value: String(place),
    label: t(hidden ? 'table.sheet.hidden' : 'table.sheet.option', { name, rows: rows.length }),
  }))
  return (
    <StepPage step="table" file={file} lead={t('table.lead')} refused={Object.keys(errors).length > 0}>
      <Form action={{ path: paths.table(file.id) }} hidden={{ sheetBefore: sheet }}>
        <ErrorSummary errors={errors} />
        {sheets.length > 1 &&
          (sheets.length <= 5 ? (
            <RadioGroup
              name="sheet"
              label={t('table.sheet')}
              options={options}
              stacked
              values={values}
              errors={errors}
            />
          ) : (
            <SelectField
              name="sheet"
              label={t('table.sheet')}
              options={options}
              empty={false}
              values={values}
              errors={errors}
            />
          ))}
        <TextField
          name="headerRow"
          label={t('table.header')}
          hint={t('table.header.hint')}
          inputmode="numeric"
          short
          values={values}
          errors={errors}
        />
        <div class="tw-row">
          <Button name="show" value="1">
            {t('table.show')}
          </Button>
        </div>
        {aside && <Aside aside={aside} values={values} />}
        {shown && <Beginning sheet={shown} headerRow={headerRow} />}
        <FormActions>
          <Button primary>{t('next')}</Button>
          <LinkButton path={paths.list}>{t('back')}</LinkButton>
        </FormActions>
      </Form>
    </StepPage>
  )
}

/** What the file hides or strikes through, with how many rows it is: it stays out unless the person wants it. */
function Aside({ aside, values }: { aside: LeftAside; values: Typed }) {
  const t = useTexts(texts)
  const { hiddenRows, hiddenColumns, struckRows } = aside
  return (
    <>
      {(hiddenRows > 0 || hiddenColumns > 0) && (
        <CheckboxField
          name="withHidden"
          label={t('table.withHidden', { rows: hiddenRows, columns: hiddenColumns })}
          values={values}
          errors={{}}
        />
      )}
      {struckRows > 0 && (
        <CheckboxField
          name="withStruck"
          label={t('table.withStruck', { count: struckRows })}
          values={values}
          errors={{}}
        />
      )}
    </>
  )
}

const rowsShown = 9
/** Wider tables are no list of measures; the beginning is enough to recognise one. */
const columnsShown = 60

/** The rows around the headings as they stand in the file. */
function Beginning({ sheet, headerRow }: { sheet: Sheet; headerRow: number }) {
  const t = useTexts(texts)
  const first = Math.max(0, Math.min(headerRow - 3, sheet.rows.length - rowsShown))
  const rows = Array.from({ length: Math.min(rowsShown, sheet.rows.length - first) }, (_, place) => first + place)
  const columns = Array.from({ length: Math.min(columnsShown, sheet.width) }, (_, column) => column)
  const caption = t('table.caption', { name: sheet.name })
  const last = columnLetters(Math.max(0, columns.length - 1))
  return (
    <>
      {columns.length > 6 && <p class="tw-muted">{t('table.wide', { count: sheet.width, last })}</p>}
      <ScrollBox label={caption}>
        <table class="tw-table tw-tight tw-sheet">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('table.row')}</th>
              {columns.map((column) => (
                <th scope="col">{columnLetters(column)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr {...(row === headerRow && { class: 'head' })}>
                <th scope="row">
                  {row + 1}
                  {row === headerRow && <span class="tw-sr"> {t('table.isHeader')}</span>}
                </th>
                {columns.map((column) => (
                  <td>
                    <bdi>{shownAt(sheet, row, column).text.slice(0, 60)}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  )
}
