import { createApp } from '#app/app.ts'
import { newPlanItem } from '#platform/things/lifecycle.ts'
import type { Office } from '#tests/office.ts'
import { importAreas } from './commands/import.ts'
import type { Position } from './model/geometry.ts'

export const german = { 'accept-language': 'de' }
export const acting = ({ municipalityId, planVersionId, accountId }: Office) => ({
  municipalityId,
  planVersionId,
  accountId: accountId || null,
})
export const square = (x: number): Position[] => [
  [x, 48],
  [x + 1, 48],
  [x + 1, 49],
  [x, 49],
  [x, 48],
]
export const feature = (properties: Record<string, unknown>, x = 8) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [square(x)] },
})
export const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
export const twoAreas = collection(
  feature({ AGS: '08336014', GEN: 'Ahlbronn', EWZ: 15318 }),
  feature({ AGS: '08336019', GEN: 'Bachweiler' }, 9),
)

export const importTwo = (office: Office, options = {}) =>
  importAreas(office.db, acting(office), twoAreas, { level: 'MUNICIPALITY', ...options })

export async function areaIds(office: Office) {
  const rows = await office.db.selectFrom('area').select(['id', 'name']).orderBy('id').execute()
  return new Map(rows.map(({ id, name }) => [name, id]))
}

export async function measureIn(office: Office, number: string, areaIds: number[], isPublic = true) {
  const { db, municipalityId, planVersionId } = office
  const id = await newPlanItem(db, acting(office), 'measure')
  const publishedAt = isPublic ? new Date() : null
  await db
    .insertInto('measure')
    .values({ municipalityId, planVersionId, id, number, title: `Maßnahme ${number}`, publishedAt })
    .execute()
  for (const areaId of areaIds)
    await db.insertInto('measureArea').values({ municipalityId, planVersionId, measureId: id, areaId }).execute()
  return id
}

/** Sends a file with the import form, as a browser does. */
export async function upload(office: Office, content: string, fields: Record<string, string> = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries({ level: 'MUNICIPALITY', ...fields })) body.append(name, value)
  if (content) body.append('file', new File([content], 'gebiete.geojson'))
  const app = createApp(office.services)
  const response = await app.request(`/${office.slug}/gebiete/einlesen`, { method: 'POST', body, headers: german })
  return {
    status: response.status,
    text: await response.text(),
    notice: decodeURIComponent(response.headers.get('set-cookie') ?? ''),
  }
}
