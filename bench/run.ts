// npm run bench: every figure beside its limit, measured in the same run on the same machine.
import { cpus } from 'node:os'
import { buildAll } from '../tools/build.ts'
import { apiLists, apiSearch, cachedApi } from './api.ts'
import { commands } from './data.ts'
import type { Figure } from './figure.ts'
import { cachedPages, firstVisits, signedInPages } from './pages.ts'
import { openPlace } from './place.ts'
import { starts } from './start.ts'

await buildAll()
const figures: Figure[] = []
const add = (more: Figure[]) => {
  figures.push(...more)
  for (const { what, measured, beside, target, isReached } of more) {
    process.stdout.write(`${isReached ? 'ok    ' : 'MISSED'} ${what}: ${measured} ${beside} (${target})\n`)
  }
}
process.stderr.write('The catalogues are filled (300, 3,000 and 30,000 measures × 8 years) …\n')
{
  await using place = await openPlace()
  add(await cachedPages(place))
  add(await signedInPages(place))
  add(await firstVisits(place))
  add(await cachedApi(place))
  add(await apiLists(place))
  add(await apiSearch(place))
  add(await commands(place))
}
add(await starts())

const day = new Date().toISOString().slice(0, 10)
process.stdout.write(
  `\nMeasured on ${day}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n\n`,
)
process.stdout.write('| what | measured | beside it in the same run | to reach | |\n|---|---|---|---|---|\n')
for (const { what, measured, beside, target, isReached } of figures) {
  process.stdout.write(`| ${what} | ${measured} | ${beside} | ${target} | ${isReached ? 'reached' : '**missed**'} |\n`)
}
process.exit(0)
