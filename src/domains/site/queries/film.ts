import type { Database } from '#platform/db/database.ts'
import type { Film } from '../model/film.ts'

/** The film in sign language, or undefined. RLS leaves at most one row. */
export async function findFilm(db: Database): Promise<Film | undefined> {
  const row = await db
    .selectFrom('signLanguageFilm as film')
    .leftJoin('file', (join) =>
      join.onRef('file.municipalityId', '=', 'film.municipalityId').onRef('file.id', '=', 'film.fileId'),
    )
    .select(['film.link', 'film.transcript', 'film.version', 'file.name', 'file.mediaType', 'file.size', 'file.sha256'])
    .executeTakeFirst()
  if (!row) return undefined
  const { link, transcript, version, name, mediaType, size, sha256 } = row
  const file =
    name === null || mediaType === null || size === null || sha256 === null ? null : { name, mediaType, size, sha256 }
  return { link, transcript, version, file }
}
