import { doneSteps, listChangedFields, stepKeys } from '#domains/municipality/index.ts'
import type { Ctx } from '#platform/http/app.ts'
import { mayEver } from '#platform/http/person.ts'
import { findReadingOf, type Reading } from '#platform/http/reading.ts'
import type { BeginRights } from '../pages/begin.tsx'
import { InPreparationPage } from '../pages/in-preparation.tsx'
import { countGroundwork, findBeginning } from '../queries/groundwork.ts'

/** What this person may do with a plan that is only beginning, and what has been done. Two statements, for who works on it. */
export async function beginRightsOf(c: Ctx, version: Pick<Reading, 'planVersionId'> | undefined): Promise<BeginRights> {
  const { db, person, municipality } = c.var
  const may = {
    edit: mayEver(person, 'plan:edit'),
    import: mayEver(person, 'import:run') && version !== undefined,
    open: mayEver(person, 'plan:open') && !municipality.isOpen,
    setUp: mayEver(person, 'municipality:edit'),
    start: version === undefined,
  }
  const nothing = { isDescribed: false, hasMeasures: false, isSetUp: false }
  if (!may.edit) return { ...may, done: nothing }
  const isSetUp = doneSteps(municipality, await listChangedFields(db, municipality.id)).size === stepKeys.length
  return { ...may, done: { ...nothing, ...(version && (await findBeginning(db, version.planVersionId))), isSetUp } }
}

/** Whom to ask: what the municipality tells about itself. */
export function contactOf({ var: { municipality } }: Ctx) {
  const { office, phone, email } = municipality.address as Record<string, string | undefined>
  return { name: municipality.name, office, phone, email }
}

/** The answer of every page of a plan that this reader cannot see yet. */
export async function answerPlanInPreparation(c: Ctx): Promise<Response> {
  const { db, person } = c.var
  const version = await findReadingOf(c)
  return c.render(
    <InPreparationPage
      municipality={contactOf(c)}
      there={await countGroundwork(db)}
      may={await beginRightsOf(c, version)}
      isSignedIn={person !== undefined}
    />,
  )
}
