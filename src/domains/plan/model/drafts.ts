import * as v from 'valibot'
import { requiredText } from '#platform/forms/fields.ts'

/** A thing as the boxes of the list name it: `measure-12`. */
export interface ThingName {
  kind: string
  id: number
}

export function parseThingName(text: string): ThingName | undefined {
  const [, kind, id] = /^([a-z]+(?:-[a-z]+)*)-(\d{1,15})$/.exec(text) ?? []
  return kind && id ? { kind, id: Number(id) } : undefined
}
export const thingName = ({ kind, id }: ThingName): string => `${kind}-${id}`

/** The ticked boxes of a post, without doubles and without what is no thing. */
export const chosenThings = (value: string | string[] | undefined): ThingName[] =>
  [...new Set([value ?? []].flat())].flatMap((text) => parseThingName(text) ?? [])

export const returnForm = v.object({ comment: requiredText('missing.comment', 1000) })

/** What could not be published, as it travels in the address: `need-12~source~goal,measure-5~lead`. */
export const incompleteText = (found: readonly (ThingName & { missing: readonly string[] })[]): string =>
  found
    .slice(0, 30)
    .map(({ missing, ...thing }) => [thingName(thing), ...missing].join('~'))
    .join(',')

/** The same read back; whatever it does not understand is left out. */
export function parseIncomplete(text: string | undefined): Map<string, string[]> {
  const entries = (text ?? '').slice(0, 4000).split(',')
  return new Map(
    entries.flatMap((entry): [string, string[]][] => {
      const [name = '', ...missing] = entry.split('~')
      return parseThingName(name) ? [[name, missing.filter((key) => /^[a-zA-Z.]{1,40}$/.test(key))]] : []
    }),
  )
}
