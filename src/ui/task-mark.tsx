import type { ComponentChildren } from 'preact'
import { Glyph, type GlyphName } from './glyph.tsx'

export type TaskMode = 'DECIDES' | 'RECOMMENDS' | 'ACCOMPANIES'

const glyphs: Record<TaskMode, GlyphName> = {
  DECIDES: 'd-decides',
  RECOMMENDS: 'd-recommends',
  ACCOMPANIES: 'd-accompanies',
}

/** What a body may do: decide (full), recommend (arrow), accompany (dashed). The word says it, too. */
export const TaskMark = ({ value, label }: { value: TaskMode; label: ComponentChildren }) => (
  <span class={value === 'DECIDES' ? 'tw-mark tw-state' : 'tw-mark tw-state tw-state--off'}>
    <Glyph name={glyphs[value]} />
    <span>{label}</span>
  </span>
)
