import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { Form, FormActions } from '#ui/form.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page, type Crumb } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import type { Linked } from './linked.ts'
import { LinkedList } from './linked-list.tsx'
import { thingTexts } from './texts/index.ts'

interface Props {
  title: string
  crumbs: Crumb[]
  action: string
  cancel: string
  /** Public things that show it now. */
  linked?: readonly Linked[]
  /** What the public will no longer see, if it is more than one entry. */
  gone?: string
}

/** Asks before something is taken out of the public's sight, and says what the public will no longer see. */
export function WithdrawPage({ title, crumbs, action, cancel, linked = [], gone }: Props) {
  const t = useTexts(thingTexts)
  return (
    <Page
      title={t('withdraw.title')}
      crumbs={[...crumbs, { label: t('withdraw') }]}
      heading={<PageTitle title={t('withdraw.title')} lead={<ForeignText text={title} language="de" />} />}
    >
      <div class="tw-stack tw-prose">
        <p>{gone ?? t('withdraw.gone')}</p>
        <p>{t('withdraw.stays')}</p>
        {linked.length > 0 && (
          <>
            <p>{t('withdraw.linked', { count: linked.length })}</p>
            <LinkedList things={linked} />
          </>
        )}
      </div>
      <Form action={{ path: action }}>
        <FormActions cancel={{ path: cancel }}>
          <Button primary>{t('withdraw')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}
