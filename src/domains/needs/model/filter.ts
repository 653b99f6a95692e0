import * as v from 'valibot'
import { listEntries, wishedId, wishedWord } from '#platform/forms/filter.ts'
import { chosenStates } from './need.ts'

export const sortKeys = ['folge', 'bedarf', 'prioritaet', 'stand', 'ziele'] as const
export type SortKey = (typeof sortKeys)[number]

/** The filter of the list, as it stands in the address. */
export const needFilter = v.object({
  ...listEntries(sortKeys),
  feld: wishedId,
  zielgruppe: wishedId,
  thema: wishedId,
  stand: wishedWord(chosenStates),
  prioritaet: wishedWord(['1', '2', '3', 'ohne']),
  ohneziel: wishedWord(['1']),
  entwurf: wishedWord(['1']),
})
export type NeedFilter = v.InferOutput<typeof needFilter>

/** The parts of the filter that narrow the list, as chips show them. */
export const narrowing = ['q', 'feld', 'zielgruppe', 'thema', 'stand', 'prioritaet', 'ohneziel', 'entwurf'] as const
