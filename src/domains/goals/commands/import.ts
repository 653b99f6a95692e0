import type { ManyThings } from '#platform/things/many.ts'

const link = (field: string, table: string, other: string) => ({ field, table, own: 'goal_id', other, inPlan: true })

/** What a list of goals can say; `writeMany` writes it. */
export const manyGoals: ManyThings = {
  kind: 'goal',
  columns: {
    text: 'text',
    level: 'text',
    source: 'text',
    action_field_id: 'bigint',
    parent_id: 'bigint',
    evidence: 'text',
  },
  links: [link('needIds', 'goal_need', 'need_id'), link('topicIds', 'goal_topic', 'topic_id')],
  hasPosition: true,
  isPublished: true,
}
