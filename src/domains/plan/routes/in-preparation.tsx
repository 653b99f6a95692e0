import type { Ctx } from '#platform/http/app.ts'
import { mayEver } from '#platform/http/person.ts'
import { findReadingOf } from '#platform/http/reading.ts'
import type { BeginRights } from '../pages/begin.tsx'
import { InPreparationPage } from '../pages/in-preparation.tsx'
import { countGroundwork } from '../queries/groundwork.ts'

/** What this person may do with a plan that is only beginning. */
export function beginRightsOf(c: Ctx, hasVersion: boolean): BeginRights {
  const { person, municipality } = c.var
  return {
    edit: mayEver(person, 'plan:edit'),
    import: mayEver(person, 'import:run') && hasVersion,
    open: mayEver(person, 'plan:open') && !municipality.isOpen,
    start: !hasVersion,
  }
}

/** Whom to ask: what the municipality tells about itself. */
export function contactOf({ var: { municipality } }: Ctx) {
  const { office, phone, email } = municipality.address as Record<string, string | undefined>
  return { name: municipality.name, office, phone, email }
}

/** The answer of every page of a plan that this reader cannot see yet. */
export async function answerPlanInPreparation(c: Ctx): Promise<Response> {
  const { db, person } = c.var
  const hasVersion = (await findReadingOf(c)) !== undefined
  return c.render(
    <InPreparationPage
      municipality={contactOf(c)}
      there={await countGroundwork(db)}
      may={beginRightsOf(c, hasVersion)}
      isSignedIn={person !== undefined}
    />,
  )
}
