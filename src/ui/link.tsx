import type { ComponentChildren } from 'preact'
import { usePage } from './page-context.ts'

/** Where a link leads: a path inside the municipality (`/massnahmen`), or a complete address (`#teil`, `https://…`). */
export type To = { path: string } | { href: string }

/** The address of a target on the page being rendered. */
export function useAddress(): (to: To) => string {
  const page = usePage()
  return (to) => ('path' in to ? page.href(to.path) : to.href)
}

/** A link in running text or in a list. */
export function Link({ children, ...to }: To & { children: ComponentChildren }) {
  return <a href={useAddress()(to)}>{children}</a>
}
