import { hashOf } from '#values/local-text.ts'
import type { TranslatedThing } from './one.ts'
import { isUnchecked, tidy, type StoredVersion, type TargetLanguage } from './texts.ts'

/** One text as it came from the form. */
export interface TypedText {
  field: string
  language: TargetLanguage
  text: string
  /** "A machine made this, nobody has checked it" is ticked. */
  isUnchecked: boolean
  /** The button beside this text was pressed: it fits the German as it is now. */
  isConfirmed: boolean
  /** What stood there when the form was made. */
  mark: string
  /** Hash of the German that stood beside it. */
  source: string
}

/** What a save does to one text. */
export type Outcome =
  | { act: 'keep' | 'remove' | 'lost' }
  | { act: 'write'; text: string; sourceHash: string; isMachineMade: boolean; isConfirmed: boolean }

/** Says what somebody saw before changing it: text, tick and time. Empty: there was nothing. */
export const markOf = (version: StoredVersion | undefined): string =>
  version
    ? [version.updatedAt.getTime(), isUnchecked(version) ? 'unchecked' : 'checked', hashOf(tidy(version.text))].join(
        '.',
      )
    : ''

function isUntouched({ mark, text, isUnchecked: ticked, isConfirmed }: TypedText): boolean {
  if (isConfirmed) return false
  const [, seen, hash] = mark.split('.')
  return mark === '' ? text === '' : hash === hashOf(text) && (seen === 'unchecked') === ticked
}

/**
 * What becomes of one text. What nobody touched is left alone, whatever others did to it meanwhile; what somebody else
 * changed is never overwritten. A new text belongs to the German that stood beside it; a tick alone does not make an
 * outdated text new.
 */
export function outcomeOf(typed: TypedText, stored: StoredVersion | undefined): Outcome {
  if (isUntouched(typed)) return { act: 'keep' }
  const isSame = stored !== undefined && tidy(stored.text) === typed.text
  if (markOf(stored) !== typed.mark) return { act: isSame && !typed.isConfirmed ? 'keep' : 'lost' }
  if (typed.text === '') return { act: stored ? 'remove' : 'keep' }
  const isChecked = typed.isConfirmed || !typed.isUnchecked
  return {
    act: 'write',
    text: typed.text,
    sourceHash: isSame && !typed.isConfirmed ? stored.sourceHash : typed.source,
    // A text that a person wrote anew is theirs, even where a machine began it.
    isMachineMade: isChecked ? isSame && stored.isMachineMade : true,
    isConfirmed: isChecked,
  }
}

/** The outcome for each typed text. A text whose German has gone meanwhile is lost, unless nobody touched it. */
export const outcomesOf = (thing: TranslatedThing, typed: readonly TypedText[]) =>
  typed.map((one) => {
    const text = thing.texts.find(({ field }) => field === one.field)
    const stored = text?.versions.get(one.language)
    return { typed: one, stored, outcome: text || isUntouched(one) ? outcomeOf(one, stored) : { act: 'lost' as const } }
  })
