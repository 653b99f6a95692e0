import type { Database } from '#platform/db/database.ts'
import type { Typed } from '#platform/http/form.ts'
import { formatFlexDate, type FlexDate } from '#values/flex-date.ts'
import { findPart } from '../commands/parts.ts'
import type { PartKind } from '../model/parts.ts'
import { formerTitleText, type Decision, type FormerTitle, type ParentStrategy } from '../model/version.ts'

const date = (value: FlexDate | null) => (value ? formatFlexDate(value, 'de') : '')
const lines = (items: readonly string[]) => items.join('\n')

/** The stored version as its forms show it. */
export async function getTypedVersion(db: Database, planVersionId: number) {
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
  const decision = (row.decision ?? {}) as Decision
  const strategy = row.parentStrategy as ParentStrategy | null
  const text: Typed = {
    title: row.title,
    label: row.label,
    state: row.state,
    periodFrom: date(row.periodFrom),
    periodTo: date(row.periodTo),
    lead: row.lead ?? '',
    understanding: row.understanding ?? '',
    understandingSource: row.understandingSource ?? '',
    mainGoal: row.mainGoal ?? '',
    carriers: lines(row.carriers),
    formerTitles: lines(
      (row.formerTitles as unknown as FormerTitle[]).map((former) => formerTitleText(former, date(former.until))),
    ),
    strategyTitle: strategy?.title ?? '',
    strategyUrl: strategy?.url ?? '',
    strategyItems: lines(strategy?.items ?? []),
    decisionBody: decision.body ?? '',
    decisionDate: decision.date ?? '',
    decisionPaper: decision.paper ?? '',
    decisionText: decision.text ?? '',
  }
  const funder: Typed = {
    funder: row.funder ?? '',
    fundingProgramme: row.fundingProgramme ?? '',
    logoAlt: row.logoAlt ?? '',
    logoRights: row.funderLogoRights ?? '',
  }
  const logo = row.funderLogoFileId === null ? null : { fileId: row.funderLogoFileId, alt: row.logoAlt ?? '' }
  return { version: row.version, isPublished: row.publishedAt !== null, text, funder, logo }
}

/** The fields of a version by number and name, drafts too: what a chapter can stand after. */
export async function listFieldOptions(db: Database, planVersionId: number) {
  const fields = await db
    .selectFrom('actionField')
    .where('planVersionId', '=', planVersionId)
    .select(['id', 'code', 'title'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  return fields.map(({ id, code, title }) => ({ value: String(id), label: `${code} ${title}` }))
}

/** A stored chapter, phase or event as its form shows it. `undefined`: there is none. */
export async function findTypedPart(db: Database, planVersionId: number, kind: PartKind, partId: number) {
  const row = await findPart(db, { planVersionId }, kind, partId)
  if (!row) return undefined
  const text = (name: string) => (row[name] as string | null | undefined) ?? ''
  const id = (name: string) => String((row[name] as number | null | undefined) ?? '')
  const flex = (name: string) => date((row[name] as FlexDate | null | undefined) ?? null)
  const values: Record<PartKind, () => Typed> = {
    chapter: () => ({ title: row.title, place: text('place'), afterFieldId: id('afterFieldId'), text: text('text') }),
    phase: () => ({
      title: row.title,
      periodFrom: flex('periodFrom'),
      periodTo: flex('periodTo'),
      state: text('state'),
      outcome: text('outcome'),
    }),
    event: () => ({
      title: row.title,
      date: flex('date'),
      text: text('text'),
      isTentative: row['isTentative'] ? 'on' : '',
    }),
  }
  return { version: row.version, isPublished: row.publishedAt !== null, values: values[kind]() }
}
