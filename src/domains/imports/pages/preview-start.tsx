import { useTexts } from '#platform/texts/texts.ts'
import { ActionButton, Button, LinkButton } from '#ui/buttons.tsx'
import { Form, FormActions } from '#ui/form.tsx'
import { Note } from '#ui/object.tsx'
import type { ImportOutcome } from '../model/outcome.ts'
import type { SkippedRow } from '../model/rows.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import type { OpenFile } from './frame.tsx'

/** Rows named beside the button; further ones stand in the list below. */
const mostNamed = 10

/** The button, and what stands in its way. */
export function Start({ file, outcome }: { file: OpenFile; outcome: ImportOutcome }) {
  const t = useTexts(texts)
  const { counts, rows } = outcome
  const todo = counts.created + counts.updated
  const published = rows.filter(({ outcome: one, isPublished }) => one === 'updated' && isPublished).length
  const back = <LinkButton path={paths.values(file.id)}>{t('back')}</LinkButton>
  if (todo === 0) {
    return (
      <>
        {counts.problem > 0 && <Note tone="warn">{t('preview.blocked', { count: counts.problem })}</Note>}
        {counts.problem === 0 && rows.length > 0 && <Note tone="ok">{t('preview.nothing')}</Note>}
        <FormActions>{back}</FormActions>
      </>
    )
  }
  return (
    <Form action={{ path: paths.preview(file.id) }}>
      {counts.problem > 0 && (
        <Note tone="warn">
          <p>{t('preview.blocked', { count: counts.problem })}</p>
          <LeftOut outcome={outcome} />
        </Note>
      )}
      {published > 0 && (
        <Note>
          {t(file.what === 'measures' ? 'preview.publicNote' : 'preview.publicEntries', { count: published })}
        </Note>
      )}
      <FormActions>
        {counts.problem > 0 ? (
          <Button primary name="leaveOutProblems" value="on">
            {t('preview.startWithout', { count: todo, without: counts.problem })}
          </Button>
        ) : (
          <Button primary>
            {t(file.what === 'measures' ? 'preview.start' : 'preview.startEntries', { count: todo })}
          </Button>
        )}
        {back}
      </FormActions>
    </Form>
  )
}

function LeftOut({ outcome: { rows, counts } }: { outcome: ImportOutcome }) {
  const t = useTexts(texts)
  const named = rows.filter(({ outcome }) => outcome === 'problem').slice(0, mostNamed)
  return (
    <>
      <p>{t('preview.leftOut')}</p>
      <ul class="tw-list">
        {named.map(({ row, number, title }) => (
          <li>
            {t('at.row', { row: String(row + 1) })}:{' '}
            <bdi>{[number, title].filter(Boolean).join(' ') || t('preview.untitled')}</bdi>
          </li>
        ))}
        {counts.problem > named.length && <li>{t('preview.more', { count: counts.problem - named.length })}</li>}
      </ul>
    </>
  )
}

/** What is created beside the measures. */
export function Creations({ outcome }: { outcome: ImportOutcome }) {
  const t = useTexts(texts)
  const created = outcome.creations.filter(({ isUnused }) => !isUnused)
  const kinds = Map.groupBy(created, ({ kind }) => kind)
  if (created.length === 0) return null
  return (
    <details>
      <summary>
        {t('preview.creations')}:{' '}
        {[...kinds].map(([kind, things]) => t(`thing.${kind}`, { count: things.length })).join(t('list.comma'))}
      </summary>
      <ul class="tw-list">
        {created.map(({ kind, name, code }) => (
          <li>
            <bdi>{code ? `${code} ${name}` : name}</bdi>{' '}
            <span class="tw-muted tw-small">{t(`thing.${kind}`, { count: 1 }).replace(/^1\s/, '')}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

interface SkippedProps {
  file: OpenFile
  skipped: readonly SkippedRow[]
  takenIn: readonly number[]
}

const canBeTakenIn = new Set<SkippedRow['why']>(['hidden', 'struck', 'legend'])

/** The rows that are no measure, and why. Sums are shown openly, and can be taken in after all. */
export function Skipped({ file, skipped, takenIn }: SkippedProps) {
  const t = useTexts(texts)
  const sums = skipped.filter(({ why }) => why === 'sum')
  const others = skipped.filter(({ why }) => why !== 'sum')
  const to = { path: paths.preview(file.id) }
  return (
    <>
      {(sums.length > 0 || takenIn.length > 0) && (
        <Note>
          <p>{t('preview.sums')}</p>
          <ul class="tw-list">
            {sums.slice(0, 100).map(({ row, text }) => (
              <li class="tw-row">
                {t('skip.sum', { row: String(row + 1), text })}
                <ActionButton to={to} hidden={{ takeIn: String(row + 1) }} small>
                  {t('preview.takeIn')}
                  <span class="tw-sr"> {t('at.row', { row: String(row + 1) })}</span>
                </ActionButton>
              </li>
            ))}
            {takenIn.map((row) => (
              <li class="tw-row">
                {t('preview.takenIn', { row: String(row) })}
                <ActionButton to={to} hidden={{ leaveOut: String(row) }} small>
                  {t('preview.leaveOutAgain')}
                  <span class="tw-sr"> {t('at.row', { row: String(row) })}</span>
                </ActionButton>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {others.length > 0 && (
        <details>
          <summary>{t('preview.skipped', { count: others.length })}</summary>
          <ul class="tw-list">
            {others.slice(0, 100).map(({ row, why, text }) => (
              <li class="tw-row">
                {t(`skip.${why}`, { row: String(row + 1), text })}
                {canBeTakenIn.has(why) && (
                  <ActionButton to={to} hidden={{ takeIn: String(row + 1) }} small>
                    {t('preview.takeIn')}
                    <span class="tw-sr"> {t('at.row', { row: String(row + 1) })}</span>
                  </ActionButton>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
