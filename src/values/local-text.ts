import type { TextLanguage } from './language.ts'

/** A text in the reader's language, or in German where there is none. */
export interface LocalText {
  text: string
  language: TextLanguage
  isFallback: boolean
  /** The German text was changed after this version was written. */
  isStale: boolean
  /** Made by a machine and not confirmed by a person. */
  isMachineMade: boolean
}

/**
 * A short mark of a text, 64 bits as hexadecimal, to see whether it changed (two FNV-1a of 32 bits, not for secrets).
 * Lists ask it for every text, so it avoids big integers.
 */
export function hashOf(text: string): string {
  let one = 0x811c9dc5
  let two = 0x01000193
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    two = Math.imul(two ^ ((code << 5) | (code >>> 11)), 0x85ebca6b)
  }
  return [one, two].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
