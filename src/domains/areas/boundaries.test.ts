import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { root } from '#platform/root.ts'
import { parseAreaKey } from '#values/area-key.ts'
import { classOf, valueClasses } from '#ui/map/classes.ts'
import { drawShapes } from '#ui/map/shapes.ts'
import { keyOf, readAreas, readNames } from './model/collection.ts'
import { pointsOf, readGeometry } from './model/geometry.ts'

const square = (x = 8, y = 48, size = 1): [number, number][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings })

test('keys of areas are read with their leading zeros, also where a spreadsheet ate them', () => {
  for (const [text, key] of [
    ['08336014', '08336014'],
    ['083360014014', '08336014'],
    ['08 336 0014 014', '08336014'],
    ['8336014', '08336014'],
    ['83360014014', '08336014'],
    ['08336', '08336'],
    ['8336', '08336'],
    ['11', '11000'],
    ['02', '02000'],
    ['17336014', undefined],
    ['00336014', undefined],
    ['123', undefined],
    ['08336A14', undefined],
    ['', undefined],
    ['0833601412345', undefined],
  ] as const)
    assert.equal(parseAreaKey(text)?.key, key, text)
  assert.equal(parseAreaKey('8336014')?.hadLostZero, true)
})

test('a key must fit its level; social spaces have keys of their own', () => {
  assert.equal(keyOf('08336', 'COUNTY'), '08336')
  assert.equal(keyOf('08336', 'MUNICIPALITY'), undefined)
  assert.equal(keyOf('08336014', 'COUNTY'), undefined)
  assert.equal(keyOf('Q-12', 'SOCIAL_SPACE'), 'Q-12')
})

test('broken boundaries are told apart, each with its reason', () => {
  for (const [geometry, key] of [
    [polygon(square()), undefined],
    [polygon(square(), square(8.2, 48.2, 0.2)), undefined],
    [{ type: 'MultiPolygon', coordinates: [[square()], [square(10)]] }, undefined],
    [null, 'noGeometry'],
    [{ type: 'Point', coordinates: [8, 48] }, 'wrongType'],
    [{ type: 'GeometryCollection', geometries: [] }, 'wrongType'],
    [polygon(), 'noRings'],
    [{ type: 'MultiPolygon', coordinates: [] }, 'noRings'],
    [polygon('x'), 'noRings'],
    [
      polygon([
        [8, 48],
        [9, 48],
        [8, 48],
      ]),
      'tooFewPoints',
    ],
    [polygon(square().slice(0, 4)), 'notClosed'],
    [
      polygon([
        [8, 48],
        [9, 48],
        [9, null],
        [8, 48],
      ]),
      'notNumbers',
    ],
    [
      polygon([
        [8, 48],
        ['9', 48],
        [9, 49],
        [8, 48],
      ]),
      'notNumbers',
    ],
    [polygon(square(3_513_000, 5_400_000)), 'metres'],
    [polygon(square(200)), 'outOfRange'],
    [
      polygon([
        [8, 48],
        [9, 49],
        [10, 50],
        [8, 48],
      ]),
      'noSize',
    ],
    [
      polygon([
        [8, 48],
        [9, 49],
        [9, 48],
        [8, 50],
        [8, 48],
      ]),
      'crossesItself',
    ],
  ] as const) {
    const read = readGeometry(geometry)
    assert.equal(read.ok ? undefined : read.flaw.key, key, JSON.stringify(geometry))
  }
})

test('heights are left out, and nothing else of boundaries is changed', () => {
  const read = readGeometry(polygon(square().map((point) => [...point, 340])))
  assert.ok(read.ok)
  assert.deepEqual(read.geometry, polygon(square()))
  assert.equal(pointsOf(read.geometry), 5)
})

const feature = (properties: Record<string, unknown>, geometry: unknown = polygon(square())) => ({
  type: 'Feature',
  properties,
  geometry,
})
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })

test('every area that does not fit is named with its reason; names and keys twice are refused', () => {
  const { areas, problems } = readAreas(
    collection(
      feature({ AGS: '08336014', GEN: 'Efringen' }),
      feature({ AGS: '08336019' }, { type: 'Point', coordinates: [1, 2] }),
      feature({ AGS: '0833', name: 'Kurz' }),
      feature({ AGS: '08336020', ARS: '083360014014' }),
      feature({ AGS: 8336014, name: 'Noch einmal' }),
      feature({ name: 'Ohne Schlüssel' }),
      feature({}),
    ),
    { level: 'MUNICIPALITY' },
  )
  assert.deepEqual(
    problems.map(({ row, label, key }) => [row, label, key]),
    [
      [2, '08336019', 'wrongType'],
      [3, 'Kurz', 'wrongKey'],
      [4, '08336020', 'keysDiffer'],
      [5, 'Noch einmal', 'double'],
      [7, '', 'noName'],
    ],
  )
  assert.deepEqual(
    areas.map(({ key, name }) => [key, name]),
    [
      ['08336014', 'Efringen'],
      ['08336014', 'Noch einmal'],
      [null, 'Ohne Schlüssel'],
    ],
  )
})

