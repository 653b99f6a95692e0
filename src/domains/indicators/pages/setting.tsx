import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { ErrorSummary, Form, FormActions, type FormState } from '#ui/form.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { TextField } from '#ui/text-fields.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { Race, type Difference } from '#platform/things/race.tsx'

/** From when a number counts as behind its plan. */
export function SettingPage({ version, race, ...form }: FormState & { version: number; race?: Difference[] }) {
  const t = useTexts(texts)
  const title = t('setting.title')
  const percent = { short: true, inputmode: 'numeric', dir: 'ltr', ...form } as const
  return (
    <Page
      title={title}
      refused={Object.keys(form.errors).length > 0 || race !== undefined}
      crumbs={[{ label: t('title'), path: paths.list }, { label: title }]}
      heading={<PageTitle title={title} lead={t('setting.lead')} />}
    >
      {race && <Race differences={race} />}
      <ErrorSummary errors={form.errors} />
      <Form action={{ path: paths.settings }} hidden={{ version }}>
        <TextField name="greenWithin" label={t('setting.green')} {...percent} />
        <TextField name="yellowWithin" label={t('setting.yellow')} hint={t('setting.yellow.hint')} {...percent} />
        <FormActions cancel={{ path: paths.list }}>
          <Button primary>{t('form.save')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}
