import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The project's folder: files beside the code (migrations, built assets, demo) are found from here, bundled or not. */
export const root = findRoot(import.meta.dirname)

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'publiccode.yml'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('The project folder was not found: publiccode.yml is missing')
  return findRoot(parent)
}
