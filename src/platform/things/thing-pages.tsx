import type { ComponentChildren } from 'preact'
import { useTexts } from '#platform/texts/texts.ts'
import { Button, EditLink, LinkButton } from '#ui/buttons.tsx'
import { Glyph } from '#ui/glyph.tsx'
import { Badge } from '#ui/marks.tsx'
import { Note, SidePart } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { PublishAction } from './publish-action.tsx'
import { thingTexts } from './texts/index.ts'

/** Where the acts on one thing live. */
export interface ThingPaths {
  list: string
  one: (id: number) => string
  new: string
  edit: (id: number) => string
  publish: (id: number) => string
  withdraw: (id: number) => string
  remove: (id: number) => string
  /** Absent: things of this kind stand in the order of their names. */
  move?: (id: number) => string
  history: (id: number) => string
}

/** What this person may do with this thing. */
export interface ThingMay {
  edit: boolean
  publish: boolean
  remove: boolean
  seeHistory: boolean
  /** Write its texts in other languages. */
  translate: boolean
  /** Publishing only hands it to the department head. */
  needsApproval: boolean
}

/** What decides which acts are offered. */
export interface ThingState {
  id: number
  publishedAt: Date | null
  submittedAt: Date | null
}

interface ActionsProps {
  thing: ThingState
  paths: Pick<ThingPaths, 'edit' | 'publish' | 'withdraw' | 'remove'>
  may: ThingMay
  /** What publishing still needs, in words. */
  missing: readonly string[]
  /** Further acts of this kind of thing; they stand before the removal. */
  children?: ComponentChildren
}

/** Edit, publish or withdraw, remove: the buttons below the heading of a thing's page. */
export function ThingActions({ thing: { id, publishedAt, submittedAt }, paths, may, missing, children }: ActionsProps) {
  const t = useTexts(thingTexts)
  if (!may.edit) return null
  return (
    <>
      <LinkButton path={paths.edit(id)} primary>
        {t('edit')}
      </LinkButton>
      {may.publish && publishedAt === null && missing.length === 0 && (
        <PublishAction path={paths.publish(id)} needsApproval={may.needsApproval} submittedAt={submittedAt} />
      )}
      {may.publish && publishedAt !== null && <LinkButton path={paths.withdraw(id)}>{t('withdraw')}</LinkButton>}
      {children}
      {may.remove && (
        <EditLink path={paths.remove(id)} icon="delete">
          {t('remove')}
        </EditLink>
      )}
    </>
  )
}

/** Said on the page of what the public does not see yet, with what it lacks. */
export function DraftNote({
  thing: { publishedAt, submittedAt },
  missing,
}: {
  thing: ThingState
  missing: readonly string[]
}) {
  const t = useTexts(thingTexts)
  if (publishedAt !== null) return null
  return (
    <Note tone="warn">
      <p>
        <Badge tone="warn">{submittedAt === null ? t('draft') : t('submitted')}</Badge>{' '}
        {submittedAt === null ? t('draft.text') : t('submitted.text')}{' '}
        {missing.length > 0 && t('publish.missing', { list: missing.join(', ') })}
      </p>
    </Note>
  )
}

/** A short mark in lists on what the public does not see yet. */
export const DraftBadge = ({ isDraft }: { isDraft: boolean }) => {
  const t = useTexts(thingTexts)
  return isDraft ? <Badge tone="warn">{t('draft')}</Badge> : null
}

/** At the end of a thing's page: when it was last changed, its texts in other languages, and its history. */
export function ThingFoot({ may, history, translations, lastChange }: FootProps) {
  const t = useTexts(thingTexts)
  return (
    <>
      {lastChange && <p class="tw-small tw-muted tw-mt6">{lastChange}</p>}
      {(may.seeHistory || may.translate) && (
        <p class="tw-row tw-mt6">
          {may.translate && <EditLink path={translations}>{t('translations')}</EditLink>}
          {may.seeHistory && (
            <EditLink icon="none" path={history}>
              {t('history')}
            </EditLink>
          )}
        </p>
      )}
    </>
  )
}

interface FootProps {
  may: Pick<ThingMay, 'seeHistory' | 'translate'>
  history: string
  translations: string
  /** "Zuletzt geändert am …": see `lastChangeOf`. */
  lastChange?: string | undefined
}

export function HistoryLink({ path }: { path: string }) {
  const t = useTexts(thingTexts)
  return (
    <p class="tw-mt6">
      <EditLink icon="none" path={path}>
        {t('history')}
      </EditLink>
    </p>
  )
}

/** Save, or save and publish; what is public already is only saved. */
export function SaveButtons({ isPublished, mayPublish }: { isPublished: boolean; mayPublish: boolean }) {
  const t = useTexts(thingTexts)
  if (isPublished || !mayPublish) return <Button primary>{t('form.save')}</Button>
  return (
    <>
      <Button primary name="publish" value="1">
        {t('form.saveAndPublish')}
      </Button>
      <Button>{t('form.saveDraft')}</Button>
    </>
  )
}

/** Beside a form: what saving will do. */
export function GoodToKnow({ isPublished, children }: { isPublished: boolean; children?: ComponentChildren }) {
  const t = useTexts(thingTexts)
  return (
    <SidePart title={t('form.goodToKnow')}>
      <p class="tw-small">{isPublished ? t('form.goodToKnow.public') : t('form.goodToKnow.draft')}</p>
      {children}
    </SidePart>
  )
}

/** One place up or down among its neighbours; the first and the last have only one way. */
export function MoveButtons({
  path,
  title,
  isFirst,
  isLast,
  back,
}: {
  path: string
  title: string
  isFirst: boolean
  isLast: boolean
  /** Where the buttons stand, if not in the list. */
  back?: string
}) {
  const t = useTexts(thingTexts)
  const { href } = usePage()
  if (isFirst && isLast) return null
  return (
    <form method="post" action={href(path)} class="tw-moves">
      {back !== undefined && <input type="hidden" name="back" value={back} />}
      {!isFirst && (
        <button class="tw-move" type="submit" name="direction" value="up">
          <Glyph name="up" />
          <span class="tw-sr">{t('moveUp', { title })}</span>
        </button>
      )}
      {!isLast && (
        <button class="tw-move" type="submit" name="direction" value="down">
          <Glyph name="down" />
          <span class="tw-sr">{t('moveDown', { title })}</span>
        </button>
      )}
    </form>
  )
}
