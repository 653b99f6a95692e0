import type { ComponentChildren } from 'preact'
import type { Option } from './choice-fields.tsx'
import { ForeignText } from './prose.tsx'

/**
 * What can be ticked, in the German words that the plan is written in; on pages in other languages they are marked, so
 * that a screen reader says them right. Not for a select: its options hold plain text only.
 */
export const inGerman = (options: readonly { value: string; label: string }[]): Option[] =>
  options.map(({ value, label }) => ({
    value,
    label: (<ForeignText text={label} language="de" />) as ComponentChildren,
  }))

/** The same for a LinkPicker: what is chosen and what was found. */
export const pickedInGerman = <One extends { value: string; label: string }>({
  chosen,
  found,
}: {
  chosen: readonly One[]
  found?: readonly One[]
}): { chosen: Option[]; found?: Option[] } => ({ chosen: inGerman(chosen), ...(found && { found: inGerman(found) }) })
