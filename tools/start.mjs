// npm start: bundle if a source is newer, then run the bundle in this process.
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
execFileSync(process.execPath, ['--import', join(root, 'tools/tsx.ts'), join(root, 'tools/build.ts')], {
  cwd: root,
  stdio: 'inherit',
})
// npm that is told to stop ends only the shell between us and goes: leave in order then, or PostgreSQL and the port stay behind.
if (process.env.npm_lifecycle_event) {
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}
await import(pathToFileURL(join(root, 'build/server/main.mjs')).href)
