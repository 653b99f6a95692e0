import { useTexts } from '#platform/texts/texts.ts'
import { Race, type Difference } from '#platform/things/race.tsx'
import { thingTexts } from '#platform/things/texts/index.ts'
import { Button } from '#ui/buttons.tsx'
import { CheckboxGroup } from '#ui/choice-fields.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, FormPart, type FormState } from '#ui/form.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { TextField } from '#ui/text-fields.tsx'
import { contactFields } from '../model/contact.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

interface Props extends FormState {
  actor: { id: number; name: string }
  /** Absent: a new contact. */
  existing?: { id: number; version: number }
  race?: Difference[]
}

export function ContactFormPage({ values, errors, actor, existing, race }: Props) {
  const t = useTexts(texts)
  const things = useTexts(thingTexts)
  const title = existing ? t('contact.edit') : t('contact.new')
  const form = { values, errors }
  return (
    <Page
      title={title}
      refused={Object.keys(errors).length > 0 || race !== undefined}
      crumbs={[
        { label: t('title'), path: paths.list },
        { label: actor.name, path: paths.one(actor.id) },
        { label: title },
      ]}
      heading={<PageTitle title={title} lead={actor.name} />}
    >
      {race && <Race differences={race} />}
      <ErrorSummary errors={errors} />
      <Form
        action={{ path: existing ? paths.contact(actor.id, existing.id) : paths.contacts(actor.id) }}
        {...(existing && { hidden: { version: existing.version } })}
      >
        <TextField name="person" label={t('contact.person')} hint={t('contact.person.hint')} {...form} optional />
        <FieldRow>
          <TextField name="email" type="email" label={t('contact.email')} dir="ltr" {...form} optional />
          <TextField name="phone" type="tel" label={t('contact.phone')} dir="ltr" {...form} optional />
        </FieldRow>
        <FormPart id="teil-einwilligung" title={t('contact.consent')}>
          <CheckboxGroup
            name="consent"
            label={t('contact.consent')}
            hint={t('contact.consent.hint')}
            options={contactFields.map((value) => ({ value, label: t(`contact.consent.${value}`) }))}
            {...form}
            optional
          />
          <FieldRow>
            <TextField
              name="consentOn"
              label={t('contact.consentOn')}
              hint={t('contact.consentOn.hint')}
              dir="ltr"
              short
              {...form}
              optional
            />
            <TextField
              name="consentNote"
              label={t('contact.consentNote')}
              hint={t('contact.consentNote.hint')}
              {...form}
              optional
            />
          </FieldRow>
        </FormPart>
        <FormActions cancel={{ path: paths.one(actor.id) }}>
          <Button primary>{things('form.save')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}
