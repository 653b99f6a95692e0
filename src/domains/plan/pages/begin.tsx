import { useTexts } from '#platform/texts/texts.ts'
import { paths as importPaths } from '#domains/imports/paths.ts'
import { paths as municipalityPaths } from '#domains/municipality/paths.ts'
import { ActionButton, LinkButton } from '#ui/buttons.tsx'
import { Glyph } from '#ui/glyph.tsx'
import { Section } from '#ui/object.tsx'
import { paths } from '../paths.ts'
import type { Beginning } from '../queries/groundwork.ts'
import { texts } from '../texts/index.ts'

/** What somebody may do with a plan that is only beginning, and what has been done. */
export interface BeginRights {
  edit: boolean
  import: boolean
  open: boolean
  setUp: boolean
  /** There is no plan at all yet. */
  start: boolean
  done: Beginning & { isSetUp: boolean }
}

/** The way from an empty municipality to one that is open: what is done is ticked, the next step is the one to press. */
export function Begin({ may }: { may: BeginRights }) {
  const t = useTexts(texts)
  const { done } = may
  if (!may.edit) return null
  const way = [
    ...(may.setUp ? [{ key: 'setUp' as const, path: municipalityPaths.settings, isDone: done.isSetUp }] : []),
    { key: 'frame' as const, path: may.start ? undefined : paths.edit, isDone: done.isDescribed },
    ...(may.import ? [{ key: 'import' as const, path: importPaths.list, isDone: done.hasMeasures }] : []),
    { key: 'missing' as const, path: paths.missing, isDone: false },
    ...(may.open ? [{ key: 'open' as const, path: municipalityPaths.opening, isDone: false }] : []),
  ]
  const next = way.find(({ isDone }) => !isDone)
  const labels = {
    ...{ setUp: t('home.begin.toSetUp'), frame: t('home.begin.write'), import: t('home.begin.toImport') },
    ...{ missing: t('missing.title'), open: t('home.begin.toOpening') },
  }
  return (
    <Section id="anfangen" title={t('home.begin')}>
      <ol class="tw-steps">
        {way.map((step) => (
          <li>
            <p>
              {step.isDone && (
                <span class="tw-mark tw-course tw-ok">
                  <Glyph name="c-ok" />
                  <span>{t('home.begin.done')}</span>
                </span>
              )}{' '}
              {t(`home.begin.${step.key}`)}
            </p>
            {step.path === undefined ? (
              <ActionButton to={{ path: paths.start }} primary={step === next}>
                {t('home.begin.start')}
              </ActionButton>
            ) : (
              <LinkButton path={step.path} primary={step === next}>
                {labels[step.key]}
              </LinkButton>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
