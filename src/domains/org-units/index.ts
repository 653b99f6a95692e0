/** The doorway: what other domains may use. */
export { createNamedUnits } from './commands/create-named.ts'
