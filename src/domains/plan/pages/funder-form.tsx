import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { CheckboxField } from '#ui/choice-fields.tsx'
import { ErrorSummary, Form, FormActions, FormPart, type FormState } from '#ui/form.tsx'
import { PageTitle } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { FileField, TextField } from '#ui/text-fields.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { Race, type Difference } from '#platform/things/race.tsx'

export interface FunderFormProps extends FormState {
  version: number
  /** The logo that is shown now. */
  logo: { fileId: number; alt: string } | null
  /** A picture that came with a refused form and is kept: its name, and the mark it travels under. */
  kept?: { name: string; mark: string }
  race?: Difference[]
}

/** The funder line: who pays, in which programme, the logo with alternative text and permission. */
export function FunderFormPage({ values, errors, version, logo, kept, race }: FunderFormProps) {
  const t = useTexts(texts)
  const { href } = usePage()
  const title = t('funder.edit')
  const form = { values, errors }
  return (
    <Page
      title={title}
      refused={Object.keys(errors).length > 0 || race !== undefined}
      crumbs={[{ label: t('plan'), path: paths.plan }, { label: title }]}
      heading={<PageTitle title={title} lead={t('funder.lead')} />}
    >
      {race && <Race differences={race} />}
      <ErrorSummary errors={errors} />
      <Form action={{ path: paths.funder }} hidden={{ version, kept: kept?.mark }} files>
        <FormPart id="teil-foerderung" title={t('funder')}>
          <TextField name="funder" label={t('form.funder')} {...form} optional />
          <TextField name="fundingProgramme" label={t('funder.programme')} {...form} optional />
        </FormPart>
        <FormPart id="teil-logo" title={t('funder.logo')}>
          {logo && (
            <figure class="tw-logo">
              <img src={href(paths.logo(logo.fileId))} alt={logo.alt} />
            </figure>
          )}
          {kept && <p class="tw-small">{t('funder.kept', { name: kept.name })}</p>}
          <FileField
            name="logo"
            label={logo || kept ? t('funder.otherLogo') : t('form.logo')}
            hint={t('form.logo.hint')}
            accept="image/png,image/jpeg,image/webp,image/gif"
            {...form}
            optional
          />
          <TextField name="logoAlt" label={t('form.logoAlt')} hint={t('form.logoAlt.hint')} {...form} />
          <TextField name="logoRights" label={t('form.logoRights')} hint={t('form.logoRights.hint')} {...form} />
          {logo && <CheckboxField name="removeLogo" label={t('form.removeLogo')} {...form} />}
        </FormPart>
        <FormActions cancel={{ path: paths.plan }}>
          <Button primary>{t('save')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}
