import { Check, type Option } from './choice-fields.tsx'
import { FieldGroup, type FieldProps } from './field.tsx'
import type { FormState } from './form.tsx'
import { usePage } from './page-context.ts'

interface PickerProps extends FieldProps {
  /** What is linked now; stays ticked until the person unticks it. */
  chosen: readonly Option[]
  /** What the search brought, to be ticked. Undefined before the first search. */
  found?: readonly Option[] | undefined
}

/**
 * Links things without JavaScript: what is chosen as ticked boxes, a search, what was found as boxes to tick. Sends the
 * ticked values as `NAME`, the search words as `NAMESearch`; the search button sends `_search=NAME`, and then the form
 * comes back with `found`. See `searchAsked`.
 */
export function LinkPicker({ chosen, found, ...field }: PickerProps) {
  const { words } = usePage()
  const { name, values } = field
  const search = `${name}Search`
  const query = String(values[search] ?? '')
  return (
    <FieldGroup {...field}>
      <div class="kern-fieldset__body tw-picker">
        {chosen.length > 0 ? (
          <div class="tw-checks tw-checks--stacked">
            {chosen.map((option, place) => (
              <PickerBox name={name} option={option} checked first={place === 0} />
            ))}
          </div>
        ) : (
          <p class="tw-muted">{words.nothingChosen}</p>
        )}
        <div class="tw-row tw-end">
          <div class="kern-form-input tw-grow">
            <label class="kern-label" for={chosen.length > 0 ? search : name}>
              {typeof field.label === 'string' ? words.searchFor(field.label) : words.search}
            </label>
            <input
              type="search"
              class="kern-form-input__input"
              id={chosen.length > 0 ? search : name}
              name={search}
              value={query}
            />
          </div>
          <input type="hidden" name={`${name}Searched`} value={query} />
          <button class="kern-btn kern-btn--secondary" type="submit" name="_search" value={name} formnovalidate>
            <span class="kern-label">{words.search}</span>
          </button>
        </div>
        {found && (
          <div role="status">
            <p class="tw-small tw-muted">{found.length > 0 ? words.found(found.length) : words.nothingFound}</p>
            <div class="tw-checks tw-checks--stacked">
              {found.map((option) => (
                <PickerBox name={name} option={option} />
              ))}
            </div>
          </div>
        )}
      </div>
    </FieldGroup>
  )
}

interface BoxProps {
  name: string
  option: Option
  checked?: boolean
  first?: boolean
}

const PickerBox = ({ name, option, checked = false, first = false }: BoxProps) => (
  <Check
    type="checkbox"
    id={first ? name : `${name}-${option.value}`}
    name={name}
    value={option.value}
    checked={checked}
    label={option.label}
    hint={option.hint}
  />
)

/**
 * The LinkPicker whose search was asked for with this post, if any: its button was pressed, or the Enter key was used
 * after changing the search words. Such a post is not to be saved.
 */
export function searchAsked(values: FormState['values']): string | undefined {
  const pressed = values['_search']
  if (typeof pressed === 'string' && pressed !== '') return pressed
  const changed = Object.keys(values).find((key) => {
    const searched = values[`${key}ed`]
    return key.endsWith('Search') && searched !== undefined && values[key] !== '' && values[key] !== searched
  })
  return changed?.slice(0, -'Search'.length)
}
