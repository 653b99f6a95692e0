/** What Excel and LibreOffice take for the beginning of a formula, also in its full-width form. */
const startsFormula = /^'*[=+\-@\t\r\n＝＋－＠]/
/** A number on its own is harmless and stays a number: -5 or +1.234,50. */
const plainNumber = /^[+-]?\d+(?:\.\d{3})*(?:[.,]\d+)?$/

/** Puts an apostrophe before a text that a spreadsheet would run as a formula (OWASP, CSV injection). */
export const guarded = (text: string) => (startsFormula.test(text) && !plainNumber.test(text) ? `'${text}` : text)

/** Takes the apostrophe of `guarded` away again, so that what was written is read back. */
export const unguarded = (text: string) =>
  text.startsWith("'") && startsFormula.test(text.slice(1)) ? text.slice(1) : text
