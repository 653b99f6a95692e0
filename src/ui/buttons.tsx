import type { ComponentChildren } from 'preact'
import { type To, useAddress } from './link.tsx'

interface Look {
  children: ComponentChildren
  /** One primary button per page, all others are secondary. */
  primary?: boolean
  /** For actions in a row of a list. Still 44 px high. */
  small?: boolean
}

const look = ({ primary = false, small = false }: Pick<Look, 'primary' | 'small'>) =>
  `kern-btn ${primary ? 'kern-btn--primary' : 'kern-btn--secondary'}${small ? ' kern-btn--small' : ''}`

interface ButtonProps extends Look {
  name?: string
  value?: string
  /** Sends the form to another address than its own. */
  action?: To
}

/** Sends the form it stands in. */
export function Button({ children, primary = false, small = false, name, value, action }: ButtonProps) {
  const address = useAddress()
  return (
    <button
      class={look({ primary, small })}
      type="submit"
      {...(name && { name })}
      {...(value !== undefined && { value })}
      {...(action && { formaction: address(action) })}
    >
      <span class="kern-label">{children}</span>
    </button>
  )
}

/** A link that looks like a button: leads to the next thing to do. */
export function LinkButton({ children, primary = false, small = false, ...to }: Look & To) {
  return (
    <a class={look({ primary, small })} href={useAddress()(to)}>
      <span class="kern-label">{children}</span>
    </a>
  )
}

const icons = {
  edit: 'kern-icon kern-icon--edit',
  add: 'kern-icon kern-icon--add',
  delete: 'kern-icon kern-icon--delete',
  download: 'kern-icon kern-icon--download',
} as const

/** A quiet link to an action: pencil and word, or another sign. */
export function EditLink({
  children,
  icon = 'edit',
  ...to
}: To & { children: ComponentChildren; icon?: keyof typeof icons | 'none' }) {
  return (
    <a class="tw-edit" href={useAddress()(to)}>
      {icon !== 'none' && <span class={icons[icon]} aria-hidden="true" />}
      {children}
    </a>
  )
}

/** A single act without a page of its own (confirm, sign out): a form of one button. */
export function ActionButton({ to, hidden = {}, ...button }: Look & { to: To; hidden?: Record<string, string> }) {
  return (
    <form method="post" action={useAddress()(to)} class="tw-act">
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button {...button} />
    </form>
  )
}
