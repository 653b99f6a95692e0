// What the tests start and kill: an app on the embedded database.
//   node testing-app.ts DATA_DIR once     starts and stops
//   node testing-app.ts DATA_DIR write    writes row after row, a line for each one that PostgreSQL has acknowledged
//   node testing-app.ts DATA_DIR leave    ends without stopping the server
//   node testing-app.ts DATA_DIR wait     holds the server until it is told to end
import { setInterval } from 'node:timers'
import pg from 'pg'
import { StartError, startEmbedded, takeInstanceLock, type Embedded } from './embedded.ts'

const [, , dataDir = '', mode = 'once'] = process.argv
const tell = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`)

try {
  const embedded = await startEmbedded({ dataDir })
  const { ownerUrl, adopted, pid, socketDir } = embedded
  if (mode === 'write' || mode === 'wait') {
    await takeInstanceLock({ url: ownerUrl, dataDir, address: 'http://127.0.0.1:3000' })
  }
  tell({ ready: true, ownerUrl, adopted, pid, socketDir })
  if (mode === 'once') await embedded.stop()
  if (mode === 'wait') setInterval(() => undefined, 1000)
  if (mode === 'write') await write(embedded)
} catch (error) {
  tell(error instanceof StartError ? { refused: error.code, message: error.message } : { broken: String(error) })
  process.exit(1)
}

async function write({ ownerUrl }: Embedded) {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => process.exit(1))
  await client.connect()
  await client.query('create table if not exists entry (id bigint generated always as identity primary key, text text)')
  for (;;) {
    const { rows } = await client.query<{ id: string }>(`insert into entry (text) values ('Sprachcafé') returning id`)
    tell({ id: Number(rows[0]?.id) })
  }
}
