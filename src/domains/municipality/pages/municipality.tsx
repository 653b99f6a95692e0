import { useTexts } from '#platform/texts/texts.ts'
import { Button, LinkButton } from '#ui/buttons.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, type FormState } from '#ui/form.tsx'
import { Facts, Note, ObjectHead, PageTitle, Section } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { TextField } from '#ui/text-fields.tsx'
import { formatDate, localDateOf } from '#values/local-date.ts'
import { stateOf } from '../model/municipality.ts'
import { paths } from '../paths.ts'
import type { ShownMunicipality, WaitingOfficer } from '../queries/instance.ts'
import { texts } from '../texts/index.ts'
import { Identity, Languages } from './identity.tsx'
import { StateBadge } from './instance.tsx'

/** A new municipality: what it is called, where it stands, and who begins. */
export function NewMunicipalityPage(form: FormState) {
  const t = useTexts(texts)
  return (
    <Page
      title={t('new')}
      refused={Object.keys(form.errors).length > 0}
      crumbs={[{ label: t('instance'), path: paths.instanceAdmin }, { label: t('new') }]}
      heading={<PageTitle title={t('new')} lead={t('new.lead')} />}
    >
      <div class="tw-setup">
        <ErrorSummary errors={form.errors} />
        <Form action={{ path: paths.newMunicipality }}>
          <Identity {...form} />
          <TextField
            name="slug"
            label={t('field.slug')}
            hint={t('field.slug.hint')}
            short
            dir="ltr"
            {...form}
            optional
          />
          <Languages {...form} />
          <OfficerFields {...form} optional />
          <FormActions cancel={{ path: paths.instanceAdmin }}>
            <Button primary>{t('new.create')}</Button>
          </FormActions>
        </Form>
      </div>
    </Page>
  )
}

interface MunicipalityProps extends FormState {
  municipality: ShownMunicipality
  /** Invited as officer, not here yet. */
  waiting: WaitingOfficer[]
  now: Date
}

/** One municipality as the instance sees it: state and addresses. */
export function MunicipalityPage({ municipality, waiting, now, ...form }: MunicipalityProps) {
  const t = useTexts(texts)
  const { id, name, slug, kind, federalState, formerSlugs } = municipality
  return (
    <Page
      title={name}
      refused={Object.keys(form.errors).length > 0}
      crumbs={[{ label: t('instance'), path: paths.instanceAdmin }, { label: name }]}
      heading={
        <ObjectHead
          line={
            <>
              {t(`kind.${kind}`)}, {t.dynamic(`state.${federalState}`)} <StateBadge state={stateOf(municipality)} />
            </>
          }
          title={name}
          actions={<LinkButton href={`/${slug}`}>{t('municipality.visit')}</LinkButton>}
        />
      }
    >
      <div>
        <ErrorSummary errors={form.errors} />
        <Section id="adresse" title={t('slug')}>
          <p class="tw-prose">{t('slug.text')}</p>
          <Form action={{ path: paths.slug(id) }}>
            <TextField name="slug" label={t('field.slug')} short dir="ltr" {...form} />
            <div>
              <Button>{t('slug.rename')}</Button>
            </div>
          </Form>
          {formerSlugs.length > 0 && (
            <Facts facts={[{ term: t('slug.former'), value: formerSlugs.map((one) => `/${one}`).join(', ') }]} />
          )}
        </Section>
        <Hosts municipality={municipality} {...form} />
        {!municipality.isDemo && <Invite id={id} waiting={waiting} now={now} {...form} />}
      </div>
    </Page>
  )
}

function Hosts({ municipality: { id, hosts }, ...form }: FormState & { municipality: ShownMunicipality }) {
  const t = useTexts(texts)
  return (
    <Section id="hostnamen" title={t('hosts')}>
      <p class="tw-prose">{t('hosts.text')}</p>
      {hosts.length > 0 && (
        <ul class="tw-values">
          {hosts.map((host) => (
            <li>
              <Form action={{ path: paths.removeHost(id) }} hidden={{ host }}>
                <span class="tw-row">
                  <bdi>{host}</bdi>
                  <Button small>
                    {t('hosts.remove')}
                    <span class="tw-sr"> {host}</span>
                  </Button>
                </span>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form action={{ path: paths.hosts(id) }}>
        <TextField name="host" label={t('field.host')} hint={t('field.host.hint')} dir="ltr" {...form} />
        <div>
          <Button>{t('hosts.add')}</Button>
        </div>
      </Form>
    </Section>
  )
}

function OfficerFields({ optional = false, ...form }: FormState & { optional?: boolean }) {
  const t = useTexts(texts)
  return (
    <FieldRow>
      <TextField
        name="officerEmail"
        label={t('field.firstOfficer')}
        hint={t('field.firstOfficer.hint')}
        type="email"
        dir="ltr"
        {...form}
        optional={optional}
      />
      <TextField
        name="officerName"
        label={t('field.officerName')}
        hint={t('field.officerName.hint')}
        {...form}
        optional
      />
    </FieldRow>
  )
}

function Invite({
  id,
  waiting,
  now,
  ...form
}: FormState & Pick<MunicipalityProps, 'waiting' | 'now'> & { id: number }) {
  const t = useTexts(texts)
  const { language } = usePage()
  return (
    <Section id="einladung" title={t('invite')}>
      <Note>
        <p>{t('invite.text')}</p>
      </Note>
      {waiting.length > 0 && (
        <ul class="tw-values" aria-label={t('invite.waiting')}>
          {waiting.map(({ name, email, expiresAt }) => {
            const date = formatDate(localDateOf(expiresAt), language)
            return (
              <li>
                <span>
                  {name !== email && <>{name}, </>}
                  <bdi>{email}</bdi>
                  <br />
                  <span class="tw-small tw-muted">
                    {expiresAt > now ? t('invite.validUntil', { date }) : t('invite.expired', { date })}
                  </span>
                </span>
              </li>
            )
          })}
        </ul>
      )}
      <Form action={{ path: paths.invite(id) }}>
        <OfficerFields {...form} />
        <div>
          <Button>{t('invite.send')}</Button>
        </div>
      </Form>
    </Section>
  )
}
