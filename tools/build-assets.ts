import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { fontFiles } from './build-assets/font-files.ts'
import { buildFonts, type BuiltFile } from './build-assets/fonts.ts'
import { buildStyles, ownStyles } from './build-assets/styles.ts'

/** Built files by the name that pages use: `{ "styles.css": "styles.1a2b3c4d.css", … }`. */
export type Manifest = Record<string, string>

const root = join(import.meta.dirname, '..')
const modules = join(root, 'node_modules')
const styles = join(root, 'src/ui/styles')
const target = join(root, 'build/assets')

/**
 * Builds what browsers load (styles, fonts, islands) into build/assets with the hash of its content in each name, and
 * returns the manifest, which also lies there as manifest.json. What did not change since the last build is kept;
 * `force` empties the folder first. Throws where a source does not compile.
 */
export async function buildAssets({ force = false }: { force?: boolean } = {}): Promise<Manifest> {
  if (force) rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  const last = readLast()
  const fonts = await part(last['fonts'], fontsKey(), writeFonts)
  const usedClasses = kernClasses()
  const css = await part(last['styles'], stylesKey(usedClasses, fonts.files), () =>
    writeStyles(usedClasses, fonts.files),
  )
  const islands = await writeIslands()
  const manifest = { ...css.files, ...fonts.files, ...islands }
  write('last-build.json', JSON.stringify({ fonts, styles: css }))
  write('manifest.json', JSON.stringify(manifest, null, 2))
  return manifest
}

/** One part of the build: the hash of what it was made from, and the files it made. */
interface Part {
  key: string
  files: Manifest
}

async function part(last: Part | undefined, key: string, make: () => Promise<Manifest>): Promise<Part> {
  const complete = last?.key === key && Object.values(last.files).every((file) => existsSync(join(target, file)))
  return complete ? last : { key, files: await make() }
}

function readLast(): Record<string, Part | undefined> {
  const file = join(target, 'last-build.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Part>) : {}
}

const hashOf = (...contents: (string | Uint8Array)[]) => {
  const hash = createHash('sha256')
  for (const content of contents) hash.update(content)
  return hash.digest('hex').slice(0, 8)
}

/** Writes beside and renames: whoever reads meanwhile sees the old file or the new one, never a half. */
function write(name: string, content: string | Uint8Array) {
  const draft = join(target, `${name}.${process.pid}.draft`)
  writeFileSync(draft, content)
  renameSync(draft, join(target, name))
}

function writeHashed({ name, content }: BuiltFile | { name: string; content: string }): [string, string] {
  const dot = name.lastIndexOf('.')
  const hashed = `${name.slice(0, dot)}.${hashOf(content)}${name.slice(dot)}`
  write(hashed, content)
  return [name, hashed]
}

const versionOf = (dependency: string) => readFileSync(join(modules, dependency, 'package.json'), 'utf8')
const ownTool = (name: string) => readFileSync(join(import.meta.dirname, 'build-assets', name), 'utf8')

const fontsKey = () =>
  hashOf(
    ...new Set(fontFiles.map(({ source }) => versionOf(source.split('/').slice(0, 2).join('/')))),
    versionOf('subset-font'),
    ownTool('font-files.ts'),
    ownTool('fonts.ts'),
  )

async function writeFonts(): Promise<Manifest> {
  const { fonts, licenses } = await buildFonts(modules)
  for (const { name, content } of licenses) write(name, content)
  return Object.fromEntries(fonts.map(writeHashed))
}

/** Every KERN class that our markup mentions; a class must therefore stand in the source as a whole word. */
function kernClasses(): Set<string> {
  const classes = new Set<string>()
  for (const file of globSync('src/**/*.tsx', { cwd: root })) {
    if (file.endsWith('.test.tsx')) continue
    for (const [name] of readFileSync(join(root, file), 'utf8').matchAll(/\bkern-[\w-]+/g)) classes.add(name)
  }
  return classes
}

const stylesKey = (usedClasses: ReadonlySet<string>, fonts: Manifest) =>
  hashOf(
    [...usedClasses].sort().join(),
    JSON.stringify(fonts),
    ...[join(styles, 'kern.scss'), ...ownStyles(styles)].map((file) => readFileSync(file)),
    versionOf('@kern-ux/native'),
    ownTool('styles.ts'),
    ownTool('font-files.ts'),
  )

async function writeStyles(usedClasses: ReadonlySet<string>, fonts: Manifest): Promise<Manifest> {
  const built = await buildStyles({ modules, styles, usedClasses, fontAddress: (name) => fonts[name] ?? name })
  return Object.fromEntries(Object.entries(built).map(([name, content]) => writeHashed({ name, content })))
}

/** What runs in the browser: `src/domains/plan/islands/weave.tsx` becomes `weave.js` in the manifest. */
async function writeIslands(): Promise<Manifest> {
  const entryPoints = globSync('src/**/islands/*.tsx', { cwd: root }).filter((file) => !file.endsWith('.test.tsx'))
  if (entryPoints.length === 0) return {}
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'build/assets',
    entryNames: '[name].[hash]',
    chunkNames: 'part.[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    metafile: true,
    logLevel: 'silent',
  })
  return Object.fromEntries(
    Object.entries(metafile.outputs).flatMap(([file, { entryPoint }]) =>
      entryPoint ? [[basename(entryPoint).replace(/\.tsx$/, '.js'), basename(file)]] : [],
    ),
  )
}

if (import.meta.main) await buildAssets({ force: process.argv.includes('--force') })
