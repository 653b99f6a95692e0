import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'

export interface License {
  name: string
  version: string
  /** As the package names it, e.g. MIT. */
  license: string
  /** The text that came with it; empty where none came. */
  text: string
}

/** The folders of the packages whose code is in the bundle, e.g. `node_modules/hono`: what was only looked at does not count. */
export function packagesIn({ outputs }: Metafile): string[] {
  const found = new Set<string>()
  for (const { inputs } of Object.values(outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]
      if (folder && bytesInOutput > 0) found.add(folder)
    }
  }
  return [...found].toSorted()
}

/** What the package in this folder says about itself, and the licence that lies in it. */
export function licenseOf(root: string, folder: string): License {
  const place = join(root, folder)
  const about = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as {
    name: string
    version: string
    license?: string | { type?: string }
    licenses?: { type?: string }[]
  }
  const named = typeof about.license === 'string' ? about.license : (about.license?.type ?? about.licenses?.[0]?.type)
  const files = globSync('{LICENSE,LICENCE,License,Licence,license,licence,COPYING,NOTICE}*', { cwd: place })
  const texts = files.toSorted().map((file) => readText(join(place, file)))
  const text = texts.join('\n\n').trim() || licenseInReadme(place)
  return { name: about.name, version: about.version, license: named ?? 'see below', text }
}

const readText = (file: string) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()

/** Some packages have their licence in the readme only. */
function licenseInReadme(place: string): string {
  const file = globSync('{README,readme,Readme}*', { cwd: place })[0]
  if (!file || !existsSync(join(place, file))) return ''
  return /^#+\s*licen[cs]e[\s\S]*|^licen[cs]e\n[-=]+[\s\S]*/im.exec(readText(join(place, file)))?.[0].trim() ?? ''
}

const line = '='.repeat(80)

/** One text with all licences, a package that lies there in several copies of the same version once. */
export function licensesText(licenses: readonly License[]): string {
  const once = new Map(licenses.map((one) => [`${one.name} ${one.version}`, one]))
  const parts = [...once].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return parts
    .map(([title, { license, text }]) => [line, title, license, '', text || `Licence: ${license}`, ''].join('\n'))
    .join('\n')
}
