import { useTexts } from '#platform/texts/texts.ts'
import { Link } from '#ui/link.tsx'
import { Section } from '#ui/object.tsx'
import { withQuery } from '#values/query.ts'
import { paths } from '../paths.ts'
import type { ExampleAccounts } from '../queries/examples.ts'
import { texts } from '../texts/index.ts'

interface Props {
  examples: ExampleAccounts
  next?: string | undefined
  showsMails: boolean
}

/** In demo mode: who one can be. A click fills the address in; the password was printed at the start. */
export function Examples({ examples, next, showsMails }: Props) {
  const t = useTexts(texts)
  const fill = (email: string) => withQuery(paths.signIn, { als: email, weiter: next })
  const { municipalities, instanceAdmin } = examples
  return (
    <Section id="beispiele" title={t('examples')} flush>
      <p class="tw-prose">{t('examples.text')}</p>
      <div class="tw-examples">
        {municipalities.map(({ name, accounts }, place) => (
          <details open={place === 0}>
            <summary>{name}</summary>
            <ul>
              {accounts.map(({ role, email }) => (
                <li>
                  <Link path={fill(email)}>{t.dynamic(`role.${role}`)}</Link>{' '}
                  <span class="tw-small tw-muted">
                    <bdi>{email}</bdi>
                  </span>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
      {instanceAdmin && (
        <p>
          <Link path={fill(instanceAdmin)}>{t('role.instance-admin')}</Link>{' '}
          <span class="tw-small tw-muted">
            <bdi>{instanceAdmin}</bdi>
          </span>
        </p>
      )}
      {showsMails && (
        <p>
          <Link path={paths.mails}>{t('examples.mails')}</Link>
        </p>
      )}
    </Section>
  )
}
