import type { ComponentChildren } from 'preact'
import type { FormState } from './form.tsx'
import { usePage } from './page-context.ts'

export interface FieldProps extends FormState {
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  /** Says "(freiwillig)" beside the label. */
  optional?: boolean
  required?: boolean
}

/** The one text of a field that takes one. */
export const textOf = ({ values, name }: Pick<FieldProps, 'values' | 'name'>): string => {
  const value = values[name]
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}

/** All texts of a field that takes several. */
export const textsOf = ({ values, name }: Pick<FieldProps, 'values' | 'name'>): readonly string[] => {
  const value = values[name]
  if (value === undefined || value === '') return []
  return typeof value === 'string' ? [value] : value
}

/** Ties hint and error to their control. */
export function described({ name, hint, errors }: Pick<FieldProps, 'name' | 'hint' | 'errors'>) {
  const ids = [hint && `${name}-hint`, errors[name] && `${name}-error`].filter(Boolean).join(' ')
  return ids ? { 'aria-describedby': ids } : {}
}

/** What every control has: id, name, the ties to hint and error. */
export const control = ({ required = false, ...field }: FieldProps) => ({
  id: field.name,
  name: field.name,
  ...described(field),
  ...(field.errors[field.name] && { 'aria-invalid': 'true' as const }),
  ...(required && { required }),
})

export const Hint = ({ name, hint }: Pick<FieldProps, 'name' | 'hint'>) =>
  hint ? (
    <div class="kern-hint" id={`${name}-hint`}>
      {hint}
    </div>
  ) : null

export function FieldError({ name, errors }: Pick<FieldProps, 'name' | 'errors'>) {
  const { words } = usePage()
  const message = errors[name]
  if (!message) return null
  return (
    <p class="kern-error" id={`${name}-error`}>
      <span class="kern-icon kern-icon--danger" aria-hidden="true" />
      <span class="kern-body">
        <span class="tw-sr">{words.error}: </span>
        {message}
      </span>
    </p>
  )
}

export function LabelText({ label, optional = false }: Pick<FieldProps, 'label' | 'optional'>) {
  const { words } = usePage()
  return (
    <>
      {label}
      {optional && (
        <>
          {' '}
          <span class="kern-label__optional">{words.optional}</span>
        </>
      )}
    </>
  )
}

/** Label, hint, control, error: always in this order, always tied together. */
export function Field({ children, ...field }: FieldProps & { children: ComponentChildren }) {
  const { name, errors } = field
  return (
    <div class={errors[name] ? 'kern-form-input kern-form-input--error' : 'kern-form-input'}>
      <label class="kern-label" for={name}>
        <LabelText {...field} />
      </label>
      <Hint {...field} />
      {children}
      <FieldError {...field} />
    </div>
  )
}

/** A question with several controls below it. */
export function FieldGroup({ children, ...field }: FieldProps & { children: ComponentChildren }) {
  const { name, errors } = field
  return (
    <fieldset class={errors[name] ? 'kern-fieldset kern-fieldset--error' : 'kern-fieldset'} {...described(field)}>
      <legend class="kern-label">
        <LabelText {...field} />
      </legend>
      <Hint {...field} />
      {children}
      <FieldError {...field} />
    </fieldset>
  )
}

export const inputClass = ({ name, errors }: Pick<FieldProps, 'name' | 'errors'>) =>
  errors[name] ? 'kern-form-input__input kern-form-input__input--error' : 'kern-form-input__input'
