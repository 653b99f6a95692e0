// Makes what npm start runs: one server bundle with source map, and the assets. Does nothing when no source is newer.
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from '#platform/root.ts'
import { buildAssets } from './build-assets.ts'

/** Bundles src/main.ts and src/cli.ts into build/. Packages stay outside: they are installed anyway. */
export async function buildServer(): Promise<void> {
  const entryPoints = ['src/main.ts', 'src/cli.ts'].filter((file) => existsSync(join(root, file)))
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'build/server',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node26',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'linked',
    logLevel: 'warning',
  })
}

const isNewer = (result: string, ...patterns: string[]) => {
  const path = join(root, result)
  if (!existsSync(path)) return true
  const made = statSync(path).mtimeMs
  return globSync(patterns, { cwd: root }).some((file) => statSync(join(root, file)).mtimeMs > made)
}

export async function buildAll(): Promise<void> {
  await buildAssets()
  if (isNewer('build/server/main.mjs', 'src/**/*.{ts,tsx}', 'db/demo/**/*.ts', 'package.json')) await buildServer()
}

if (import.meta.main) await buildAll()
