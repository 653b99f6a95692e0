import type { ComponentChildren } from 'preact'
import type { FieldProps } from './field.tsx'
import type { FormState } from './form.tsx'
import { Glyph, type GlyphName } from './glyph.tsx'
import { type To, useAddress } from './link.tsx'

interface RowsProps extends FormState {
  /** The group: a field is named GROUP-PLACE-FIELD. */
  name: string
  /** How many rows there are now. */
  count: number
  /** The form's own address: a row's button comes back to its row. */
  action: { path: string }
  words: {
    add: string
    /** Each says which row it means, e.g. "Sitz 2 entfernen". */
    row: (place: number) => string
    up: (place: number) => string
    down: (place: number) => string
    remove: (place: number) => string
  }
  /** Folds each row that has something to say: what it says while folded. Rows with errors and new ones stay open. */
  summary?: (place: number) => ComponentChildren
  /** Rows have an order that means something. */
  ordered?: boolean
  /** The fields of one row; `field` gives a control its name in this row. */
  row: (field: RowField, place: number) => ComponentChildren
}
export type RowField = (name: string) => Pick<FieldProps, 'name' | 'values' | 'errors'>

/**
 * Rows that can be added, removed and moved without JavaScript: each button sends the form, which comes back with
 * everything typed (see platform/forms/rows).
 */
export function Rows({ name, count, action, words, summary, ordered = false, row, values, errors }: RowsProps) {
  const places = Array.from({ length: count }, (_, place) => place)
  const press = (act: string, place: number, lands: number) => ({
    value: act === 'add' ? `${name} add` : `${name} ${act} ${place}`,
    action: { path: `${action.path}#${name}-${Math.max(0, lands)}` },
  })
  return (
    <div class="tw-rows">
      {places.map((place) => (
        <Row
          id={`${name}-${place}`}
          title={words.row(place + 1)}
          said={summary?.(place)}
          wrong={Object.keys(errors).some((field) => field.startsWith(`${name}-${place}-`))}
        >
          {row((field) => ({ name: `${name}-${place}-${field}`, values, errors }), place)}
          <div class="tw-row">
            {ordered && place > 0 && (
              <RowButton {...press('up', place, place - 1)} glyph="up" label={words.up(place + 1)} />
            )}
            {ordered && place < count - 1 && (
              <RowButton {...press('down', place, place + 1)} glyph="down" label={words.down(place + 1)} />
            )}
            <RowButton {...press('remove', place, place - 1)} glyph="x" label={words.remove(place + 1)} />
          </div>
        </Row>
      ))}
      <div>
        <RowButton {...press('add', count, count)} label={words.add} />
      </div>
    </div>
  )
}

interface RowProps {
  id: string
  title: string
  /** Nothing: the row is open and cannot be folded. */
  said: ComponentChildren
  wrong: boolean
  children: ComponentChildren
}

function Row({ id, title, said, wrong, children }: RowProps) {
  if (said === undefined || said === '' || said === null)
    return (
      <fieldset class="tw-rowset" id={id}>
        <legend>{title}</legend>
        {children}
      </fieldset>
    )
  return (
    <details class="tw-rowset" id={id} open={wrong}>
      <summary>
        <span class="tw-muted">{title}</span> {said}
      </summary>
      <div class="tw-rowset__body" role="group" aria-label={title}>
        {children}
      </div>
    </details>
  )
}

interface ButtonProps {
  value: string
  action: To
  label: string
  glyph?: GlyphName
}

const RowButton = ({ value, action, label, glyph }: ButtonProps) => (
  <button
    class="kern-btn kern-btn--secondary kern-btn--small"
    type="submit"
    name="_row"
    value={value}
    formaction={useAddress()(action)}
    formnovalidate
  >
    {glyph && <Glyph name={glyph} />}
    <span class="kern-label">{label}</span>
  </button>
)
