import type { Ctx } from '#platform/http/app.ts'

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
