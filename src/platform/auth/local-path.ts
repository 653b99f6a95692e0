/**
 * A path of this instance, to go on to after signing in (with query and fragment); anything that could lead to another
 * site is undefined.
 */
export function localPath(text: string | undefined): string | undefined {
  if (!text?.startsWith('/') || text.length > 2000) return undefined
  const url = URL.parse(text, 'http://local.invalid')
  // `/.//site` stays here as a whole, but its path alone would lead to that site.
  if (url?.origin !== 'http://local.invalid' || url.pathname.startsWith('//')) return undefined
  return url.pathname + url.search + url.hash
}
