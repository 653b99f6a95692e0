import type { Linked } from '#platform/things/linked.ts'
import { LinkedName } from '#platform/things/linked-list.tsx'
import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { Form, FormActions } from '#ui/form.tsx'
import { EmptyResult } from '#ui/list.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { thingName } from '../model/drafts.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

interface Props {
  drafts: readonly Linked[]
  /** The thing that they are linked to. */
  back: string
  needsApproval: boolean
}

/** What a thing is linked to and the public does not see yet: to be published with it. */
export function LinkedDraftsPage({ drafts, back, needsApproval }: Props) {
  const t = useTexts(texts)
  const title = t('linked.title')
  return (
    <Page
      title={title}
      crumbs={[
        { label: t('plan'), path: paths.plan },
        { label: t('drafts.title'), path: paths.drafts },
        { label: title },
      ]}
      heading={<PageTitle title={title} lead={t('linked.lead')} />}
    >
      {drafts.length === 0 ? (
        <EmptyResult>{t('linked.none')}</EmptyResult>
      ) : (
        <Form action={{ path: paths.publishDrafts }}>
          <ul class="tw-partlist">
            {drafts.map((draft) => (
              <li>
                <Draft draft={draft} />
              </li>
            ))}
          </ul>
          <FormActions cancel={{ path: back }}>
            <Button primary>{needsApproval ? t('drafts.submitChosen') : t('drafts.publishChosen')}</Button>
          </FormActions>
        </Form>
      )}
    </Page>
  )
}

function Draft({ draft }: { draft: Linked }) {
  const t = useTexts(texts)
  const name = thingName(draft)
  return (
    <div class="tw-draft">
      <span class="kern-form-check">
        <input
          class="kern-form-check__checkbox"
          type="checkbox"
          id={`wahl-${name}`}
          name="thing"
          value={name}
          checked
        />
        <label class="kern-label" for={`wahl-${name}`}>
          <span class="tw-sr">
            {t('drafts.choose')}: {draft.title}
          </span>
        </label>
      </span>
      <p>
        <LinkedName thing={draft} />
      </p>
    </div>
  )
}
