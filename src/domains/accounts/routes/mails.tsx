import { join } from 'node:path'
import { domain, type Ctx } from '#platform/http/app.ts'
import { NotFound } from '#platform/http/problems.ts'
import { neverStore } from '#platform/http/visitor.ts'
import { listMails, readMail } from '#platform/mail/mail-folder.ts'
import { MailPage, MailsPage } from '../pages/mails.tsx'
import { paths } from '../paths.ts'

/** Mails that were written into the folder, because no mail server is set. */
export const routes = domain()

routes.use(`${paths.mails}/*`, neverStore)

routes.get(paths.mails, async (c) => {
  const folder = folderOf(c)
  return c.render(<MailsPage mails={await listMails(folder)} folder={folder} />)
})

routes.get('/mail/:id', async (c) => {
  const mail = await readMail(folderOf(c), c.req.param('id'))
  if (!mail) throw new NotFound()
  return c.render(<MailPage mail={mail} />)
})

/** Throws NotFound for who may not see it: the page is then not there at all. */
function folderOf(c: Ctx): string {
  if (!maySeeMails(c)) throw new NotFound()
  return join(c.var.services.config.dataDir, 'mail')
}

/**
 * Mails that lie in the folder may be read where no mail server is: by the instance admin, and by anyone while the
 * examples are tried out on one's own machine. An instance with a public address has accounts of real people: their
 * links are nobody else's business.
 */
export function maySeeMails(c: Ctx): boolean {
  const { services, person } = c.var
  const { mailer, config } = services
  return mailer.kind === 'folder' && (person?.isInstanceAdmin === true || (config.demo && !config.hasPublicUrl))
}
