import type { ComponentChildren } from 'preact'
import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { Form, FormActions } from '#ui/form.tsx'
import { Link } from '#ui/link.tsx'
import { Note, PageTitle } from '#ui/object.tsx'
import { Page, type Crumb } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { pageOf, type Linked } from './linked.ts'
import { thingTexts } from './texts/index.ts'

/** What hangs on a thing that is to be removed. */
export interface Hanging {
  label: ComponentChildren
  path: string
  /** It cannot exist without the thing: removing is refused as long as it is there. */
  blocks: boolean
}

/** The thing at the other end of a link that will end. */
export const hangingOf = (thing: Linked): Hanging => ({
  label: thing.title,
  path: pageOf(thing),
  blocks: false,
})

interface Props {
  title: string
  crumbs: Crumb[]
  thing: { id: number; version: number; publishedAt: Date | null }
  action: string
  cancel: string
  hanging: readonly Hanging[]
  /** What goes with it besides its links, in words. */
  lost?: readonly string[]
  /** Instead of what is said of drafts and of public things. */
  lead?: ComponentChildren
  /** Why it was refused just now. */
  reason?: string | undefined
  /** It was changed after the person opened this page. */
  wasChanged?: boolean
}

/** Asks once more before something is removed, and says what will be lost with it. */
export function RemovePage({
  title,
  crumbs,
  thing,
  action,
  cancel,
  hanging,
  lost = [],
  lead,
  reason,
  wasChanged = false,
}: Props) {
  const t = useTexts(thingTexts)
  const blocking = hanging.filter(({ blocks }) => blocks)
  const losing = hanging.filter(({ blocks }) => !blocks)
  const links = (things: readonly Hanging[]) => (
    <ul>
      {things.map(({ label, path }) => (
        <li>
          <Link path={path}>{typeof label === 'string' ? <ForeignText text={label} language="de" /> : label}</Link>
        </li>
      ))}
    </ul>
  )
  return (
    <Page
      title={t('remove.title')}
      crumbs={[...crumbs, { label: t('remove') }]}
      heading={<PageTitle title={t('remove.title')} lead={<ForeignText text={title} language="de" />} />}
    >
      <div class="tw-stack tw-prose">
        {wasChanged && (
          <Note tone="warn">
            <p>{t('remove.changed')}</p>
          </Note>
        )}
        {reason !== undefined && (
          <Note tone="warn">
            <p>{reason}</p>
          </Note>
        )}
        <p>{lead ?? (thing.publishedAt === null ? t('remove.draft') : t('remove.public'))}</p>
        {lost.length > 0 && blocking.length === 0 && (
          <>
            <p>{t('remove.lost')}</p>
            <ul>
              {lost.map((what) => (
                <li>{what}</li>
              ))}
            </ul>
          </>
        )}
        {blocking.length > 0 && (
          <>
            <p>{t('remove.blocked')}</p>
            {links(blocking)}
          </>
        )}
        {losing.length > 0 && (
          <>
            <p>{t('remove.loses')}</p>
            {links(losing)}
          </>
        )}
      </div>
      <Form action={{ path: action }} hidden={{ version: thing.version }}>
        <FormActions cancel={{ path: cancel }}>
          {blocking.length === 0 && <Button primary>{t('remove.yes')}</Button>}
        </FormActions>
      </Form>
    </Page>
  )
}
