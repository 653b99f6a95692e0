import type { DemoMunicipality } from './format.ts'
import { musterkreis } from './musterkreis/index.ts'

/** The invented one first: it is the one to try things on. */
export const demoMunicipalities: readonly DemoMunicipality[] = [musterkreis]
