import { Approvers } from '#platform/things/publish-action.tsx'
import { useTexts } from '#platform/texts/texts.ts'
import { Button, EditLink } from '#ui/buttons.tsx'
import { ErrorSummary, Form, FormActions, type FormState } from '#ui/form.tsx'
import { EmptyResult } from '#ui/list.tsx'
import { Link, useAddress } from '#ui/link.tsx'
import { Badge } from '#ui/marks.tsx'
import { Note, PageTitle } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { TextArea } from '#ui/text-fields.tsx'
import { formatInstant } from '#values/local-date.ts'
import { withQuery } from '#values/query.ts'
import { thingName } from '../model/drafts.ts'
import { paths } from '../paths.ts'
import type { Draft } from '../queries/drafts.ts'
import { texts } from '../texts/index.ts'
import { pageOfThing } from './places.ts'

export interface DraftsProps {
  drafts: Draft[]
  total: number
  may: { publish: boolean; approve: boolean; needsApproval: boolean }
  /** Kinds that can be published from here; the others on their own page. */
  kinds: ReadonlySet<string>
  /** What publishing just now found missing, by thing. */
  incomplete: ReadonlyMap<string, string[]>
}

/** Everything that is not public yet, across all kinds. */
export function DraftsPage({ drafts, total, may, kinds, incomplete }: DraftsProps) {
  const t = useTexts(texts)
  const address = useAddress()
  const canPublish = may.publish && drafts.some(({ kind }) => kinds.has(kind))
  return (
    <Page
      title={t('drafts.title')}
      crumbs={[{ label: t('plan'), path: paths.plan }, { label: t('drafts.title') }]}
      heading={<PageTitle title={t('drafts.title')} lead={t('drafts.lead', { count: total })} />}
    >
      {may.needsApproval && (
        <Note>
          <p>{t('drafts.approval')}</p>
          <Approvers />
        </Note>
      )}
      {incomplete.size > 0 && (
        <Note tone="warn">
          <p>{t('drafts.incomplete', { count: incomplete.size })}</p>
        </Note>
      )}
      {drafts.length === 0 ? (
        <EmptyResult>{t('drafts.none')}</EmptyResult>
      ) : (
        <form method="post" action={address({ path: paths.publishDrafts })}>
          <ul class="tw-partlist">
            {drafts.map((draft) => (
              <DraftRow draft={draft} may={may} kinds={kinds} missing={incomplete.get(thingName(draft))} />
            ))}
          </ul>
          {total > drafts.length && (
            <p class="tw-small tw-muted">{t('drafts.more', { count: total - drafts.length })}</p>
          )}
          {canPublish && (
            <div class="tw-actions">
              <Button primary>{may.needsApproval ? t('drafts.submitChosen') : t('drafts.publishChosen')}</Button>
            </div>
          )}
        </form>
      )}
    </Page>
  )
}

interface RowProps extends Pick<DraftsProps, 'may' | 'kinds'> {
  draft: Draft
  missing: string[] | undefined
}

function DraftRow({ draft, may, kinds, missing }: RowProps) {
  const t = useTexts(texts)
  const name = thingName(draft)
  const canPublish = may.publish && kinds.has(draft.kind)
  return (
    <li>
      <div class="tw-draft">
        {canPublish && (
          <span class="kern-form-check">
            <input class="kern-form-check__checkbox" type="checkbox" id={`wahl-${name}`} name="thing" value={name} />
            <label class="kern-label" for={`wahl-${name}`}>
              <span class="tw-sr">
                {t('drafts.choose')}: {draft.label}
              </span>
            </label>
          </span>
        )}
        <div>
          <p>
            <span class="tw-small tw-muted">{t.dynamic(`thing.${draft.kind}`)}</span>{' '}
            {draft.submittedAt && <Badge tone="warn">{t('submitted')}</Badge>}
            <br />
            <Link path={pageOfThing(draft.kind, draft.id)}>
              {draft.number !== null && <bdi>{draft.number} </bdi>}
              <span lang="de">{draft.label}</span>
            </Link>
          </p>
          <LastTouch draft={draft} />
          {draft.comment && !draft.submittedAt && (
            <p class="tw-small">
              <strong>{t('drafts.comment')}:</strong> <span lang="de">{draft.comment}</span>
            </p>
          )}
          {missing && (
            <p class="tw-small tw-gap-word">
              {t('publish.missing', { list: missing.map((key) => wordOf(t, key)).join(', ') || t('drafts.something') })}
            </p>
          )}
        </div>
      </div>
      <div class="tw-row">
        {may.approve && draft.submittedAt && (
          <EditLink icon="none" path={withQuery(paths.returnDraft, { thing: name })}>
            {t('drafts.return')}
            <span class="tw-sr">: {draft.label}</span>
          </EditLink>
        )}
        {canPublish && may.needsApproval && draft.submittedAt && <Approvers waits />}
        {canPublish && !(may.needsApproval && draft.submittedAt) && (
          <Button small name="one" value={name}>
            {may.needsApproval ? t('submit') : draft.submittedAt ? t('drafts.approve') : t('publish')}
            <span class="tw-sr">: {draft.label}</span>
          </Button>
        )}
      </div>
    </li>
  )
}

/** The word for something that is missing; a word of another kind that is not known here stays out. */
function wordOf(t: ReturnType<typeof useTexts<(typeof texts)['all']['de']>>, key: string): string {
  const word = t.dynamic(`need.${key}`)
  return word === `need.${key}` ? t('drafts.something') : word
}

function LastTouch({ draft: { act, at, by } }: { draft: Draft }) {
  const t = useTexts(texts)
  const { language } = usePage()
  if (!at || !act) return null
  const when = formatInstant(at, language)
  const known = ['created', 'changed', 'submitted', 'withdrawn', 'returned', 'moved', 'merged', 'confirmed']
  const what = known.includes(act) ? t.dynamic(`act.${act}`) : t('act.changed')
  return (
    <p class="tw-small tw-muted">
      {by === null ? t('drafts.last', { what, when }) : t('drafts.lastBy', { what, when, who: by })}
    </p>
  )
}

/** Giving something back, with a word why. */
export function ReturnPage({ thing, label, values, errors }: FormState & { thing: string; label: string }) {
  const t = useTexts(texts)
  const title = t('drafts.return')
  return (
    <Page
      title={title}
      refused={Object.keys(errors).length > 0}
      crumbs={[
        { label: t('plan'), path: paths.plan },
        { label: t('drafts.title'), path: paths.drafts },
        { label: title },
      ]}
      heading={<PageTitle title={title} lead={<span lang="de">{label}</span>} />}
    >
      <ErrorSummary errors={errors} />
      <Form action={{ path: paths.returnDraft }} hidden={{ thing }}>
        <TextArea
          name="comment"
          label={t('drafts.comment')}
          hint={t('drafts.comment.hint')}
          values={values}
          errors={errors}
        />
        <FormActions cancel={{ path: paths.drafts }}>
          <Button primary>{t('drafts.return')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}
