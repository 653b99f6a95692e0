import { actorKind, areaKind, productKind, unitKind } from './house-kinds.ts'
import type { ImportKind } from './kind.ts'
import { measureKind } from './measures.ts'
import { goalKind, needKind } from './plan-kinds.ts'

/** Every kind that can be read in, in the order in which it is offered. */
export const importKinds: Readonly<Record<string, ImportKind>> = Object.fromEntries(
  [measureKind, needKind, goalKind, actorKind, unitKind, productKind, areaKind].map((kind) => [kind.what, kind]),
)
