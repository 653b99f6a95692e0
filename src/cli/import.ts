import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { areaLevels, areaTexts, importAreas, problemSentence, readNames } from '#domains/areas/index.ts'
import { importPlan } from '#domains/imports/index.ts'
import type { Services } from '#platform/services.ts'
import { speechOf } from '#platform/texts/texts.ts'
import { CommandError, type Call, type Command, type Outcome } from './command.ts'
import { withServices } from './instance.ts'

export const importCommand: Command = {
  usage:
    'import plan|measures|areas FILE --municipality SLUG [--dry-run] [--map FILE] [--level MUNICIPALITY] [--names FILE] [--name-property NAME] [--publish]',
  summary:
    'Maßnahmen aus Excel, CSV oder JSON einlesen, Gebiete aus GeoJSON; alles oder nichts. ' +
    'Mit --map DATEI sagen Sie, was Spalten und Wörter bedeuten: { "columns": { "F": "material.2026" }, "values": { "state": { "0": "NOT_STARTED" } } }; docs/how-to/import.md beschreibt sie ganz',
  options: {
    municipality: { type: 'string' },
    'dry-run': { type: 'boolean' },
    map: { type: 'string' },
    level: { type: 'string' },
    edition: { type: 'string' },
    names: { type: 'string' },
    'name-property': { type: 'string' },
    publish: { type: 'boolean' },
  },
  words: { min: 2, max: 2 },
  run: (call) => {
    const [what = '', file = ''] = call.words
    if (!call.options['municipality']) throw new CommandError('Bitte sagen Sie mit --municipality SLUG, wohin.')
    if (what === 'areas') return withServices(call, (services) => areas(services, call, file))
    if (what === 'plan' || what === 'measures') return withServices(call, (services) => plan(services, call, file))
    throw new CommandError(`So geht es: ${importCommand.usage}`)
  },
}

const isDry = (call: Call) => call.options['dry-run'] === true

function readText(path: unknown): string {
  try {
    return readFileSync(String(path), 'utf8')
  } catch {
    throw new CommandError(`Die Datei ${String(path)} kann nicht gelesen werden.`)
  }
}

function readJson(path: unknown): unknown {
  try {
    return JSON.parse(readText(path))
  } catch (error) {
    if (error instanceof CommandError) throw error
    throw new CommandError(`Die Datei ${String(path)} ist kein JSON.`)
  }
}

async function plan(services: Services, call: Call, file: string): Promise<Outcome> {
  const { created, updated, problems, ok, unchanged, lines } = await importPlan(services, {
    file,
    municipality: String(call.options['municipality']),
    dryRun: isDry(call),
    ...(call.options['map'] !== undefined && { map: readJson(call.options['map']) }),
  })
  const title = ok
    ? isDry(call)
      ? 'So würde es eingelesen:'
      : 'Eingelesen:'
    : 'Nicht eingelesen, es wurde nichts verändert:'
  return { text: [title, ...lines].join('\n'), data: { created, updated, unchanged, problems }, isRefused: !ok }
}

async function areas({ municipalities, connections }: Services, call: Call, file: string): Promise<Outcome> {
  const municipality = await municipalities.bySlug(String(call.options['municipality']))
  if (!municipality) throw new CommandError(`Eine Kommune ${String(call.options['municipality'])} gibt es nicht.`)
  const asked = call.options['level'] ?? 'MUNICIPALITY'
  const level = areaLevels.find((one) => one === asked)
  if (level === undefined) throw new CommandError(`--level muss eines von ${areaLevels.join(', ')} sein.`)
  const geojson = readJson(file)
  const names = call.options['names'] === undefined ? undefined : readNames(readText(call.options['names']))
  const nameProperty = call.options['name-property']
  const edition = call.options['edition'] === undefined ? basename(file) : String(call.options['edition'])
  const result = await connections.run(
    municipality.id,
    isDry(call) ? 'read' : 'write',
    async ({ db }) => {
      const version = await db
        .selectFrom('planVersion')
        .select('id')
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst()
      const acting = { municipalityId: municipality.id, planVersionId: version?.id ?? 0, accountId: null }
      return importAreas(db, acting, geojson, {
        ...{ level, edition, dryRun: isDry(call), publishNameless: call.options['publish'] === true },
        ...(names && { names }),
        ...(nameProperty !== undefined && { nameProperty: String(nameProperty) }),
      })
    },
    ({ problems }) => problems.length === 0,
  )
  const t = areaTexts(speechOf('de', municipality.words as Record<string, unknown>))
  const problems = result.problems.map((problem) => ({ row: 0, cell: '', message: problemSentence(t, problem) }))
  const data = { created: { areas: result.created }, updated: { areas: result.updated }, problems }
  if (problems.length > 0) {
    return { text: ['Nicht eingelesen:', ...problems.map(({ message }) => message)].join('\n'), data, isRefused: true }
  }
  const sentences = [
    `${result.created} Gebiete neu, ${result.updated} aufgefrischt.`,
    ...(result.nameless > 0 ? namelessSentences(result.nameless, call.options['publish'] === true) : []),
  ]
  return { text: sentences.join('\n'), data: { ...data, nameless: result.nameless } }
}

/** What becomes of areas that the file has no name for. */
const namelessSentences = (count: number, isPublic: boolean): string[] => [
  isPublic
    ? `${count} ohne Namen sind jetzt als „Gebiet“ mit ihrem Schlüssel öffentlich.`
    : `${count} ohne Namen sieht nur, wer angemeldet ist. Öffentlich werden sie, sobald sie einen Namen haben:`,
  ...(isPublic ? [] : ['  --name-property NAME  diese Eigenschaft der Datei enthält den Namen']),
  ...(isPublic ? [] : ['  --names FILE          eine Liste mit Schlüssel und Name je Zeile']),
  ...(isPublic ? [] : ['  --publish             auch ohne Namen öffentlich, als „Gebiet 08336006“']),
]
