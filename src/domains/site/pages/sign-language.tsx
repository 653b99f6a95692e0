import { useTexts } from '#platform/texts/texts.ts'
import { Button, EditLink, LinkButton } from '#ui/buttons.tsx'
import { CheckboxField } from '#ui/choice-fields.tsx'
import { ErrorSummary, Form, FormActions, type FormState } from '#ui/form.tsx'
import { Note, PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { usePage } from '#ui/page-context.ts'
import { Prose } from '#ui/prose.tsx'
import { FileField, TextArea, TextField } from '#ui/text-fields.tsx'
import type { Film } from '../model/film.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

export function SignLanguagePage({ film, mayEdit }: { film: Film | undefined; mayEdit: boolean }) {
  const t = useTexts(texts)
  const title = t('sign.title')
  const isThere = film !== undefined && (film.file !== null || film.link !== null)
  const actions = mayEdit ? <EditLink path={paths.editSignLanguage}>{t('sign.edit')}</EditLink> : undefined
  return (
    <Page
      title={title}
      crumbs={[{ label: title }]}
      heading={<PageTitle title={title} {...(isThere && { lead: t('sign.lead') })} actions={actions} />}
    >
      {isThere ? <FilmShown film={film} /> : <NoFilm />}
    </Page>
  )
}

function NoFilm() {
  const t = useTexts(texts)
  return (
    <div class="tw-stack">
      <p class="tw-lead">{t('sign.none')}</p>
      <LinkButton path={paths.reportBarrier} primary>
        {t('sign.none.write')}
      </LinkButton>
    </div>
  )
}

function FilmShown({ film: { file, link, transcript } }: { film: Film }) {
  const t = useTexts(texts)
  const { href } = usePage()
  return (
    <div class="tw-legal">
      {file && (
        // The film has no sound; what it says stands below in words.
        <video class="tw-film" controls muted preload="metadata" aria-label={t('sign.film')}>
          <source src={href(paths.signLanguageFilm)} type={file.mediaType} />
        </video>
      )}
      {link && (
        <div class="tw-stack">
          <a class="kern-btn kern-btn--primary" href={link}>
            <span class="kern-label">{t('sign.link')}</span>
          </a>
          <p class="tw-small">{t('sign.link.hint', { host: new URL(link).hostname })}</p>
        </div>
      )}
      {transcript && (
        <section class="tw-part" aria-labelledby="worte">
          <h2 class="kern-heading-medium" id="worte">
            {t('sign.transcript')}
          </h2>
          <Prose text={transcript} language="de" />
        </section>
      )}
    </div>
  )
}

interface FilmFormProps extends FormState {
  version: number
  /** Name of the stored file. */
  stored: string | undefined
  /** Somebody saved meanwhile: the link that is stored now. */
  race?: { link: string | null }
}

export function FilmFormPage({ values, errors, version, stored, race }: FilmFormProps) {
  const t = useTexts(texts)
  const title = t('sign.edit')
  const form = { values, errors }
  return (
    <Page
      title={title}
      refused={Object.keys(errors).length > 0 || race !== undefined}
      crumbs={[{ label: t('sign.title'), path: paths.signLanguage }, { label: title }]}
      heading={<PageTitle title={title} />}
    >
      {race && (
        <div class="tw-mb5">
          <Note tone="warn">
            <p>{t('sign.race')}</p>
            <p>{t('sign.race.now', { link: race.link ?? t('sign.race.nothing') })}</p>
          </Note>
        </div>
      )}
      <ErrorSummary errors={errors} />
      <Form action={{ path: paths.editSignLanguage }} hidden={{ version }} files>
        <TextField
          name="link"
          type="url"
          label={t('sign.form.link')}
          hint={t('sign.form.link.hint')}
          dir="ltr"
          {...form}
          optional
        />
        <FileField
          name="file"
          label={t('sign.form.file')}
          hint={t('sign.form.file.hint')}
          accept="video/mp4,video/webm"
          {...form}
          optional
        />
        {stored && (
          <CheckboxField
            name="removeFile"
            label={t('sign.form.remove')}
            hint={t('sign.form.stored', { name: stored })}
            {...form}
          />
        )}
        <TextArea
          name="transcript"
          label={t('sign.form.transcript')}
          hint={t('sign.form.transcript.hint')}
          rows={10}
          lang="de"
          dir="ltr"
          {...form}
          optional
        />
        <FormActions cancel={{ path: paths.signLanguage }}>
          <Button primary>{t('sign.form.save')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}
