import type { ComponentChildren } from 'preact'
import { Glyph } from './glyph.tsx'
import { type To, useAddress } from './link.tsx'
import { usePage } from './page-context.ts'

/** What the person typed, and per field what is wrong with it. `errors.form` is about the form as a whole. */
export interface FormState {
  values: Readonly<Record<string, string | readonly string[] | undefined>>
  errors: Readonly<Record<string, string>>
}

interface FormProps {
  action: To
  /** Fields that travel along unseen, e.g. the version. */
  hidden?: Readonly<Record<string, string | number | undefined>>
  /** Set where the form has a FileField. */
  files?: boolean
  children: ComponentChildren
}

/**
 * A form that is checked by us, not by the browser. Its first button is unseen and without a name, so that the Enter key
 * in a text field sends the form as a whole and not the search of a LinkPicker further down. The script keeps what is
 * typed until it has been sent; without it the form works the same.
 */
export function Form({ action, hidden = {}, files = false, children }: FormProps) {
  const { words, asset } = usePage()
  return (
    <form
      method="post"
      action={useAddress()(action)}
      class="tw-form"
      novalidate
      data-kept-text={words.keptText}
      data-kept-restore={words.keptRestore}
      data-kept-forget={words.keptForget}
      data-kept-offline={words.keptOffline}
      {...(files && { enctype: 'multipart/form-data' as const })}
    >
      {Object.entries(hidden).map(([name, value]) => value !== undefined && <HiddenField name={name} value={value} />)}
      <button class="tw-enter" type="submit" tabindex={-1} aria-hidden="true" />
      {children}
      <script type="module" src={asset('keep-form.js')} />
    </form>
  )
}

export const HiddenField = ({ name, value }: { name: string; value: string | number }) => (
  <input type="hidden" name={name} value={value} />
)

/** Everything that is wrong, above the form; each entry leads to its field. `secrets`: a password was typed, which no page gives back. */
export function ErrorSummary({ errors, secrets = false }: Pick<FormState, 'errors'> & { secrets?: boolean }) {
  const { words } = usePage()
  const entries = Object.entries(errors)
  if (entries.length === 0) return null
  return (
    <div class="tw-errors" role="alert" tabindex={-1} autofocus aria-labelledby="tw-errors">
      <h2 id="tw-errors">
        <Glyph name="c-stop" />
        <span>{words.errorCount(entries.length)}</span>
      </h2>
      <p>{secrets ? words.passwordAgain : words.nothingLost}</p>
      <ul>
        {entries.map(([name, message]) => (
          <li>{name === 'form' ? <strong>{message}</strong> : <a href={`#${name}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

interface PartProps {
  /** Unique on the page; FormSideNav leads here. */
  id: string
  title: ComponentChildren
  lead?: ComponentChildren
  children: ComponentChildren
}

/** A part of a form with its heading. */
export const FormPart = ({ id, title, lead, children }: PartProps) => (
  <section class="tw-form__part" aria-labelledby={id}>
    <h2 class="kern-heading-large" id={id}>
      {title}
    </h2>
    {lead && <p class="tw-prose">{lead}</p>}
    {children}
  </section>
)

/** Two or more fields side by side where there is room. `tight` for years and other short ones. */
export const FieldRow = ({ tight = false, children }: { tight?: boolean; children: ComponentChildren }) => (
  <div class={tight ? 'tw-pair tw-pair--tight' : 'tw-pair'}>{children}</div>
)

/** The buttons at the end, and the way back. */
export function FormActions({ children, cancel }: { children: ComponentChildren; cancel?: To }) {
  const { words } = usePage()
  const address = useAddress()
  return (
    <div class="tw-actions">
      {children}
      {cancel && (
        <a class="tw-edit" href={address(cancel)}>
          {words.cancel}
        </a>
      )}
    </div>
  )
}

interface SideNavProps extends Pick<FormState, 'errors'> {
  parts: { id: string; title: string; fields: readonly string[] }[]
}

/** The parts of a long form, with the number of errors in each. */
export function FormSideNav({ parts, errors }: SideNavProps) {
  const { words } = usePage()
  return (
    <nav aria-labelledby="tw-side-nav">
      <h2 id="tw-side-nav">{words.onThisPage}</h2>
      <ul class="tw-links">
        {parts.map(({ id, title, fields }) => {
          const count = fields.filter((name) => errors[name]).length
          return (
            <li>
              <a href={`#${id}`}>{title}</a> {count > 0 && <span class="tw-stop-word">{words.errorsHere(count)}</span>}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
