import * as v from 'valibot'
import {
  chosen,
  lockVersion,
  longText,
  optionalDate,
  optionalId,
  optionalText,
  optionalWhole,
  requiredText,
} from '#platform/forms/fields.ts'
import { areaLevels } from './area.ts'
import { keyOf } from './collection.ts'
import { readGeometry, type AreaGeometry } from './geometry.ts'

const edition = v.pipe(
  optionalText(60),
  v.transform((text) => text ?? ''),
)

/** Boundaries as they are pasted: GeoJSON of one area, or of a feature with it. */
const geometry = v.pipe(
  longText(2_000_000),
  v.rawTransform<string | null, AreaGeometry | null>(({ dataset, addIssue, NEVER }) => {
    if (dataset.value === null) return null
    const raw = jsonOf(dataset.value) as { geometry?: unknown } | undefined
    const read = readGeometry(raw?.geometry ?? raw)
    if (read.ok) return read.geometry
    addIssue({ message: raw === undefined ? 'notJson' : `flaw.${read.flaw.key}` })
    return NEVER
  }),
)

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const areaForm = v.pipe(
  v.object({
    level: chosen(areaLevels, 'missing.level'),
    name: requiredText('missing.name', 200),
    areaKey: optionalText(40),
    edition,
    population: optionalWhole(0, 100_000_000),
    parentId: optionalId,
    validFrom: optionalDate,
    validTo: optionalDate,
    geometry,
  }),
  v.forward(
    v.partialCheck(
      [['level'], ['areaKey']],
      ({ level, areaKey }) => areaKey === null || keyOf(areaKey, level) !== undefined,
      'wrongKeyTyped',
    ),
    ['areaKey'],
  ),
  v.forward(
    v.partialCheck(
      [['validFrom'], ['validTo']],
      ({ validFrom, validTo }) => validFrom === null || validTo === null || validTo >= validFrom,
      'endBeforeStart',
    ),
    ['validTo'],
  ),
  v.transform((form) => ({ ...form, areaKey: form.areaKey && (keyOf(form.areaKey, form.level) ?? null) })),
)
export type AreaForm = v.InferOutput<typeof areaForm>

export const importForm = v.object({
  level: chosen(areaLevels, 'missing.level'),
  edition,
  validFrom: optionalDate,
  names: longText(500_000),
})

/** The version that a form was made from. */
export const lockForm = v.object({ version: lockVersion })
