import type { TextLanguage } from './language.ts'
export interface LocalText {
  text: string
  language: TextLanguage
  isFallback: boolean
  isStale: boolean
  isMachineMade: boolean
}
export function hashOf(text: string): string {
  let h = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) h = BigInt.asUintN(64, (h ^ BigInt(byte)) * 0x100000001b3n)
  return h.toString(16).padStart(16, '0')
}
