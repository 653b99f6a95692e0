import * as v from 'valibot'
import { domain } from '#platform/http/app.ts'
import { readingOf } from '#platform/http/reading.ts'
import { chainFilter, viewOf } from '../model/chain-filter.ts'
import { ChainPage } from '../pages/chain.tsx'
import { paths } from '../paths.ts'
import { listTagged, loadChain } from '../queries/chain.ts'
import { loadChainWords } from '../queries/labels.ts'

export const chainRoutes = domain()

chainRoutes.get(paths.chain, async (c) => {
  const { db } = c.var
  const filter = v.parse(chainFilter, c.req.query())
  const reading = await readingOf(c)
  const all = await loadChain(db, reading)
  const tags = {
    ...(filter.thema && { topicId: filter.thema }),
    ...(filter.zielgruppe && { groupId: filter.zielgruppe }),
  }
  const tagged = Object.keys(tags).length > 0 ? await listTagged(db, reading, tags) : undefined
  const fields = [...new Set(all.nodes.flatMap(({ fieldId }) => fieldId ?? []))]
  const view = viewOf(all, filter, fields, tagged)
  const words = await loadChainWords(db, reading, new Set(view.chain.nodes.map(({ id }) => id)))
  return c.render(<ChainPage all={all} view={view} words={words} filter={filter} />)
})
