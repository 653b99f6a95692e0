import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join, resolve, sep } from 'node:path'

/** Why a folder cannot be written; the message says what to do. */
export class FolderError extends Error {}

interface FolderOptions {
  /** What is in it may be replaced. */
  replace?: boolean
  /** Folders that must never be replaced, nor one above them. */
  precious?: readonly string[]
}

/**
 * Lets `work` fill a folder beside the wanted one, which takes its place in one step when all is well. Whoever reads
 * meanwhile sees the old one. Throws FolderError where something is in the way.
 */
export async function fillFolder<T>(
  wanted: string,
  { replace = false, precious = [] }: FolderOptions,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const target = existsSync(wanted) ? realpathSync(wanted) : resolve(wanted)
  if (existsSync(target)) {
    if (!statSync(target).isDirectory()) throw new FolderError(`${target} ist eine Datei.`)
    const isUsed = readdirSync(target).length > 0
    if (isUsed && !replace) throw new FolderError(`${target} ist nicht leer. Mit --replace wird der Inhalt ersetzt.`)
    const inside = [homedir(), process.cwd(), ...precious].find((one) =>
      `${resolve(one)}${sep}`.startsWith(`${target}${sep}`.replace(/\/+$/, sep)),
    )
    if (inside !== undefined) throw new FolderError(`${target} wird nicht ersetzt: Darin liegt ${resolve(inside)}.`)
  }
  const parent = dirname(target)
  try {
    mkdirSync(parent, { recursive: true })
  } catch (error) {
    throw new FolderError(
      `${parent} kann nicht angelegt werden: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  const draft = mkdtempSync(join(parent, `.${basename(target)}.neu-`))
  const away = `${draft}.alt`
  try {
    const made = await work(join(draft, 'site'))
    if (existsSync(target)) renameSync(target, away)
    renameSync(join(draft, 'site'), target)
    return made
  } catch (error) {
    if (existsSync(away) && !existsSync(target)) renameSync(away, target)
    throw error
  } finally {
    for (const folder of [draft, away]) rmSync(folder, { recursive: true, force: true })
  }
}
