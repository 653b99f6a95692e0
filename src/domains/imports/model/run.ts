/** How far a file is on its way into the plan. */
export type RunState = 'OPEN' | 'QUEUED' | 'RUNNING' | 'DONE' | 'REFUSED'

/** What somebody can go on with: a refused import is put right and tried again. */
export const openStates: readonly RunState[] = ['OPEN', 'REFUSED']
