import { resolve } from 'node:path'
import { createApp } from '../app.ts'
import { staticFile } from '#platform/http/static-files.ts'
import { root } from '#platform/root.ts'
import type { Services } from '#platform/services.ts'
import { paths as openDataPaths } from '#domains/open-data/paths.ts'
import { copySite, NothingPublic, type Copied, type CopyOptions } from '#platform/static-copy/copy.ts'
import { fillFolder, FolderError } from '#platform/static-copy/folder.ts'
import { CommandError, type Call, type Outcome } from './command.ts'
import { withServices } from './instance.ts'

// Reserved for examples of names (RFC 2606): nothing can answer there.
const nowhere = 'http://kopie.invalid'

/** Writes the public pages of a municipality into a folder, for a web space without any program. */
export function exportSite(call: Call, slug: string, folder: string): Promise<Outcome> {
  return withServices(call, async (services) => {
    const wanted = resolve(folder)
    try {
      const options = { replace: call.options['replace'] === true, precious: [root, services.config.dataDir] }
      const copied = await fillFolder(wanted, options, (draft) =>
        copyOfSite(services, { slug, folder: draft, say: call.say }),
      )
      return {
        text: `Geschrieben: ${copied.pages} Seiten und ${copied.files} Dateien in ${wanted}, Stand ${copied.date}.\nDie erste Seite ist index.html.`,
        data: { folder: wanted, ...copied },
      }
    } catch (error) {
      if (error instanceof NothingPublic) throw new CommandError(`Eine geöffnete Kommune ${slug} gibt es nicht.`)
      if (error instanceof FolderError) throw new CommandError(error.message)
      throw error
    }
  })
}

/** The pages as the app itself answers them to nobody in particular, without any network. */
export function copyOfSite(
  services: Services,
  { slug, folder, say }: Pick<CopyOptions, 'slug' | 'folder' | 'say'>,
): Promise<Copied> {
  const { config } = services
  const origin = config.hasPublicUrl ? new URL(config.publicUrl).origin : nowhere
  const identify = () => Promise.resolve({ identity: undefined, cookies: new Headers() })
  const app = createApp({ ...services, config: { ...config, publicUrl: origin }, identify })
  return copySite({
    ...{ slug, origin, folder, isLiving: config.hasPublicUrl },
    ...(say && { say }),
    livingOnly: [openDataPaths.page, openDataPaths.apiVersion, '/katalog'],
    ask: async (path, language) => {
      const built = staticFile(path)
      if (built) return { status: 200, type: built.type.split(';')[0] ?? '', body: built.content }
      const answer = await app.request(path, { headers: { 'accept-language': language } })
      return {
        status: answer.status,
        type: (answer.headers.get('content-type') ?? '').split(';')[0] ?? '',
        body: new Uint8Array(await answer.arrayBuffer()),
        location: answer.headers.get('location') ?? undefined,
      }
    },
  })
}
