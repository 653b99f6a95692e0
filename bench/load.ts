// A process of its own that asks one address over kept connections for some seconds, and prints how often it got an answer.
// node bench/load.ts URL CONNECTIONS SECONDS [NAME: VALUE …]
import { Agent, get } from 'node:http'

const [url = '', connections = '8', seconds = '2', ...headers] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) })
const sent = Object.fromEntries(headers.map((line) => line.split(/: (.*)/s).slice(0, 2)))
const until = performance.now() + Number(seconds) * 1000
let answers = 0

/** One answer, read to its end. Rejects when it is not 200: a fast error is no speed. */
const ask = () =>
  new Promise<void>((resolve, reject) => {
    get(url, { agent, headers: sent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`))
      response.resume().on('end', resolve).on('error', reject)
    }).on('error', reject)
  })

const start = performance.now()
await Promise.all(
  Array.from({ length: Number(connections) }, async () => {
    while (performance.now() < until) {
      await ask()
      answers++
    }
  }),
)
process.stdout.write(String((answers / (performance.now() - start)) * 1000))
agent.destroy()
