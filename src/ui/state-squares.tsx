import { type To, useAddress } from './link.tsx'
import { type MeasureState, StateGlyph, StateMark } from './marks.tsx'
import { usePage } from './page-context.ts'
import { stateOrder, stateWords } from './state-words.ts'

export type StateCounts = Readonly<Partial<Record<MeasureState, number>>>

/** More squares than this say nothing: then only the words with their numbers. */
const mostSquares = 120

/** One square per measure, the reached ones first. A picture: the words beside it must say the same. */
export function StateSquares({ counts }: { counts: StateCounts }) {
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0)
  if (total === 0 || total > mostSquares) return null
  return (
    <div class="tw-units" aria-hidden="true">
      {stateOrder.flatMap((state) => Array.from({ length: counts[state] ?? 0 }, () => <StateGlyph value={state} />))}
    </div>
  )
}

/** The states that occur, each with its number; `to` leads to the measures of that state. */
export function StateLegend({ counts, to }: { counts: StateCounts; to?: (state: MeasureState) => To }) {
  const { language } = usePage()
  const address = useAddress()
  const occurring = stateOrder.filter((state) => counts[state])
  return (
    <ul class="tw-legend">
      {occurring.map((state) => {
        const word = stateWords[language][state]
        return (
          <li>
            <StateMark
              value={state}
              label={
                <>
                  {to ? <a href={address(to(state))}>{word}</a> : word} <b class="tw-num">{counts[state]}</b>
                </>
              }
            />
          </li>
        )
      })}
    </ul>
  )
}

/** How far one measure is, in the page's language. */
export function StateOf({ value }: { value: MeasureState }) {
  const { language } = usePage()
  return <StateMark value={value} label={stateWords[language][value]} />
}
