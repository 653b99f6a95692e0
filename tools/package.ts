// npm run package: one archive in build/ that starts on a Linux machine without Node, npm and internet.
import { createWriteStream, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createGzip } from 'node:zlib'
import { root } from '#platform/root.ts'
import { buildAssets } from './build-assets.ts'
import { writeTar } from './package/archive.ts'
import { contentsOfPackage } from './package/contents.ts'

/** Makes the archive and returns where it lies. `level` is how hard gzip tries. */
export async function makePackage({ folder = join(root, 'build'), level = 9 } = {}): Promise<string> {
  await buildAssets()
  const { name, date, entries } = await contentsOfPackage()
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}.tar.gz`)
  const draft = `${file}.${process.pid}.draft`
  try {
    await writeTar(entries, date, createGzip({ level }), createWriteStream(draft))
    renameSync(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
  return file
}

if (import.meta.main) {
  process.stderr.write('Das Archiv wird gepackt …\n')
  const file = await makePackage()
  process.stdout.write(`${file} (${Math.round(statSync(file).size / 1e6)} MB)\n`)
}
