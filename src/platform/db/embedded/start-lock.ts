import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { errnoOf, StartError } from './start-error.ts'

const patience = 90_000

/**
 * Runs `work` while no other process starts or stops the database of this folder. The lock is an abstract socket: the
 * kernel gives it back at once when its process dies, so unlike a file it can never be left behind.
 */
export async function withStartLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const name = `\0teilhabewerk-${process.getuid?.() ?? 0}-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`
  const deadline = Date.now() + patience
  let lock = await listen(name)
  while (!lock) {
    if (Date.now() > deadline) {
      throw new StartError(
        'already-running',
        `Ein anderer Start in ${folder} wird nicht fertig. Bitte diesen zuerst beenden.`,
      )
    }
    await wait(10)
    lock = await listen(name)
  }
  try {
    return await work()
  } finally {
    lock.close()
  }
}

const listen = (name: string) =>
  new Promise<Server | undefined>((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error) => (errnoOf(error) === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen(name, () => resolve(server))
  })
