import { useTexts } from '#platform/texts/texts.ts'
import { ActionButton } from '#ui/buttons.tsx'
import { Glyph } from '#ui/glyph.tsx'
import { Link } from '#ui/link.tsx'
import { usePage } from '#ui/page-context.ts'
import { thingTexts } from './texts/index.ts'

interface Props {
  path: string
  /** Publishing only hands it to the department head. */
  needsApproval: boolean
  submittedAt: Date | null
  /** For a row of a list: small, and with the thing's name for who does not see the row. */
  row?: string
}

/** Publish, or hand over to whoever approves: says who that is, and once handed over where it lies. */
export function PublishAction({ path, needsApproval, submittedAt, row }: Props) {
  const t = useTexts(thingTexts)
  const small = row !== undefined
  const named = row !== undefined && <span class="tw-sr">: {row}</span>
  if (!needsApproval) {
    return (
      <ActionButton to={{ path }} small={small}>
        {t('publish')}
        {named}
      </ActionButton>
    )
  }
  if (submittedAt !== null) return <Approvers waits />
  return (
    <>
      <ActionButton to={{ path }} small={small}>
        {t('submit')}
        {named}
      </ActionButton>
      {!small && <Approvers />}
    </>
  )
}

/** Who gets what is handed over for approval; where nobody can approve, the way to invite somebody. */
export function Approvers({ waits = false }: { waits?: boolean }) {
  const t = useTexts(thingTexts)
  const { approval } = usePage()
  if (!approval) return null
  const { names, invitePath } = approval
  if (names.length === 0) {
    return (
      <span class="tw-small tw-stop-word">
        <Glyph name="c-stop" /> {t('approval.nobody')} <Link path={invitePath}>{t('approval.invite')}</Link>
      </span>
    )
  }
  const list = names.map((name) => name ?? t('approval.head')).join(', ')
  return <span class="tw-small">{waits ? t('approval.waits', { list }) : t('approval.who', { list })}</span>
}
