import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** A Chromium of this machine: CHROME, an installed one, or the one that npm brings. Undefined: there is none. */
async function findChromium(): Promise<string | undefined> {
  const found = [process.env['CHROME'], ...installed].find((path) => path !== undefined && existsSync(path))
  if (found) return found
  try {
    // Only its binary: its own arguments switch the safety of pages off.
    const { default: packed } = await import('@sparticuz/chromium')
    return await packed.executablePath()
  } catch {
    return undefined
  }
}

/** Starts a real browser, or says why there is none. */
export async function openChromium(): Promise<Browser | string> {
  const executablePath = await findChromium()
  if (!executablePath) return 'no Chromium here: set CHROME, or install chromium'
  // As root a browser cannot make its own sandbox.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath, args: [...sandbox, '--disable-gpu', '--disable-background-networking'] })
}
