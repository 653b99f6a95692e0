// Run by the Node of the archive in an empty environment: probe.ts FOLDER PORT. Starts the product, uses it, ends it,
// and writes what it saw as JSON.
import { execFile, spawn } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const [, , folder = '', port = ''] = process.argv
const program = join(folder, 'teilhabewerk')
const address = `http://127.0.0.1:${port}`
const env = { ...process.env, PORT: port }

const run = (...words: string[]): Promise<{ code: number | null; out: string }> =>
  new Promise((resolve) => {
    const child = execFile(program, words, { env, cwd: '/' }, (_, out, error) =>
      resolve({ code: child.exitCode, out: out + error }),
    )
  })
const statusOf = (url: string) =>
  fetch(url).then(
    ({ status }) => status,
    () => undefined,
  )
const body = async (path: string) => {
  const answer = await fetch(address + path)
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }
}

/** Processes that belong to the folder, this one left out. */
const processes = () =>
  readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || pid === String(process.pid)) return false
    try {
      return (
        readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder) &&
        !/probe\.ts/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
      )
    } catch {
      return false
    }
  })

const child = spawn(program, ['start'], { env, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
let said = ''
for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
const started = performance.now()
while ((await statusOf(`${address}/readyz`)) !== 200 && child.exitCode === null && performance.now() - started < 60_000)
  await wait(50)
const readyAfter = performance.now() - started

try {
  const page = await body('/musterkreis/massnahmen')
  const style = /href="(\/assets\/styles\.[^"]+)"/.exec(page.bytes.toString())?.[1] ?? '/'
  const workbook = await body('/musterkreis/massnahmen.xlsx')
  const file = join(folder, 'all.backup')
  const backup = await run('backup', file)
  const seen = {
    readyAfter: Math.round(readyAfter),
    registry: (await statusOf('https://registry.npmjs.org/')) ?? 'unreachable',
    page: [page.status, page.bytes.includes('</html>')],
    style: (await body(style)).status,
    workbook: [workbook.status, workbook.bytes.subarray(0, 2).toString(), workbook.bytes.length],
    backup: [backup.code, backup.code === 0 ? statSync(file).size : backup.out],
    help: (await run('help')).out.split('\n')[0],
    unknown: (await run('erfunden')).code,
  }
  child.kill('SIGTERM')
  const code = await ended
  process.stdout.write(JSON.stringify({ ...seen, code, left: processes() }))
} catch (error) {
  child.kill('SIGTERM')
  await ended
  process.stderr.write(`${String(error)}\n${said}`)
  process.exitCode = 1
}
