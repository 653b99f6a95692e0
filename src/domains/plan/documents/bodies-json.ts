import type { OpenData } from '../queries/open-data.ts'
import { flexDateJson, type Shaping } from './plan-json.ts'

/** Bodies with tasks and seats. A person's name stands only where that person agreed; drafts are not referred to. */
export function bodiesJson({ bodies, tasks, seats, relations }: OpenData, { translated }: Shaping) {
  const known = new Set(bodies.map(({ id }) => id))
  const ifKnown = (id: number | null) => (id !== null && known.has(id) ? id : null)
  return bodies.map((body) => ({
    id: body.id,
    name: body.name,
    shortName: body.shortName,
    type: body.type,
    purpose: body.purpose,
    legalBasis: body.legalBasis,
    meets: body.meets,
    targetSize: body.targetSize,
    since: flexDateJson(body.since),
    parentId: ifKnown(body.parentId),
    isMemberListOpen: body.isMemberListOpen,
    tasks: tasks.filter(({ bodyId }) => bodyId === body.id).map(({ text, mode }) => ({ text, mode })),
    seats: seats
      .filter(({ bodyId }) => bodyId === body.id)
      .map((seat) => ({
        kind: seat.kind,
        label: seat.kind === 'PERSON' && !seat.personIsPublic ? null : seat.label,
        count: seat.count,
        role: seat.role,
        hasVote: seat.hasVote,
        delegateBodyId: ifKnown(seat.delegateBodyId),
        ...(seat.personIsPublic && seat.personName && { personName: seat.personName }),
      })),
    relations: relations
      .filter(({ bodyId, otherId }) => bodyId === body.id && known.has(otherId))
      .map(({ kind, otherId }) => ({ kind, bodyId: otherId })),
    ...translated('body', body.id, { purpose: body.purpose }),
  }))
}
