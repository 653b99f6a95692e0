/** The doorway: what other domains may use. */
export { publishBody } from './commands/publish.ts'
export { createBody, saveBody } from './commands/save.ts'
export { bodyTypes, relationKinds, seatKinds, seatRoles, taskModes, type BodyType } from './model/body.ts'
export type { BodyContent } from './model/form.ts'
export { bodiesApi } from './documents/api.ts'
export { routes } from './routes/index.ts'
