import { createMunicipality, federalStates, kinds } from '#domains/municipality/index.ts'
import { Refused } from '#platform/http/problems.ts'
import { publishChange } from '#platform/page-cache/generations.ts'
import { textLanguages } from '#values/language.ts'
import { neighbours } from '../founding.ts'
import { removeDemo } from '../remove-demo.ts'
import { CommandError, type Command } from './command.ts'
import { withServices } from './instance.ts'

const oneOf = <Word extends string>(words: readonly Word[], given: unknown, name: string): Word => {
  const found = words.find((word) => word === given)
  if (found === undefined) throw new CommandError(`--${name} muss eines von ${words.join(', ')} sein.`)
  return found
}

const slugProblems: Readonly<Record<string, string>> = {
  'slug.shape':
    'Die Kurzform besteht aus kleinen Buchstaben, Ziffern und Bindestrichen und beginnt mit einem Buchstaben.',
  'slug.reserved': 'Diese Kurzform ist für die Anwendung selbst vorbehalten.',
  'slug.taken': 'Diese Kurzform ist vergeben oder war es einmal.',
}

export const municipality: Command = {
  usage: 'municipality create SLUG NAME [--kind county|city|municipality] [--state BW] [--languages en,ar]',
  summary: 'eine Kommune anlegen; sie ist geschlossen, bis sie geöffnet wird',
  options: { kind: { type: 'string' }, state: { type: 'string' }, languages: { type: 'string' } },
  words: { min: 3, max: 3 },
  run: (call) => {
    const [what, slug = '', name = ''] = call.words
    if (what !== 'create') throw new CommandError(`So geht es: ${municipality.usage}`)
    const kind = oneOf(kinds, call.options['kind'] ?? 'county', 'kind')
    const federalState = oneOf(federalStates, call.options['state'] ?? 'BW', 'state')
    const named = String(call.options['languages'] ?? '')
      .split(',')
      .filter(Boolean)
    const languages = named.map((language) => oneOf(textLanguages, language, 'languages'))
    return withServices(call, async ({ connections, config }) => {
      const id = await connections
        .run(null, 'write', async ({ db }) => {
          const made = await createMunicipality(db, null, { slug, name, kind, federalState, languages }, neighbours)
          await publishChange(db, 0)
          return made
        })
        .catch((error: unknown) => {
          throw error instanceof Refused ? new CommandError(slugProblems[error.message] ?? error.message) : error
        })
      return {
        text: `${name} ist angelegt: ${config.publicUrl}/${slug}\nNoch geschlossen. Laden Sie unter ${config.publicUrl}/verwaltung die Person ein, die den Plan führt.`,
        data: { id, slug, name, kind, federalState },
      }
    })
  },
}

export const demo: Command = {
  usage: 'demo remove',
  summary: 'die Beispiele mit ihren Konten entfernen',
  words: { min: 1, max: 1 },
  run: (call) => {
    if (call.words[0] !== 'remove') throw new CommandError(`So geht es: ${demo.usage}`)
    return withServices(call, async ({ connections }) => {
      const removed = await connections.run(null, 'write', async ({ db }) => {
        const done = await removeDemo(db)
        await publishChange(db, 0)
        return done
      })
      const admin = removed.adminStays
        ? '\nDas Beispielkonto der Instanz bleibt, bis ein anderes die Verwaltung hat: user add EMAIL NAME --instance-admin'
        : ''
      return {
        text: `${removed.municipalities} Beispiele und ${removed.accounts} Konten sind entfernt.${admin}`,
        data: removed,
      }
    })
  },
}
