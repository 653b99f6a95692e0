import { join } from 'node:path'
import { domain, type Ctx } from '#platform/http/app.ts'
import { NotFound } from '#platform/http/problems.ts'
import { neverStore } from '#platform/http/visitor.ts'
import { listMails, readMail, type StoredMail } from '#platform/mail/mail-folder.ts'
import { isForExamples } from '../model/mails.ts'
import { MailPage, MailsPage } from '../pages/mails.tsx'
import { paths } from '../paths.ts'
import { listInstanceAdmins } from '../queries/examples.ts'

/** Mails that were written into the folder, because no mail server is set. */
export const routes = domain()

routes.use(`${paths.mails}/*`, neverStore)

routes.get(paths.mails, async (c) => {
  const folder = folderOf(c)
  const mayRead = await readableBy(c)
  const mails = (await listMails(folder)).filter(mayRead)
  const seesAll = c.var.person?.isInstanceAdmin === true
  return c.render(<MailsPage mails={mails} folder={folder} seesAll={seesAll} />)
})

routes.get('/mail/:id', async (c) => {
  const mail = await readMail(folderOf(c), c.req.param('id'))
  if (!mail || !(await readableBy(c))(mail)) throw new NotFound()
  return c.render(<MailPage mail={mail} />)
})

/** Throws NotFound for who may not see it: the page is then not there at all. */
function folderOf(c: Ctx): string {
  if (!maySeeMails(c)) throw new NotFound()
  return join(c.var.services.config.dataDir, 'mail')
}

/** Whoever runs the instance reads every mail, anyone else only those to the examples. */
async function readableBy(c: Ctx): Promise<(mail: StoredMail) => boolean> {
  if (c.var.person?.isInstanceAdmin) return () => true
  const admins = new Set(await listInstanceAdmins(c.var.db))
  return ({ recipients }) => isForExamples(recipients, admins)
}

/**
 * Mails that lie in the folder may be read where no mail server is: by the instance admin, and by anyone while the
 * examples are tried out on one's own machine: those to the examples, because accounts of real people may be there too.
 */
export function maySeeMails(c: Ctx): boolean {
  const { services, person } = c.var
  const { mailer, config } = services
  return mailer.kind === 'folder' && (person?.isInstanceAdmin === true || (config.demo && !config.hasPublicUrl))
}
