import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { checkForm, readTyped } from '#platform/http/form.ts'
import { actingOf } from '#platform/things/acting.ts'
import { importAreas } from '../commands/import.ts'
import { levelWordOf } from '../model/area.ts'
import { readNames } from '../model/collection.ts'
import { importForm } from '../model/form.ts'
import { ImportPage } from '../pages/import.tsx'
import { paths } from '../paths.ts'
import { say } from './acts.ts'

export const importRoutes = domain()

importRoutes.get(paths.import, authorize('area:edit'), (c) =>
  c.render(<ImportPage values={{ level: 'MUNICIPALITY' }} errors={{}} />),
)

importRoutes.post(paths.import, authorize('area:edit'), async (c) => {
  const t = say(c)
  const values = await readTyped(c)
  const form = checkForm(values, importForm, t)
  const file = await readFile(c)
  if (!form.ok || 'problem' in file) {
    const errors = { ...('problem' in file && { file: t(file.problem) }), ...(!form.ok && form.errors) }
    return c.render(<ImportPage values={values} errors={errors} />, 422)
  }
  const { level, edition, validFrom, names } = form.value
  const result = await importAreas(c.var.db, await actingOf(c), file.json, {
    ...{ level, edition, validFrom },
    names: readNames(names ?? ''),
  })
  if (result.problems.length > 0) {
    return c.render(<ImportPage values={values} errors={{}} problems={result.problems} />, 422)
  }
  const { created, updated, nameless } = result
  const notice = [
    t('notice.imported', { created, updated }),
    nameless > 0 && t('notice.nameless', { count: nameless }),
  ].filter(Boolean)
  return redirectTo(c, `${paths.list}?ebene=${levelWordOf(level)}`, notice.join(' '))
})

/** The uploaded file as JSON. */
async function readFile(c: Ctx): Promise<{ json: unknown } | { problem: 'missing.file' | 'notJson' }> {
  const { file } = await c.req.parseBody()
  if (!(file instanceof File) || file.size === 0) return { problem: 'missing.file' }
  try {
    return { json: JSON.parse((await file.text()).replace(/^\uFEFF/, '')) as unknown }
  } catch {
    return { problem: 'notJson' }
  }
}
