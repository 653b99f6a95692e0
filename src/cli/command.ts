import type { ParseArgsConfig } from 'node:util'

/** What a command of the terminal is given, and how it speaks. */
export interface Call {
  /** Words after the name of the command. */
  words: string[]
  options: Readonly<Record<string, string | boolean | undefined>>
  env: Readonly<Record<string, string | undefined>>
  /** Progress, for people: goes to stderr. */
  say: (line: string) => void
}

/** What came of it: a sentence or several for people, and the same as data for `--json`. */
export interface Outcome {
  text: string
  data: unknown
  /** Refused with reasons: exit code 1. */
  isRefused?: boolean
}

export interface Command {
  /** As it is called: `municipality create SLUG NAME`. */
  usage: string
  summary: string
  options?: NonNullable<ParseArgsConfig['options']>
  /** Number of words it needs, and how many more it may have. */
  words: { min: number; max: number }
  run: (call: Call) => Promise<Outcome>
}

/** Refused with reasons that the person can act on: exit code 1 and no stack. */
export class CommandError extends Error {}
