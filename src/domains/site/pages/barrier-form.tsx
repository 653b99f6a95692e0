import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { ErrorSummary, Form, FormActions, type FormState } from '#ui/form.tsx'
import { Columns, PageTitle, SidePart } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea, TextField } from '#ui/text-fields.tsx'
import { contactEmailOf, type LegalFacts } from '../model/legal-facts.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { MailLink, PhoneLink } from './parts.tsx'

interface BarrierFormProps extends FormState {
  facts: LegalFacts
  /** How long an address is kept after the answer. */
  months: number
}

export function BarrierFormPage({ values, errors, facts, months }: BarrierFormProps) {
  const t = useTexts(texts)
  const title = t('barrier.title')
  const form = { values, errors }
  return (
    <Page
      title={title}
      refused={Object.keys(errors).length > 0}
      crumbs={[{ label: t('a11y.title'), path: paths.accessibility }, { label: title }]}
      heading={<PageTitle title={title} lead={t('barrier.lead')} />}
    >
      <Columns side={<Side facts={facts} />} label={t('barrier.other')}>
        <div>
          <ErrorSummary errors={errors} />
          <Form action={{ path: paths.reportBarrier }}>
            <TextArea
              name="text"
              label={t('barrier.text')}
              hint={t('barrier.text.hint')}
              rows={7}
              dir="auto"
              {...form}
            />
            <TextField
              name="page"
              label={t('barrier.page')}
              hint={t('barrier.page.hint')}
              dir="auto"
              {...form}
              optional
            />
            <TextField
              name="email"
              type="email"
              label={t('barrier.email')}
              hint={t('barrier.email.hint', { months })}
              autocomplete="email"
              dir="ltr"
              {...form}
              optional
            />
            <Trap label={t('barrier.trap')} />
            <FormActions>
              <Button primary>{t('barrier.send')}</Button>
            </FormActions>
          </Form>
        </div>
      </Columns>
    </Page>
  )
}

/** Programs fill in every field they find; people do not see this one. */
const Trap = ({ label }: { label: string }) => (
  <p class="tw-trap">
    <label>
      {label} <input type="text" name="website" tabindex={-1} autocomplete="off" />
    </label>
  </p>
)

function Side({ facts }: { facts: LegalFacts }) {
  const t = useTexts(texts)
  const email = contactEmailOf(facts)
  const { phone } = facts.address
  return (
    <>
      <SidePart title={t('barrier.after')}>
        <p class="tw-small">{t('barrier.after.text', { days: facts.answerDays })}</p>
      </SidePart>
      {(email || phone) && (
        <SidePart title={t('barrier.other')}>
          <p class="tw-small">{t('barrier.other.text')}</p>
          {phone && (
            <p class="tw-small">
              <PhoneLink phone={phone} />
            </p>
          )}
          {email && (
            <p class="tw-small">
              <MailLink email={email} />
            </p>
          )}
        </SidePart>
      )}
    </>
  )
}
