import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { checkForm, problemText, readTyped, type Typed } from '#platform/http/form.ts'
import { mayEver } from '#platform/http/person.ts'
import { Forbidden, LostRace } from '#platform/http/problems.ts'
import { actingOf, idOf } from '#platform/things/acting.ts'
import { formatEuroExact } from '#values/money.ts'
import { readResources, saveResources } from '../commands/resources.ts'
import { editMeasureForm } from '../model/form.ts'
import { parseResources, resourceCells, rowsIn, type ResourceRow } from '../model/resources.ts'
import { MoneyFormPage } from '../pages/money-form.tsx'
import type { Difference } from '#platform/things/race.tsx'
import { paths } from '../paths.ts'
import { address, editable, say } from './acts.ts'

export const moneyRoutes = domain()

const spareRows = 2

moneyRoutes.get(`${address}/mittel`, authorize('measure:edit'), async (c) => {
  const stored = await editableMoney(c)
  return moneyPage(c, stored, typedRows(stored.rows), stored.rows.length + spareRows)
})

moneyRoutes.post(`${address}/mittel`, authorize('measure:edit'), async (c) => {
  const stored = await editableMoney(c)
  const values = await readTyped(c)
  if (values['more']) return moneyPage(c, stored, values, rowsIn(values) + spareRows)
  const lock = checkForm(values, editMeasureForm, say(c))
  const { rows, problems } = parseResources(values)
  if (!lock.ok || problems.length > 0) {
    const errors = Object.fromEntries(
      problems.map(({ name, message, requirement }) => [
        name,
        problemText(say(c), message, { requirement, length: String(values[name] ?? '').length }),
      ]),
    )
    return moneyPage(c, stored, values, rowsIn(values), { errors: { ...errors, ...(lock.ok ? {} : lock.errors) } })
  }
  try {
    await saveResources(c.var.db, await actingOf(c), idOf(c), lock.value.version, rows)
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    const race = [{ label: say(c)('money.title'), theirs: rowsShown(stored.rows), yours: rowsShown(rows) }]
    return moneyPage(c, stored, { ...values, version: String(stored.row.version) }, rowsIn(values), { race })
  }
  return redirectTo(c, paths.one(idOf(c)), say(c)('notice.saved'))
})

/** Whoever may not see the money of the plan may not write it either. */
async function editableMoney(c: Ctx) {
  const stored = await editable(c)
  if (!mayEver(c.var.person, 'money:see')) throw new Forbidden('money:see')
  return { ...stored, rows: await readResources(c.var.db, stored.row.planVersionId, stored.row.id) }
}
type Stored = Awaited<ReturnType<typeof editableMoney>>

function moneyPage(
  c: Ctx,
  { row }: Stored,
  values: Typed,
  rows: number,
  { errors = {}, race }: { errors?: Record<string, string>; race?: Difference[] } = {},
) {
  const version = Number(values['version']) || row.version
  const page = (
    <MoneyFormPage
      measure={row}
      version={version}
      rows={rows}
      values={values}
      errors={errors}
      {...(race && { race })}
    />
  )
  return c.render(page, race ? 409 : Object.keys(errors).length > 0 ? 422 : 200)
}

/** The stored rows as the form shows them: amounts and numbers in German writing. */
const typedRows = (rows: readonly ResourceRow[]): Typed =>
  Object.fromEntries(rows.flatMap((row, at) => resourceCells.map((cell) => [`${cell}-${at}`, typed(row, cell)])))

const money = new Set(['staff', 'material', 'income', 'spent'])
function typed(row: ResourceRow, cell: (typeof resourceCells)[number]): string {
  const value = row[cell]
  if (value === null) return ''
  if (money.has(cell)) return formatEuroExact(Number(value), 'de').replace(/[\s€]+$/, '')
  return typeof value === 'number' ? String(value).replace('.', ',') : value
}

const rowsShown = (rows: readonly ResourceRow[]): string =>
  rows
    .map((row) =>
      resourceCells
        .map((cell) => typed(row, cell))
        .filter(Boolean)
        .join(' · '),
    )
    .join('\n')
