import { boeblingen } from './boeblingen/index.ts'
import type { DemoMunicipality } from './format.ts'
import { germersheim } from './germersheim/index.ts'
import { loerrach } from './loerrach/index.ts'
import { musterkreis } from './musterkreis/index.ts'
import { wetzlar } from './wetzlar/index.ts'

/** The invented one first: it is the one to try things on. The others are made from public documents. */
export const demoMunicipalities: readonly DemoMunicipality[] = [musterkreis, loerrach, germersheim, boeblingen, wetzlar]
