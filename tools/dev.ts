// npm run dev: the sources as they are, started anew by Node when one of them changes.
import { buildAssets } from './build-assets.ts'

await buildAssets()
await import('#app/main.ts')
