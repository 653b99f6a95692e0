import type { ComponentChildren } from 'preact'
import { useTexts } from '#platform/texts/texts.ts'
import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { Link } from '#ui/link.tsx'
import { StateGlyph, StateMark } from '#ui/marks.tsx'
import { ForeignText } from '#ui/prose.tsx'
import type { LocalText } from '#values/local-text.ts'
import { measuresPerSquare, progressStates, squaresOf, type MeasureState, type Progress } from '../model/progress.ts'
import { texts } from '../texts/index.ts'

interface FieldRow {
  id: number
  title: LocalText
  /** Shown before the name, where there is one. */
  code?: string
  progress: Progress
}

const resting: ReadonlySet<MeasureState> = new Set(['NOT_STARTED', 'DEFERRED', 'DISCONTINUED'])

/** Each state that occurs, with its number: the key to the squares. */
export function ProgressLegend({ progress }: { progress: Progress }) {
  const t = useTexts(texts)
  return (
    <ul class="tw-legend">
      {progressStates
        .filter((state) => progress.counts[state] > 0)
        .map((state) => (
          <li>
            <StateMark
              value={state}
              label={
                <>
                  {t(`state.${state}`)} <span class="tw-muted tw-num">{progress.counts[state]}</span>
                </>
              }
            />
          </li>
        ))}
    </ul>
  )
}

interface ProgressProps<Row> {
  fields: readonly Row[]
  /** All rows, where this list is one part of them: so that a square means the same in each. */
  of?: readonly Row[]
  /** More about a field, below its name. */
  detail?: (field: Row) => ComponentChildren
}

/** One row of squares per field; the words at its end say the same. */
export function ProgressByField<Row extends FieldRow>({ fields, of = fields, detail }: ProgressProps<Row>) {
  const t = useTexts(texts)
  const unit = measuresPerSquare(of.map(({ progress }) => progress.total))
  return (
    <>
      {unit > 1 && fields[0] === of[0] && <p class="tw-small tw-muted">{t('home.squares', { count: unit })}</p>}
      <ol class="tw-plot">
        {fields.map((field) => {
          const { id, title, code, progress } = field
          return (
            <li>
              <div>
                <Link path={fieldPaths.one(id)}>
                  <span class="tw-plot__name">
                    {code && (
                      <>
                        <bdi>{code}</bdi>{' '}
                      </>
                    )}
                    <ForeignText {...title} />
                  </span>
                </Link>
                {detail && <div>{detail(field)}</div>}
              </div>
              <div class="tw-units" aria-hidden="true">
                {squaresOf(progress, unit).map((state) =>
                  resting.has(state) ? (
                    <span class="off">
                      <StateGlyph value={state} />
                    </span>
                  ) : (
                    <StateGlyph value={state} />
                  ),
                )}
              </div>
              <span class="tw-plot__words tw-small tw-num">
                {progress.total === 0 ? (
                  t('progress.none')
                ) : (
                  <Link path={`${measurePaths.list}?feld=${id}`}>
                    {t('progress.words', {
                      reached: progress.reached,
                      total: progress.total,
                      running: progress.running,
                    })}
                  </Link>
                )}
              </span>
            </li>
          )
        })}
      </ol>
    </>
  )
}
