import type { ComponentChildren } from 'preact'
import { Glyph, type GlyphName } from './glyph.tsx'

export type Cooperation = 'NONE' | 'CONTACT' | 'AGREED' | 'FORMAL'

const glyphs: Record<Cooperation, GlyphName> = {
  NONE: 'k-none',
  CONTACT: 'k-contact',
  AGREED: 'k-agreed',
  FORMAL: 'k-formal',
}

/** How close two work together: circles apart, touching, overlapping, one. The word says it, too. */
export const CooperationMark = ({ value, label }: { value: Cooperation; label: ComponentChildren }) => (
  <span class={value === 'NONE' ? 'tw-mark tw-state tw-state--off' : 'tw-mark tw-state'}>
    <Glyph name={glyphs[value]} />
    <span>{label}</span>
  </span>
)
