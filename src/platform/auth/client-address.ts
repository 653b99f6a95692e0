import { isIPv4, isIPv6 } from 'node:net'

/**
 * The address a request comes from, for rate limits. Each of the `proxies` in front of the app (TRUST_PROXY) appends
 * the address it was called from to X-Forwarded-For; what stands further left is whatever the caller wrote there.
 */
export function clientAddress(headers: Headers, socketAddress: string | undefined, proxies: number): string {
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  const told = proxies > 0 ? forwarded.at(-Math.min(proxies, forwarded.length)) : undefined
  const address = (told && isAddress(told) ? told : (socketAddress ?? '')).replace(/^::ffff:(?=\d+\.)/i, '')
  return isIPv6(address) ? network(address) : address
}

const isAddress = (text: string) => isIPv4(text) || isIPv6(text)

// One household or office has a whole /64, so limits count by that.
function network(address: string): string {
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0')
  return `${[...groups, ...zeros, ...rest].slice(0, 4).join(':')}::/64`
}
