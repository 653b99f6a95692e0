import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { markOf, processesIn, signal } from './processes.ts'

const script = join(import.meta.dirname, 'testing-app.ts')
export const isRoot = process.getuid?.() === 0
export const nobody = 65534

/** A data folder of this test file; whatever still runs in it is ended afterwards. */
export function newDataDir({ owner, within = tmpdir() }: { owner?: number; within?: string } = {}): string {
  const folder = mkdtempSync(join(within, 'tw-embedded-'))
  if (owner !== undefined) chownSync(folder, owner, owner)
  after(async () => {
    for (const found of processesIn(join(folder, 'postgres'))) signal(found, 'SIGKILL')
    await wait(50)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  return folder
}

export interface Told {
  ready?: true
  ownerUrl: string
  adopted: boolean
  pid: number
  socketDir: string
  refused?: string
  message: string
  id?: number
}
export interface App {
  child: ChildProcess
  /** The first thing it said: ready, or refused with a reason. */
  told: Told
  /** The rows that PostgreSQL has acknowledged to it so far. */
  ids: number[]
  ended: Promise<number | null>
}

interface RunOptions {
  /** Comes before node: setpriv and its options. */
  prefix?: string[]
  env?: Record<string, string>
}

/** Runs testing-app.ts as a process of its own and waits for its first line. */
export async function runApp(dataDir: string, mode: string, { prefix = [], env = {} }: RunOptions = {}): Promise<App> {
  const [program = '', ...args] = [...prefix, process.execPath, script, dataDir, mode]
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } })
  after(() => child.kill('SIGKILL'))
  const ids: number[] = []
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const first = new Promise<Told>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const told = JSON.parse(line) as Told
      if (told.id === undefined) resolve(told)
      else ids.push(told.id)
    })
  })
  const told = await Promise.race([first, ended.then((code) => Promise.reject(new Error(`ended with ${code}`)))])
  return { child, told, ids, ended }
}

/** Asks the database one question. */
export async function ask<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** Waits until the condition holds; fails after `patience` milliseconds. */
export async function until(condition: () => boolean | Promise<boolean>, patience = 10_000): Promise<void> {
  const deadline = Date.now() + patience
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited ${patience} ms in vain`)
    await wait(10)
  }
}

export const isGone = (pid: number) => markOf(pid) === undefined

/** A reason to skip when this machine lets nobody start a program as someone else, or someone else reach this one. */
export function whyNotAs(prefix: string[]): string | false {
  if (!isRoot) return 'only root can start a program as someone else'
  const [program = '', ...args] = [...prefix, process.execPath, '--check', script]
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0 ? false : `${program} does not reach ${script}`
}
export const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']
