import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import type { Decision, FormerTitle, ParentStrategy, PlanVersion, VersionInList } from '../model/version.ts'

/** The version that is read, with its plan: two statements, three in foreign languages. */
export async function getVersion(db: Database, { planVersionId, language }: Reading): Promise<PlanVersion> {
  const row = await db
    .selectFrom('planVersion as v')
    .innerJoin('plan as p', (join) =>
      join.onRef('p.municipalityId', '=', 'v.municipalityId').onRef('p.id', '=', 'v.planId'),
    )
    .leftJoin('file as f', (join) =>
      join.onRef('f.municipalityId', '=', 'v.municipalityId').onRef('f.id', '=', 'v.funderLogoFileId'),
    )
    .where('v.id', '=', planVersionId)
    .selectAll('v')
    .select(['p.formerTitles', 'p.parentStrategy', 'f.alt as logoAlt'])
    .executeTakeFirstOrThrow()
  const words = await loadTranslations(db, language, [{ kind: 'plan-version', ids: [row.id] }])
  const optional = (field: 'lead' | 'understanding' | 'mainGoal') =>
    words.optional('plan-version', row.id, field, row[field])
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    title: words.text('plan-version', row.id, 'title', row.title),
    label: row.label,
    state: row.state,
    periodFrom: row.periodFrom,
    periodTo: row.periodTo,
    decision: row.decision as Decision | null,
    isPublished: row.publishedAt !== null,
    lead: optional('lead'),
    understanding: optional('understanding'),
    understandingSource: row.understandingSource,
    mainGoal: optional('mainGoal'),
    carriers: row.carriers,
    formerTitles: row.formerTitles as unknown as FormerTitle[],
    parentStrategy: row.parentStrategy as ParentStrategy | null,
    funder: row.funder,
    fundingProgramme: row.fundingProgramme,
    funderLogo:
      row.funderLogoFileId === null
        ? null
        : { fileId: row.funderLogoFileId, alt: row.logoAlt ?? '', rights: row.funderLogoRights },
  }
}

/** All versions that this reader may see, newest first: one statement, two in foreign languages. */
export async function listVersions(
  db: Database,
  { sees, language }: Pick<Reading, 'sees' | 'language'>,
): Promise<VersionInList[]> {
  const rows = await db
    .selectFrom('planVersion')
    .$if(!sees.drafts, (query) => query.where('publishedAt', 'is not', null))
    .select(['id', 'number', 'title', 'label', 'state', 'periodFrom', 'periodTo', 'decision', 'publishedAt'])
    .orderBy('number', 'desc')
    .execute()
  const words = await loadTranslations(db, language, [{ kind: 'plan-version', ids: rows.map(({ id }) => id) }])
  return rows.map(({ id, title, decision, publishedAt, ...row }) => ({
    ...row,
    title: words.text('plan-version', id, 'title', title),
    decision: decision as Decision | null,
    isPublished: publishedAt !== null,
  }))
}

/** The picture of the funder, if a version that this reader may see shows it. */
export const findFunderLogo = (db: Database, { sees }: Pick<Reading, 'sees'>, fileId: number) =>
  db
    .selectFrom('file as f')
    .where('f.id', '=', fileId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('planVersion as v')
          .whereRef('v.funderLogoFileId', '=', 'f.id')
          .$if(!sees.drafts, (query) => query.where('v.publishedAt', 'is not', null))
          .select('v.id'),
      ),
    )
    .select(['f.sha256', 'f.mediaType'])
    .executeTakeFirst()
