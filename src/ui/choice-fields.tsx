import type { ComponentChildren } from 'preact'
import {
  control,
  described,
  Field,
  FieldError,
  FieldGroup,
  type FieldProps,
  Hint,
  LabelText,
  textOf,
  textsOf,
} from './field.tsx'
import { usePage } from './page-context.ts'
import { type FlexDatePrecision, flexDatePrecisions } from './words.ts'

export interface Option {
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
}
export interface OptionGroup {
  label: string
  options: readonly Option[]
}
/** As a list, as a list of groups, or short as `{ value: label }`. */
export type SelectOptions = readonly (Option | OptionGroup)[] | Readonly<Record<string, string>>

const asList = (options: SelectOptions): readonly (Option | OptionGroup)[] =>
  Array.isArray(options)
    ? (options as readonly (Option | OptionGroup)[])
    : Object.entries(options as Record<string, string>).map(([value, label]) => ({ value, label }))

interface SelectProps extends FieldProps {
  options: SelectOptions
  /** Word of the empty choice, "Bitte wählen" if not given; `false`: there is none. */
  empty?: string | false
}

export function SelectField({ options, empty, ...field }: SelectProps) {
  const { words } = usePage()
  const chosen = textOf(field)
  const option = ({ value, label }: Option) => (
    <option value={value} selected={value === chosen}>
      {label}
    </option>
  )
  return (
    <Field {...field}>
      <div class="kern-form-input__select-wrapper">
        <select
          class={
            field.errors[field.name]
              ? 'kern-form-input__select kern-form-input__select--error'
              : 'kern-form-input__select'
          }
          {...control(field)}
        >
          {empty !== false && <option value="">{empty ?? words.pleaseChoose}</option>}
          {asList(options).map((item) =>
            'options' in item ? <optgroup label={item.label}>{item.options.map(option)}</optgroup> : option(item),
          )}
        </select>
      </div>
    </Field>
  )
}

interface CheckProps {
  type: 'checkbox' | 'radio'
  id: string
  name: string
  value?: string
  checked: boolean
  label: ComponentChildren
  hint?: ComponentChildren
  invalid?: boolean
  required?: boolean
  describedBy?: string
  /** What is wrong with this one box. */
  children?: ComponentChildren
}

const checkClass = { checkbox: 'kern-form-check__checkbox', radio: 'kern-form-check__radio' } as const
const wrongClass = {
  checkbox: 'kern-form-check__checkbox kern-form-check__checkbox--error',
  radio: 'kern-form-check__radio kern-form-check__radio--error',
} as const

/** One box or button with its label. */
export function Check({ type, id, name, value, checked, label, hint, children, ...state }: CheckProps) {
  const ids = [state.describedBy, hint && `${id}-note-hint`].filter(Boolean).join(' ')
  return (
    <div class={children ? 'kern-form-check kern-form-check--error' : 'kern-form-check'}>
      <input
        class={state.invalid ? wrongClass[type] : checkClass[type]}
        type={type}
        id={id}
        name={name}
        {...(value !== undefined && { value })}
        checked={checked}
        {...(ids && { 'aria-describedby': ids })}
        {...(state.invalid && { 'aria-invalid': 'true' as const })}
        {...(state.required && { required: true })}
      />
      <label class="kern-label" for={id}>
        {label}
      </label>
      <Hint name={`${id}-note`} hint={hint} />
      {children}
    </div>
  )
}

/** Yes or no. Ticked it sends "on", unticked nothing. */
export function CheckboxField({ name, label, hint, optional = false, required = false, values, errors }: FieldProps) {
  const field = { name, label, optional, values, errors }
  return (
    <Check
      type="checkbox"
      id={name}
      name={name}
      checked={textOf(field) !== ''}
      label={<LabelText {...field} />}
      hint={hint}
      invalid={name in errors}
      required={required}
      {...(errors[name] && {
        describedBy: `${name}-error`,
        children: <FieldError name={name} errors={errors} />,
      })}
    />
  )
}

interface GroupProps extends FieldProps {
  options: readonly Option[] | Readonly<Record<string, string>>
  /** One below the other, for long answers. */
  stacked?: boolean
}

// The first option carries the name of the field, so that the error summary leads to it.
const optionId = (name: string, { value }: Option, place: number) => (place === 0 ? name : `${name}-${value}`)

function Options({
  type,
  field,
  options,
  stacked = false,
}: Pick<GroupProps, 'options' | 'stacked'> & { type: CheckProps['type']; field: FieldProps }) {
  const chosen = textsOf(field)
  return (
    <div class={stacked ? 'kern-fieldset__body tw-checks tw-checks--stacked' : 'kern-fieldset__body tw-checks'}>
      {(asList(options) as readonly Option[]).map((option, place) => (
        <Check
          type={type}
          id={optionId(field.name, option, place)}
          name={field.name}
          value={option.value}
          checked={chosen.includes(option.value)}
          label={option.label}
          hint={option.hint}
          invalid={field.name in field.errors}
        />
      ))}
    </div>
  )
}

/** Any number of several. */
export const CheckboxGroup = ({ options, stacked = false, ...field }: GroupProps) => (
  <FieldGroup {...field}>
    <Options type="checkbox" field={field} options={options} stacked={stacked} />
  </FieldGroup>
)

/** One of several, all in sight. A label may hold a mark, e.g. `<StateMark … />`. */
export const RadioGroup = ({ options, stacked = false, ...field }: GroupProps) => (
  <FieldGroup {...field}>
    <Options type="radio" field={field} options={options} stacked={stacked} />
  </FieldGroup>
)

interface FlexDateProps extends FieldProps {
  precisions?: readonly FlexDatePrecision[]
}

/** An imprecise date: how exact, and the date itself as text. Sends `NAME` and `NAMEPrecision`. */
export function FlexDateField({ precisions = flexDatePrecisions, ...field }: FlexDateProps) {
  const { words } = usePage()
  const precision = `${field.name}Precision`
  const hint = [field.hint, precisions.map((one) => words.precisionHints[one]).join(' · ')].filter(Boolean)
  return (
    <FieldGroup {...field} name={`${field.name}Group`} hint={undefined} errors={{}}>
      <div class="tw-flexdate">
        <Options
          type="radio"
          field={{
            ...field,
            name: precision,
            values: { [precision]: textOf({ ...field, name: precision }) || precisions[0] },
          }}
          options={precisions.map((value) => ({ value, label: words.precisions[value] }))}
        />
        <div class={field.errors[field.name] ? 'kern-form-input kern-form-input--error' : 'kern-form-input'}>
          <div class="kern-hint" id={`${field.name}-hint`}>
            {hint.length > 1 && <>{hint[0]} </>}
            <bdi>{hint.at(-1)}</bdi>
          </div>
          <input
            type="text"
            class={
              field.errors[field.name]
                ? 'kern-form-input__input kern-form-input__input--error'
                : 'kern-form-input__input'
            }
            id={field.name}
            name={field.name}
            aria-label={typeof field.label === 'string' ? field.label : words.precision}
            {...described({ ...field, hint: true })}
            {...(field.errors[field.name] && { 'aria-invalid': 'true' as const })}
            value={textOf(field)}
          />
          <FieldError {...field} />
        </div>
      </div>
    </FieldGroup>
  )
}
