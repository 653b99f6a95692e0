import type { PartialInputHTMLAttributes } from 'preact'
import { control, Field, FieldError, type FieldProps, Hint, inputClass, LabelText, textOf } from './field.tsx'

interface TextProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'url'
  /** As HTML defines it, e.g. `email`, `name`, `street-address`. */
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url'
  /** Language of what is typed, where it is not the page's. */
  lang?: string
  dir?: 'ltr' | 'rtl' | 'auto'
  /** For years, numbers, postcodes. */
  short?: boolean
}

const given = ({ autocomplete, inputmode, lang, dir }: TextProps) => ({
  ...(autocomplete && { autocomplete }),
  ...(inputmode && { inputmode }),
  ...(lang && { lang }),
  ...(dir && { dir }),
})

// Preact ties the roles an input may have to its type, so each type is written out
type Given = Omit<PartialInputHTMLAttributes<HTMLInputElement>, 'role' | 'type'>
const inputs = {
  text: (input: Given) => <input type="text" {...input} />,
  email: (input: Given) => <input type="email" {...input} />,
  tel: (input: Given) => <input type="tel" {...input} />,
  url: (input: Given) => <input type="url" {...input} />,
} as const

export const TextField = (field: TextProps) => (
  <Field {...field}>
    {inputs[field.type ?? 'text']({
      class: field.short ? `${inputClass(field)} tw-short` : inputClass(field),
      ...control(field),
      ...given(field),
      value: textOf(field),
    })}
  </Field>
)

export const TextArea = ({ rows = 4, ...field }: TextProps & { rows?: number }) => (
  <Field {...field}>
    <textarea class={inputClass(field)} rows={rows} {...control(field)} {...given(field)}>
      {textOf(field)}
    </textarea>
  </Field>
)

/** A day. The value is YYYY-MM-DD, the browser shows it as the person is used to. */
export const DateField = (field: FieldProps) => (
  <Field {...field}>
    <input type="date" class={`${inputClass(field)} tw-short`} {...control(field)} value={textOf(field)} />
  </Field>
)

const money = (field: FieldProps) => (
  <span class="tw-unit">
    <input
      type="text"
      inputmode="decimal"
      dir="ltr"
      autocomplete="off"
      class={inputClass(field)}
      {...control(field)}
      value={textOf(field)}
    />
    <span aria-hidden="true">€</span>
  </span>
)

/** An amount in euro as the person writes it: "1.200,50". */
export const MoneyField = (field: FieldProps) => <Field {...field}>{money(field)}</Field>

/** The same as a row of a calculation: label at the start, amount at the end. Close the rows with a MoneySum. */
export const MoneyRow = (field: FieldProps) => (
  <div class={field.errors[field.name] ? 'tw-money kern-form-input--error' : 'tw-money'}>
    <div>
      <label class="kern-label" for={field.name}>
        <LabelText {...field} />
      </label>
      <Hint {...field} />
      <FieldError {...field} />
    </div>
    {money(field)}
  </div>
)

export const MoneySum = ({ label, sum }: { label: string; sum: string }) => (
  <div class="tw-money tw-money--sum">
    <span>{label}</span>
    <output class="tw-num" dir="ltr">
      {sum}
    </output>
  </div>
)

/** What one looks for in a list. For a form with method GET. */
export const SearchField = (field: FieldProps) => (
  <div class="kern-form-input tw-grow">
    <label class="kern-label" for={field.name}>
      <LabelText {...field} />
    </label>
    <Hint {...field} />
    <input type="search" class={inputClass(field)} {...control(field)} value={textOf(field)} />
  </div>
)

/** Never shows what was typed before. */
export const PasswordField = ({ purpose, ...field }: FieldProps & { purpose: 'current-password' | 'new-password' }) => (
  <Field {...field}>
    <input type="password" autocomplete={purpose} dir="ltr" class={inputClass(field)} {...control(field)} />
  </Field>
)

interface FileProps extends FieldProps {
  /** Endings or media types, e.g. `.xlsx,.csv`. */
  accept?: string
  multiple?: boolean
}

/** The form around it needs `files`. */
export const FileField = ({ accept, multiple = false, ...field }: FileProps) => (
  <Field {...field}>
    <input
      type="file"
      class={inputClass(field)}
      {...control(field)}
      {...(accept && { accept })}
      {...(multiple && { multiple })}
    />
  </Field>
)
