import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openOffice, type Answer, type Office } from '#tests/office.ts'
import { importPlan, type PlanImport } from './index.ts'

/** A list as an office types it: rows of columns, parted by semicolons. Only for tests. */
export const csv = (...rows: string[]) => ({ name: 'plan.csv', bytes: new TextEncoder().encode(rows.join('\n')) })

/** Reads a list in from the terminal. */
export async function importRows(office: Office, rows: readonly string[], more: Partial<PlanImport> = {}) {
  const file = join(office.services.config.dataDir, 'plan.csv')
  writeFileSync(file, rows.join('\n'))
  return importPlan(office.services, { file, municipality: office.slug, ...more })
}

/** The address inside the municipality that an answer leads to. */
export const ledTo = (office: Office, answer: Answer) => {
  assert.equal(answer.status, 303, answer.text.slice(0, 2000))
  return answer.location.replace(`/${office.slug}/`, '')
}

/** What a form on a page would post: its hidden fields, chosen options, ticked boxes and typed texts. */
export function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  const attribute = (tag: string, name: string) => decode(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name')
    if (!name || (/type="(?:checkbox|radio)"/.test(tag) && !/\bchecked\b/.test(tag))) continue
    fields[name] = attribute(tag, 'value') || (/type="checkbox"/.test(tag) ? 'on' : '')
  }
  for (const [, open = '', inner = ''] of html.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
    const chosen = /<option\b[^>]*\bselected\b[^>]*>/.exec(inner)?.[0] ?? /<option\b[^>]*>/.exec(inner)?.[0] ?? ''
    fields[attribute(open, 'name')] = attribute(chosen, 'value')
  }
  return fields
}

const decode = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** Goes through the wizard with what it suggests, up to the preview. Returns its address. */
export async function toPreview(office: Office, file: { name: string; bytes: Uint8Array }): Promise<string> {
  let path = ledTo(office, await office.upload('einlesen', file))
  while (!path.endsWith('/vorschau')) {
    const page = await office.get(path)
    assert.equal(page.status, 200, page.text)
    path = ledTo(office, await office.post(path, fieldsOf(page.text)))
  }
  return path
}

export const measuresIn = ({ db, planVersionId }: Office) =>
  db.selectFrom('measure').where('planVersionId', '=', planVersionId).selectAll().orderBy('numberOrder').execute()

export { openOffice, type Office }
