/** The doorway: what other domains may use. */
export { createNamedParts, type NamedPart } from './commands/create-named.ts'
