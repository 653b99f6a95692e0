import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { ErrorSummary, HiddenField, type FormState } from '#ui/form.tsx'
import { Columns, Note, PageTitle, SidePart } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import type { KeptForm } from '../model/kept.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { PasswordForm } from './sign-in.tsx'

/** A form came from somebody who is not signed in any more: says so, and keeps what was typed until they are. */
export function SessionEndedPage({ kept, values, errors }: FormState & { kept: KeptForm }) {
  const t = useTexts(texts)
  const { href } = usePage()
  return (
    <Page title={t('ended')} refused heading={<PageTitle title={t('ended')} lead={t('ended.lead')} first />}>
      <Columns
        label={t('signIn.other')}
        side={
          <SidePart title={t('signIn.other')}>
            <p class="tw-small">{t('ended.other')}</p>
            <p>
              <a href={href(paths.signIn)} target="_blank" rel="noopener">
                {t('ended.newTab')}
              </a>
            </p>
            <SendAgainForm kept={kept} label={t('ended.sendAgain')} />
          </SidePart>
        }
      >
        <ErrorSummary errors={errors} />
        <PasswordForm kept={kept} values={values} errors={errors} />
        <MissingFiles files={kept.files} />
      </Columns>
    </Page>
  )
}

/** The municipality wants a second factor first: to be set up in another window, while what was typed waits here. */
export function FactorFirstPage({ kept }: { kept: KeptForm }) {
  const t = useTexts(texts)
  const { href } = usePage()
  return (
    <Page title={t('factorFirst')} heading={<PageTitle title={t('factorFirst')} lead={t('factorFirst.lead')} first />}>
      <div class="tw-stack">
        <p>
          <a href={href(paths.secondFactor)} target="_blank" rel="noopener">
            {t('factorFirst.newTab')}
          </a>
        </p>
        <MissingFiles files={kept.files} />
        <SendAgainForm kept={kept} label={t('factorFirst.send')} primary />
      </div>
    </Page>
  )
}

/** Signed in again: one button sends what was typed to where it was going. */
export function SendAgainPage({ kept, name }: { kept: KeptForm; name: string }) {
  const t = useTexts(texts)
  return (
    <Page title={t('again')} heading={<PageTitle title={t('again')} lead={t('again.lead', { name })} first />}>
      <div class="tw-stack">
        <MissingFiles files={kept.files} />
        <SendAgainForm kept={kept} label={t('again.send')} primary />
      </div>
    </Page>
  )
}

function SendAgainForm({ kept, label, primary = false }: { kept: KeptForm; label: string; primary?: boolean }) {
  return (
    <form
      method="post"
      action={kept.action}
      {...(kept.files.length > 0 && { enctype: 'multipart/form-data' as const })}
    >
      {kept.fields.map(([name, value]) => (
        <HiddenField name={name} value={value} />
      ))}
      <Button primary={primary}>{label}</Button>
    </form>
  )
}

function MissingFiles({ files }: { files: readonly string[] }) {
  const t = useTexts(texts)
  if (files.length === 0) return null
  return <Note tone="warn">{t('ended.files', { names: files.join(', ') })}</Note>
}
