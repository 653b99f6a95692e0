/**
 * Mails that lie in the folder hold links with which one becomes somebody. Without signing in only mails to invented
 * people are read: every recipient is at a name under `.example`, which nobody can own (RFC 2606), and administers
 * nothing beyond the examples.
 */
export const isForExamples = (recipients: readonly string[], admins: ReadonlySet<string>): boolean =>
  recipients.length > 0 &&
  recipients.every((address) => /@[^@\s]+\.example$/i.test(address) && !admins.has(address.toLowerCase()))
