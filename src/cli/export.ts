import { existsSync, writeFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { createApp } from '../app.ts'
import { CommandError, type Command } from './command.ts'
import { exportSite } from './export-site.ts'
import { withServices } from './instance.ts'

/** What can be written, the address it stands at, and the endings it has. */
const exported: Readonly<Record<string, { address: string; endings: readonly string[] }>> = {
  plan: { address: '/plan', endings: ['json'] },
  measures: { address: '/massnahmen', endings: ['csv', 'xlsx', 'json'] },
  needs: { address: '/bedarfe', endings: ['csv', 'xlsx', 'json'] },
  goals: { address: '/ziele', endings: ['csv', 'xlsx', 'json'] },
  indicators: { address: '/zahlen', endings: ['csv', 'xlsx', 'json'] },
  actors: { address: '/akteure', endings: ['csv', 'xlsx', 'json'] },
  areas: { address: '/gebiete', endings: ['csv', 'xlsx', 'json'] },
  bodies: { address: '/gremien', endings: ['csv', 'xlsx', 'json'] },
}

export const exportCommand: Command = {
  usage: `export ${Object.keys(exported).join('|')} FILE | site FOLDER [--replace] --municipality SLUG`,
  summary:
    'was veröffentlicht ist, als Datei (.json, .csv oder .xlsx nach dem Ende des Namens); site: alle öffentlichen Seiten als HTML für einen Webspace',
  options: { municipality: { type: 'string' }, replace: { type: 'boolean' } },
  words: { min: 2, max: 2 },
  run: (call) => {
    const [what = '', file = ''] = call.words
    const slug = String(call.options['municipality'] ?? '')
    const ending = extname(file).slice(1)
    const known = exported[what]
    if (!known && what !== 'site') throw new CommandError(`So geht es: ${exportCommand.usage}`)
    if (!slug) throw new CommandError('Bitte sagen Sie mit --municipality SLUG, wovon.')
    if (!known) return exportSite(call, slug, file)
    if (!known.endings.includes(ending)) throw new CommandError(`${what} gibt es als .${known.endings.join(', .')}.`)
    const path = resolve(file)
    if (existsSync(path)) throw new CommandError(`${path} gibt es schon. Bitte geben Sie einen neuen Namen an.`)
    return withServices(call, async (services) => {
      const answer = await createApp(services).request(`/${slug}${known.address}.${ending}`)
      if (answer.status !== 200) throw new CommandError(`Eine geöffnete Kommune ${slug} mit einem Plan gibt es nicht.`)
      const bytes = new Uint8Array(await answer.arrayBuffer())
      writeFileSync(path, bytes)
      return { text: `Geschrieben: ${path} (${bytes.length} Bytes)`, data: { file: path, bytes: bytes.length } }
    })
  },
}
