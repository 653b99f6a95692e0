import { useTexts } from '#platform/texts/texts.ts'
import { CourseMark } from '#ui/marks.tsx'
import { ForeignText } from '#ui/prose.tsx'
import type { Attainment } from '../model/attainment.ts'
import type { Scale } from '../model/indicator.ts'
import type { Observation } from '../model/observation.ts'
import { texts } from '../texts/index.ts'
import { shownValue, symbolOf, wayWords } from './wording.ts'

/** A value in a table: readers hear what a sign means, eyes find it below the table. */
export function ValueCell({ value, scale }: { value: Pick<Observation, 'value' | 'sign'>; scale: Scale }) {
  const { text, meaning } = shownValue(useTexts(texts), value, scale)
  if (meaning === null) return <>{text}</>
  // A limited value is a number and is read out; any other sign is only its meaning.
  return (
    <>
      <span {...(value.sign !== 'LIMITED' && { 'aria-hidden': 'true' as const })}>{text}</span>
      <span class="tw-sr"> {meaning}</span>
    </>
  )
}

/** The word of the unit where the number does not carry its sign. */
export const Unit = ({ scale: { unit, kind } }: { scale: Scale }) =>
  unit && !symbolOf(kind) ? <ForeignText {...unit} /> : null

/** The light with its word, and how far the way is. */
export function WayMark({ attainment, scale }: { attainment: Attainment; scale: Scale }) {
  const { word } = wayWords(useTexts(texts), attainment, scale)
  return <CourseMark value={attainment.light} label={word} />
}
