import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { problemText, readTyped, type Typed } from '#platform/http/form.ts'
import { LostRace } from '#platform/http/problems.ts'
import { today } from '#platform/clock.ts'
import { actingOf, idOf } from '#platform/things/acting.ts'
import { yearOf } from '#values/local-date.ts'
import { saveYears } from '../commands/years.ts'
import { isOfTheWhole } from '../model/attainment.ts'
import { firstYear, isEmptyRow, lastYear, readYears, type YearRow } from '../model/observation-form.ts'
import { calendarYear, fieldOfFlaw, flawOf, type IndicatorScale } from '../model/observation.ts'
import { differencesShown } from '../pages/differences.ts'
import { YearsFormPage } from '../pages/years-form.tsx'
import { paths } from '../paths.ts'
import { listAllObservations, type StoredObservation } from '../queries/observations.ts'
import { typedObservation } from '../queries/typed.ts'
import { address, editable, say } from './acts.ts'

export const yearRoutes = domain()

yearRoutes.get(`${address}/jahre`, authorize('observation:edit'), async (c) => {
  const stored = await storedYears(c)
  const years = yearsShown(stored, yearOf(today(c.var.services.clock)), Number(c.req.query('von')))
  return yearsPage(c, years, typedYears(stored), versionsOf(stored))
})

yearRoutes.post(`${address}/jahre`, authorize('observation:edit'), async (c) => {
  const { row } = await editable(c, 'observation:edit')
  const values = await readTyped(c)
  const years = yearsOf(values)
  const versions = new Map(
    years.flatMap((year) => {
      const version = Number(values[`version-${year}`])
      return Number.isInteger(version) ? [[year, version] as const] : []
    }),
  )
  const { rows, flaws } = readYears(values, years)
  const all = { ...flaws, ...contradictions(rows, row) }
  if (Object.keys(all).length > 0) {
    const errors = Object.entries(all).map(([name, key]) => [
      name,
      problemText(say(c), key, { requirement: 500, length: String(values[name] ?? '').length }),
    ])
    return yearsPage(c, years, values, versions, { errors: Object.fromEntries(errors) as Record<string, string> })
  }
  try {
    const count = await saveYears(c.var.db, await actingOf(c), idOf(c), rows, versions)
    return redirectTo(c, paths.one(idOf(c)), say(c)('notice.years', { count }))
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    const stored = await storedYears(c)
    const theirs = typedYears(stored, years)
    return yearsPage(c, years, values, versionsOf(stored), { theirs })
  }
})

/** The values of calendar years that the table shows. */
async function storedYears(c: Ctx): Promise<Map<number, StoredObservation>> {
  await editable(c, 'observation:edit')
  const whole = (await listAllObservations(c.var.db, idOf(c))).filter(isOfTheWhole)
  return new Map(
    whole.flatMap((one) => {
      const year = calendarYear(one)
      return year === null ? [] : [[year, one] as const]
    }),
  )
}

const versionsOf = (stored: Map<number, StoredObservation>) =>
  new Map([...stored].map(([year, { version }]) => [year, version]))

/** From the first stored year (or five years back, or as asked) to this year, at most forty. */
function yearsShown(stored: Map<number, StoredObservation>, current: number, asked: number): number[] {
  const known = [...stored.keys()]
  const from = Number.isInteger(asked) && asked > 0 ? asked : Math.min(current - 5, ...known)
  const to = Math.max(current, ...known)
  const first = Math.max(firstYear, from, to - 39)
  return Array.from({ length: to - first + 1 }, (_, index) => first + index)
}

/** The years that a posted table holds. */
const yearsOf = (values: Typed): number[] =>
  String(values['years'] ?? '')
    .split(' ')
    .map(Number)
    .filter((year) => Number.isInteger(year) && year >= firstYear && year <= lastYear)
    .slice(0, 40)

const columns = ['value', 'numerator', 'denominator', 'sign', 'note'] as const

function typedYears(stored: Map<number, StoredObservation>, years: Iterable<number> = stored.keys()): Typed {
  const entries = [...years].flatMap((year) => {
    const observation = stored.get(year)
    const typed = observation ? typedObservation(observation) : {}
    const provisional = observation?.flags.includes('PROVISIONAL') ? 'on' : ''
    return [
      ...columns.map((column) => [`${column}-${year}`, typed[column] ?? '']),
      [`provisional-${year}`, provisional],
    ]
  })
  return Object.fromEntries(entries) as Typed
}

/** Contradictions of a row, at its cell. */
function contradictions(rows: readonly YearRow[], scale: IndicatorScale): Record<string, string> {
  const found = rows.flatMap((row) => {
    const flaw = isEmptyRow(row) ? null : flawOf(row, scale)
    return flaw ? [[`${fieldOfFlaw(flaw.key)}-${row.year}`, flaw.key]] : []
  })
  return Object.fromEntries(found) as Record<string, string>
}

async function yearsPage(
  c: Ctx,
  years: readonly number[],
  values: Typed,
  versions: ReadonlyMap<number, number>,
  { errors = {}, theirs }: { errors?: Record<string, string>; theirs?: Typed } = {},
) {
  const { row } = await editable(c, 'observation:edit')
  const t = say(c)
  const label = (name: string) => {
    const [column = '', year = ''] = name.split('-')
    const words: Record<string, string> = {
      note: 'values.remark',
      sign: 'value.sign',
      provisional: 'years.provisional',
    }
    return t('years.cell', { column: t.dynamic(words[column] ?? `values.${column}`), year })
  }
  const word = (name: string, value: string) =>
    name.startsWith('sign-') ? t.dynamic(`sign.${value}`) : value === 'on' ? '✓' : undefined
  const race = theirs && differencesShown(t, theirs, values, { label, word })
  return c.render(
    <YearsFormPage
      {...{ years, values, errors }}
      indicator={row}
      versions={Object.fromEntries(versions)}
      {...(race && { race })}
    />,
    race ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  )
}
