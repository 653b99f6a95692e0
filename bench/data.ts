import { randomUUID } from 'node:crypto'
import { createMeasure, measureForm } from '#domains/measures/index.ts'
import { checkForm } from '#platform/http/form.ts'
import { speechOf, defineTexts } from '#platform/texts/texts.ts'
import { compared, timesPerSecond, type Figure } from './figure.ts'
import type { Place } from './place.ts'

/** One command (create a measure), against the bare statements of the same transaction. */
export async function commands({ services, pool, place }: Place): Promise<Figure[]> {
  const { municipalityId, planVersionId } = place(1)
  const acting = { municipalityId, planVersionId, accountId: randomUUID() }
  const say = defineTexts({ de: {}, en: {}, ar: {} })(speechOf('de'))
  let number = 0
  const command = () =>
    services.connections.run(municipalityId, 'write', ({ db }) => {
      number++
      const typed = {
        number: `90.${Math.floor(number / 100)}.${number % 100}`,
        title: 'Ein neues Angebot',
        state: 'RUNNING',
        course: 'GREEN',
      }
      const form = checkForm(typed, measureForm, say)
      if (!form.ok) throw new Error(`The form of the benchmark is wrong: ${JSON.stringify(form.errors)}`)
      return createMeasure(db, acting, form.value)
    })
  const bare = async () => {
    const client = await pool.connect()
    await client.query(`begin; select set_config('app.municipality', '${municipalityId}', true)`)
    const { rows } = await client.query<{ id: number }>({
      name: 'bench-item',
      text: `insert into plan_item (municipality_id, kind) values ($1, 'measure') returning id`,
      values: [municipalityId],
    })
    const id = rows[0]?.id
    await client.query({
      name: 'bench-measure',
      text: `insert into measure (municipality_id, plan_version_id, id, number, number_order, title, state, course)
        values ($1, $2, $3, $4, $5, 'Ein neues Angebot', 'RUNNING', 'GREEN')`,
      values: [municipalityId, planVersionId, id, `91.${++number}`, [91, number]],
    })
    await client.query({
      name: 'bench-audit',
      text: `insert into audit_entry (municipality_id, account_id, thing_kind, thing_id, act, changes) values ($1, $2, 'measure', $3, 'created', $4)`,
      values: [
        municipalityId,
        acting.accountId,
        id,
        JSON.stringify({ title: { from: null, to: 'Ein neues Angebot' } }),
      ],
    })
    await client.query('commit')
    client.release()
  }
  const figures: Figure[] = []
  for (const writers of [1, 8]) {
    const limit = await timesPerSecond(bare, writers)
    const rate = await timesPerSecond(command, writers)
    figures.push(compared(`create a measure, ${writers} ${writers === 1 ? 'writer' : 'writers'}`, rate, limit, 0.4))
  }
  return figures
}
