/** The doorway: what other domains may use. */
export { createNamedActors } from './commands/create-named.ts'
