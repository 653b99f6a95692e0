#!/usr/bin/env node
// The commands of the terminal: bundle if a source is newer, then run the bundle in this process.
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
execFileSync(process.execPath, ['--import', join(root, 'tools/tsx.ts'), join(root, 'tools/build.ts')], {
  cwd: root,
  stdio: 'inherit',
})
await import(pathToFileURL(join(root, 'build/server/cli.mjs')).href)
