import { useTexts } from '#platform/texts/texts.ts'
import { ActionButton } from '#ui/buttons.tsx'
import { EmptyResult } from '#ui/list.tsx'
import { Section } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-fields.tsx'
import { formatInstant } from '#values/local-date.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { AccountPart } from './account-forms.tsx'

interface Props {
  passkeys: { passkeyId: string; name: string | null; createdAt: Date | null }[]
  /** False under an address for which browsers know no passkeys. */
  hasPasskeys: boolean
}

export function PasskeysPage({ passkeys, hasPasskeys }: Props) {
  const t = useTexts(texts)
  const { language, href } = usePage()
  return (
    <AccountPart
      title={t('passkeys')}
      lead={t('passkeys.lead')}
      errors={{}}
      scripts={hasPasskeys ? ['passkey.js'] : []}
    >
      {passkeys.length > 0 ? (
        <div class="tw-stacked">
          <Table
            caption={t('passkeys')}
            captionHidden
            rows={passkeys}
            columns={[
              {
                key: 'name',
                label: t('passkeys.name'),
                rowHeader: true,
                cell: ({ name }) => name ?? t('passkeys.unnamed'),
              },
              {
                key: 'since',
                phoneLabel: true,
                label: t('passkeys.since'),
                cell: ({ createdAt }) => createdAt && formatInstant(createdAt, language),
              },
              {
                key: 'remove',
                label: t('act'),
                cell: ({ passkeyId, name }) => (
                  <ActionButton to={{ path: paths.passkeyRemoval(passkeyId) }} small>
                    {t('remove')}
                    <span class="tw-sr"> ({name ?? t('passkeys.unnamed')})</span>
                  </ActionButton>
                ),
              },
            ]}
          />
        </div>
      ) : (
        <EmptyResult>{t('passkeys.empty')}</EmptyResult>
      )}
      <Section id="neu" title={t('passkeys.add')}>
        {hasPasskeys ? (
          <>
            <noscript>
              <p class="tw-prose">{t('passkeys.script')}</p>
            </noscript>
            <div
              class="tw-stack"
              hidden
              data-passkey="register"
              data-options={href(paths.passkeyRegistration)}
              data-answer={href(paths.passkeys)}
              data-refused={t('passkeys.failed')}
            >
              <TextField
                name="name"
                label={t('passkeys.name')}
                hint={t('passkeys.name.hint')}
                values={{}}
                errors={{}}
              />
              <div>
                <button class="kern-btn kern-btn--primary" type="button">
                  <span class="kern-label">{t('passkeys.add')}</span>
                </button>
              </div>
              <p class="kern-error" role="status" />
            </div>
          </>
        ) : (
          <p class="tw-prose">{t('passkeys.notHere')}</p>
        )}
      </Section>
    </AccountPart>
  )
}