test('a file that is no collection of areas is refused as a whole', () => {
  const refusal = (raw: unknown) => readAreas(raw, { level: 'MUNICIPALITY' }).problems[0]?.key
  assert.equal(refusal('text'), 'notGeoJson')
  assert.equal(refusal(feature({})), 'notGeoJson')
  assert.equal(refusal(collection()), 'noFeatures')
  assert.equal(refusal({ ...collection(feature({})), crs: { properties: { name: 'EPSG:25832' } } }), 'wrongSystem')
  assert.equal(refusal(collection(...Array.from({ length: 5001 }, () => feature({})))), 'tooMany')
})

test('names are read as somebody pastes them', () => {
  assert.deepEqual(
    [
      ...readNames(
        '08336050;Lörrach\n8336091\tWeil am Rhein\n"08336103","Zell im Wiesental"\n\nQ-1;Nord\nohne Namen\n08336087 Todtnau',
      ),
    ],
    [
      ['08336050', 'Lörrach'],
      ['08336091', 'Weil am Rhein'],
      ['08336103', 'Zell im Wiesental'],
      ['Q-1', 'Nord'],
      ['08336087', 'Todtnau'],
    ],
  )
})

test('property: each value lies in exactly one class, and equal values are never parted', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 60 }), (values) => {
      const classes = valueClasses(values)
      const isOrdered = classes.every(({ from, to }, index) => from <= to && (classes[index - 1]?.to ?? -1) < from)
      return (
        isOrdered &&
        classes.length <= 5 &&
        values.every((value) => classOf(value, classes) !== null) &&
        (!values.includes(0) || (classes[0]?.from === 0 && classes[0].to === 0))
      )
    }),
  )
})

test('neighbours keep their common border in the drawing', () => {
  const drawing = drawShapes([
    { type: 'Polygon', coordinates: [square(8)] },
    null,
    { type: 'Polygon', coordinates: [square(9)] },
  ])
  assert.equal(drawing?.shapes[1], null)
  const corners = drawing?.shapes.map((shape) =>
    /^M(\d+) (\d+)l(-?\d+)/
      .exec(shape?.path ?? '')
      ?.slice(1, 4)
      .map(Number),
  )
  const [left, , right] = corners ?? []
  assert.equal((left?.[0] ?? 0) + (left?.[2] ?? 0), right?.[0], 'the east of one is the west of the other')
})

const shared = join(root, '../shared/data/boundaries')
const skip = existsSync(shared) ? false : 'the real boundaries are not on this machine (../shared/data/boundaries)'

test('real boundaries are read whole and drawn small', { skip }, () => {
  for (const [file, level, areas, problems] of [
    ['vg250_gemeinden_08336_loerrach', 'MUNICIPALITY', 35, []],
    ['vg250_gemeinden_08115_boeblingen', 'MUNICIPALITY', 26, []],
    ['berlin_lor_forecast_areas_from_2021', 'SOCIAL_SPACE', 58, []],
    ['berlin_lor_planning_areas_until_2020', 'SOCIAL_SPACE', 448, ['double']],
    ['muenster_stadtbezirke', 'SOCIAL_SPACE', 6, []],
    ['vg250_kreise_dissolved', 'COUNTY', 397, ['crossesItself', 'crossesItself', 'crossesItself']],
  ] as const) {
    const raw = JSON.parse(readFileSync(join(shared, `${file}.geojson`), 'utf8')) as unknown
    const read = readAreas(raw, { level })
    assert.equal(read.areas.length, areas, file)
    assert.deepEqual(
      read.problems.map(({ key }) => key),
      problems,
      file,
    )
    const drawing = drawShapes(read.areas.map(({ geometry }) => geometry))
    const weight = drawing?.shapes.reduce((sum, shape) => sum + (shape?.path.length ?? 0), 0) ?? 0
    assert.ok(weight > 1000 && weight < 40_000, `${file}: ${weight} characters`)
  }
})
