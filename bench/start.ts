import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '#platform/root.ts'
import { atMost, type Figure } from './figure.ts'

/** From the command to the first answer on data that is there already, and the memory of the idle process. */
export async function starts(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tw-bench-start-'))
  try {
    await startOnce(dataDir)
    const times: number[] = []
    let memory = 0
    for (let n = 0; n < 3; n++) {
      const started = await startOnce(dataDir)
      times.push(started.ms)
      memory = Math.max(memory, started.megabytes)
    }
    return [
      atMost('start to first answer, warm data', Math.min(...times), 1500, 'ms'),
      atMost('memory of the idle Node process', memory, 150, 'MB'),
    ]
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function startOnce(dataDir: string): Promise<{ ms: number; megabytes: number }> {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const begin = performance.now()
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), DEMO_PASSWORD: 'nur-zum-messen-1' }
  const child = spawn(process.execPath, ['tools/start.mjs'], { cwd: root, env, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/musterkreis/massnahmen`).catch(() => undefined)
    if (answer?.status === 200) break
    if (child.exitCode !== null) throw new Error('The server ended instead of starting')
    await wait(5)
  }
  const ms = performance.now() - begin
  await wait(3000)
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  child.kill('SIGTERM')
  await ended
  return { ms, megabytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024 }
}
