import type { ComponentChildren } from 'preact'
import { useTexts } from '#platform/texts/texts.ts'
import { ActionButton, Button, EditLink, LinkButton } from '#ui/buttons.tsx'
import { CheckboxField, CheckboxGroup, SelectField } from '#ui/choice-fields.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, FormPart, HiddenField, type FormState } from '#ui/form.tsx'
import { Note, PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { DateField, TextField } from '#ui/text-fields.tsx'
import { interfaceLanguages, languageNames } from '#values/language.ts'
import type { Role } from '../model/rights.ts'
import { paths } from '../paths.ts'
import type { Choice, LimitChoices } from '../queries/people.ts'
import { texts } from '../texts/index.ts'

interface FormProps extends FormState {
  choices: LimitChoices
  /** The roles that the person at the screen may give. */
  givable: readonly Role[]
}

export function InvitePage(form: FormProps) {
  const t = useTexts(texts)
  return (
    <PersonPage title={t('people.invite')} lead={t('people.invite.lead')} {...form}>
      <Form action={{ path: paths.invite }}>
        <FormPart id="wer" title={t('people.who')}>
          <TextField name="name" label={t('name')} autocomplete="off" required {...form} />
          <TextField type="email" name="email" label={t('email')} autocomplete="off" dir="ltr" required {...form} />
          <SelectField
            name="language"
            label={t('invite.language')}
            empty={false}
            options={interfaceLanguages.map((value) => ({ value, label: languageNames[value] }))}
            {...form}
          />
        </FormPart>
        <LimitFields {...form} />
        <FormActions cancel={{ path: paths.people }}>
          <Button primary>{t('people.invite.send')}</Button>
        </FormActions>
      </Form>
    </PersonPage>
  )
}

interface EditProps extends FormProps {
  id: number
  name: string
  email: string
  version: number
  /** Somebody saved meanwhile: what stands there now, in words. */
  race?: { label: string; theirs: string; yours: string }[]
  /** May not be changed from here: it holds rights that the person at the screen lacks. */
  isLocked: boolean
}

export function EditPersonPage({ id, name, email, version, race, isLocked, ...form }: EditProps) {
  const t = useTexts(texts)
  return (
    <PersonPage title={name} lead={<bdi>{email}</bdi>} refused={race !== undefined} {...form}>
      {race && <Race rows={race} />}
      {isLocked ? (
        <Note>{t('people.locked')}</Note>
      ) : (
        <Form action={{ path: paths.person(id) }}>
          <HiddenField name="version" value={version} />
          <LimitFields {...form} />
          <FormActions cancel={{ path: paths.people }}>
            <Button primary>{race ? t('people.saveAnyway') : t('save')}</Button>
            <EditLink path={paths.personRemoval(id)} icon="delete">
              {t('people.remove')}
            </EditLink>
          </FormActions>
        </Form>
      )}
    </PersonPage>
  )
}

/** What stands there now beside what was typed: nothing was overwritten. */
function Race({ rows }: { rows: NonNullable<EditProps['race']> }) {
  const t = useTexts(texts)
  return (
    <div class="tw-errors" role="alert" tabindex={-1} autofocus aria-labelledby="race">
      <h2 id="race">{t('race')}</h2>
      <p>{t('race.text')}</p>
      <dl class="tw-facts">
        {rows.map(({ label, theirs, yours }) => (
          <div>
            <dt>{label}</dt>
            <dd>{t('race.theirs', { value: theirs })}</dd>
            <dd>{t('race.yours', { value: yours })}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

interface PersonPageProps extends Pick<FormState, 'errors'> {
  title: string
  lead: ComponentChildren
  refused?: boolean
  children: ComponentChildren
}

const PersonPage = ({ title, lead, errors, refused = false, children }: PersonPageProps) => {
  const t = useTexts(texts)
  return (
    <Page
      title={title}
      refused={refused || Object.keys(errors).length > 0}
      crumbs={[{ label: t('people'), path: paths.people }, { label: title }]}
      heading={<PageTitle title={title} lead={lead} />}
    >
      <ErrorSummary errors={errors} />
      {children}
    </Page>
  )
}

const optionsOf = (choices: readonly Choice[]) => choices.map(({ id, name }) => ({ value: String(id), label: name }))

/** Roles, what limits them, function and end. */
function LimitFields({ choices, givable, ...form }: FormProps) {
  const t = useTexts(texts)
  return (
    <>
      <FormPart id="aufgabe" title={t('people.what')}>
        <CheckboxGroup
          name="roles"
          label={t('roles')}
          stacked
          options={givable.map((role) => ({
            value: role,
            label: t.dynamic(`role.${role}`),
            hint: t.dynamic(`role.${role}.may`),
          }))}
          {...form}
        />
        <TextField name="functionTitle" label={t('functionTitle')} hint={t('functionTitle.hint')} optional {...form} />
      </FormPart>
      <FormPart id="grenzen" title={t('limits')} lead={t('limits.lead')}>
        <FieldRow>
          <SelectField
            name="orgUnitId"
            label={t('orgUnit')}
            empty={t('none')}
            options={optionsOf(choices.orgUnits)}
            optional
            {...form}
          />
          <SelectField
            name="actorId"
            label={t('actor')}
            empty={t('none')}
            options={optionsOf(choices.actors)}
            optional
            {...form}
          />
        </FieldRow>
        <CheckboxField name="onlyLed" label={t('onlyLed')} hint={t('onlyLed.hint')} {...form} />
        {choices.actionFields.length > 0 && (
          <CheckboxGroup
            name="actionFieldIds"
            label={t('actionFields')}
            hint={t('actionFields.hint')}
            options={optionsOf(choices.actionFields)}
            stacked
            optional
            {...form}
          />
        )}
        <DateField name="endsOn" label={t('endsOn')} hint={t('endsOn.hint')} optional {...form} />
      </FormPart>
    </>
  )
}

/** Before somebody is taken out: what goes, and what stays. */
export function RemovePersonPage({ id, name, isLocked }: { id: number; name: string; isLocked: boolean }) {
  const t = useTexts(texts)
  return (
    <PersonPage title={t('people.remove')} lead={t('people.remove.lead', { name })} errors={{}}>
      {isLocked ? (
        <Note>{t('people.locked')}</Note>
      ) : (
        <div class="tw-stack">
          <ul class="tw-prose tw-bullets">
            <li>{t('people.remove.rights')}</li>
            <li>{t('people.remove.account')}</li>
            <li>{t('people.remove.history')}</li>
          </ul>
          <div class="tw-row">
            <ActionButton to={{ path: paths.personRemoval(id) }} primary>
              {t('people.remove')}
            </ActionButton>
            <LinkButton path={paths.person(id)}>{t('people.remove.keep')}</LinkButton>
          </div>
        </div>
      )}
    </PersonPage>
  )
}
