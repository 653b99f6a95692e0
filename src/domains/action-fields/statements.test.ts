import assert from 'node:assert/strict'
import { test } from 'node:test'
import { goalIn, indicatorIn, measureIn } from '#domains/goals/testing.ts'
import { fieldIn, formOf, needIn, source, targetGroupIn, topicIn } from '#domains/needs/testing.ts'
import { openOffice } from '#tests/office.ts'

test('lists and pages take as many statements for 30 rows as for 3', async () => {
  await using office = await openOffice({ role: null })
  const field = await fieldIn(office)
  const group = await targetGroupIn(office)
  const topic = await topicIn(office)
  const seen: Record<string, number>[] = []
  for (const rows of [3, 27]) {
    for (let n = 0; n < rows; n++) {
      const links = { actionFieldId: String(field), targetGroupIds: [String(group)], topicIds: [String(topic)] }
      const need = await needIn(office, formOf({ statement: `Bedarf ${rows}.${n}`, ...links }, [source]))
      const indicator = await indicatorIn(office, `I ${rows}.${n}`)
      const goal = await goalIn(office, {
        ...links,
        text: `Ziel ${n}`,
        needIds: [String(need)],
        indicatorIds: [String(indicator)],
      })
      await measureIn(office, `${rows}.${n}`, [goal], { 2025: 100 })
      await fieldIn(office, `Feld ${rows}.${n}`, `${rows}.${n}`)
      await topicIn(office, `Thema ${rows}.${n}`)
      await targetGroupIn(office, `Gruppe ${rows}.${n}`)
    }
    const counts: Record<string, number> = {}
    for (const path of ['handlungsfelder', 'querschnittsthemen', 'zielgruppen']) {
      await office.get(path)
      counts[path] = office.statements()
    }
    for (const path of [`handlungsfelder/${field}`, `querschnittsthemen/${topic}`, `zielgruppen/${group}`]) {
      await office.get(`${path}?sprache=en`)
      counts[path] = office.statements()
    }
    seen.push(counts)
  }
  assert.deepEqual(seen[0], seen[1])
  for (const [path, count] of Object.entries(seen[1] ?? {}))
    assert.ok(count <= (path.includes('/') ? 10 : 4), `${path}: ${count}`)
})
