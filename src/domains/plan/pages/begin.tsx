import { useTexts } from '#platform/texts/texts.ts'
import { paths as importPaths } from '#domains/imports/paths.ts'
import { paths as municipalityPaths } from '#domains/municipality/paths.ts'
import { ActionButton, LinkButton } from '#ui/buttons.tsx'
import { Section } from '#ui/object.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

/** What somebody may do with a plan that is only beginning. */
export interface BeginRights {
  edit: boolean
  import: boolean
  open: boolean
  /** There is no plan at all yet. */
  start: boolean
}

/** For who works on the plan: the next steps, each with its link. */
export function Begin({ may }: { may: BeginRights }) {
  const t = useTexts(texts)
  if (!may.edit) return null
  return (
    <Section id="anfangen" title={t('home.begin')}>
      <ol class="tw-steps">
        <li>
          <p>{t('home.begin.frame')}</p>
          {may.start ? (
            <ActionButton to={{ path: paths.start }} primary>
              {t('home.begin.start')}
            </ActionButton>
          ) : (
            <LinkButton path={paths.edit} primary>
              {t('home.begin.write')}
            </LinkButton>
          )}
        </li>
        {may.import && (
          <li>
            <p>{t('home.begin.import')}</p>
            <LinkButton path={importPaths.list}>{t('home.begin.toImport')}</LinkButton>
          </li>
        )}
        <li>
          <p>{t('home.begin.missing')}</p>
          <LinkButton path={paths.missing}>{t('missing.title')}</LinkButton>
        </li>
        {may.open && (
          <li>
            <p>{t('home.begin.open')}</p>
            <LinkButton path={municipalityPaths.opening}>{t('home.begin.toOpening')}</LinkButton>
          </li>
        )}
      </ol>
    </Section>
  )
}
