import { useTexts } from '#platform/texts/texts.ts'
import { ActionButton, LinkButton } from '#ui/buttons.tsx'
import { Page } from '#ui/page.tsx'
import { usePage } from '#ui/page-context.ts'
import { formatDate, type LocalDate } from '#values/local-date.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

/** What a preview link opens: one button. Mail filters fetch links; only the button opens the preview. */
export function PreviewEntrancePage({ token, lastDay }: { token: string; lastDay: LocalDate }) {
  const t = useTexts(texts)
  const { language } = usePage()
  return (
    <Page title={t('preview.open.title')}>
      <div class="tw-stack">
        <p class="tw-lead">{t('preview.open.text')}</p>
        <p class="tw-prose">{t('preview.open.until', { date: formatDate(lastDay, language) })}</p>
        <ActionButton to={{ path: paths.previewLink(token) }} primary>
          {t('preview.open.button')}
        </ActionButton>
      </div>
    </Page>
  )
}

export function PreviewOverPage() {
  const t = useTexts(texts)
  return (
    <Page title={t('preview.over.title')}>
      <p class="tw-lead">{t('preview.over.text')}</p>
    </Page>
  )
}

export function PreviewEndPage() {
  const t = useTexts(texts)
  return (
    <Page title={t('preview.end.title')}>
      <div class="tw-stack">
        <p class="tw-lead">{t('preview.end.text')}</p>
        <div class="tw-row">
          <ActionButton to={{ path: paths.endPreview }} primary>
            {t('preview.end.button')}
          </ActionButton>
          <LinkButton path="/">{usePage().words.cancel}</LinkButton>
        </div>
      </div>
    </Page>
  )
}
