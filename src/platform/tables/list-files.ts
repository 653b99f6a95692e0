import type { Hono } from 'hono'
import type { AppEnv, Ctx } from '#platform/http/app.ts'
import { MovedTo, NotFound } from '#platform/http/problems.ts'
import { answerJson, answerTable, endings, type ExportedList } from './export.ts'

/** A query of a list may be asked for one thing alone. Never set by the address bar. */
export interface OnlyOne {
  only?: number | undefined
}

interface ListFiles<Row extends { id: number }> {
  /** What the address asks for, whole; with `only` the list may be narrowed to this one. */
  load: (c: Ctx, only?: number) => Promise<ExportedList<Row>>
  /** As the page of the thing reads it: throws NotFound, Gone or MovedTo where there is nothing to show. */
  explain: (c: Ctx, id: number) => Promise<unknown>
}

/**
 * The other forms of a list and of what is in it: `/massnahmen.csv|.xlsx|.json`, and `/massnahmen/12.json` for one, with
 * exactly what it shows in the list's JSON. What moved leads on to its new place, in the same form.
 */
export function listFiles<Row extends { id: number }>(
  routes: Hono<AppEnv>,
  list: string,
  { load, explain }: ListFiles<Row>,
): void {
  for (const ending of endings) routes.get(`${list}.${ending}`, async (c) => answerTable(c, ending, await load(c)))

  routes.get(`${list}/:file{[0-9]+\\.json}`, async (c) => {
    const id = Number.parseInt(c.req.param('file') ?? '', 10)
    const { rows, item, name } = await load(c, id)
    const row = rows.find((one) => one.id === id)
    if (!row) return absent(() => explain(c, id))
    return answerJson(c, `${name}-${id}`, item(row))
  })
}

async function absent(explain: () => Promise<unknown>): Promise<never> {
  try {
    await explain()
  } catch (error) {
    throw error instanceof MovedTo ? new MovedTo(`${error.path}.json`) : error
  }
  throw new NotFound()
}
