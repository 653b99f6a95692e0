import { scaleLinear } from 'd3-scale'
import { usePage } from '../page-context.ts'
import { round } from './line-scales.ts'

interface Props {
  /** In the order of time; null where there is none. */
  values: readonly (number | null)[]
  target: number | null
}
const [width, height] = [112, 32]

/** The course of a number in the size of a word. Says nothing alone: the newest value stands beside it. */
export function SparkLine({ values, target }: Props) {
  const isMirrored = usePage().direction === 'rtl'
  const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]))
  const last = known.at(-1)
  if (!last || known.length < 2) return null
  const all = [...known.map(({ value }) => value), ...(target === null ? [] : [target])]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const up = scaleLinear(least === most ? [least - 1, most + 1] : [least, most], [height - 5, 7])
  const along = scaleLinear([0, values.length - 1], [2, width - 10])
  const x = (index: number) => round(isMirrored ? width - along(index) : along(index))
  const y = (value: number) => round(up(value))
  const path = known.map(
    ({ value, index }, place) =>
      `${place > 0 && known[place - 1]?.index === index - 1 ? 'L' : 'M'}${x(index)} ${y(value)}`,
  )
  return (
    <svg class="tw-spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      {target !== null && (
        <path d={`M0 ${y(target)}H${width}`} stroke="var(--tw-line)" stroke-width="1.5" stroke-dasharray="4 3" />
      )}
      <path d={path.join('')} fill="none" stroke="var(--tw-indicator)" stroke-width="2" stroke-linejoin="round" />
      <path d={`M${x(last.index)} ${round(y(last.value) - 5)}l5 9h-10z`} fill="var(--tw-indicator)" />
    </svg>
  )
}
