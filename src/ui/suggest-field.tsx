import { control, Field, type FieldProps, inputClass, textOf } from './field.tsx'

interface SuggestProps extends FieldProps {
  /** The id of the `Suggestions` on this page. */
  list: string
  short?: boolean
}

/** A text with suggestions while typing; anything else may be typed, too. */
export const SuggestField = ({ list, short = false, ...field }: SuggestProps) => (
  <Field {...field}>
    <input
      type="text"
      class={short ? `${inputClass(field)} tw-short` : inputClass(field)}
      list={list}
      autocomplete="off"
      {...control(field)}
      value={textOf(field)}
    />
  </Field>
)

/** What the fields of a form suggest: once per page, however many fields use it. */
export const Suggestions = ({ id, options }: { id: string; options: readonly string[] }) => (
  <datalist id={id}>
    {options.map((option) => (
      <option value={option}>{option}</option>
    ))}
  </datalist>
)
