import { useTexts } from '#platform/texts/texts.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { Columns, Log, PageTitle, SidePart } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { StepList } from '#ui/step-list.tsx'
import { formatInstant } from '#values/local-date.ts'
import type { Missing } from '../model/completeness.ts'
import { stepKeys, type StepKey } from '../model/steps.ts'
import { paths } from '../paths.ts'
import type { ShownChange } from '../queries/settings.ts'
import { texts } from '../texts/index.ts'

interface OverviewProps {
  missing: Missing[]
  done: ReadonlySet<StepKey>
  isOpen: boolean
  mayOpen: boolean
  changes: ShownChange[]
}

/** All steps of setting up with what each still lacks. */
export function SettingsPage({ missing, done, isOpen, mayOpen, changes }: OverviewProps) {
  const t = useTexts(texts)
  const { language } = usePage()
  const lacking = (step: StepKey) => missing.filter((one) => one.step === step).length
  return (
    <Page
      title={t('settings')}
      heading={
        <PageTitle title={t('settings')} lead={t('settings.lead', { done: done.size, total: stepKeys.length })} first />
      }
    >
      <Columns
        label={t('settings.around')}
        side={
          <>
            <SidePart title={t('opening')}>
              <div class="tw-stack">
                <p class="tw-small">{isOpen ? t('opening.isOpen') : t('opening.isClosed')}</p>
                {mayOpen && (
                  <LinkButton path={paths.opening}>{isOpen ? t('opening.view') : t('opening.next')}</LinkButton>
                )}
              </div>
            </SidePart>
            <SidePart title={t('settings.changes')}>
              {changes.length === 0 ? (
                <p class="tw-small">{t('settings.noChanges')}</p>
              ) : (
                <Log
                  entries={changes.map(({ at, act, fields }) => ({
                    at: at.toISOString(),
                    when: formatInstant(at, language),
                    text: [t.dynamic(`act.${act}`), fields.map((field) => fieldName(t, field)).join(', ')]
                      .filter(Boolean)
                      .join(': '),
                  }))}
                />
              )}
            </SidePart>
          </>
        }
      >
        <StepList
          label={t('settings.steps')}
          steps={stepKeys.map((step) => ({
            title: t(`step.${step}`),
            path: paths.step(step),
            text: t(`step.${step}.text`),
            isDone: done.has(step),
            note: done.has(step)
              ? t('settings.done')
              : lacking(step) === 0
                ? t('settings.notSeen')
                : t('settings.lacking', { count: lacking(step) }),
          }))}
        />
      </Columns>
    </Page>
  )
}

interface Speaker {
  dynamic: (key: string) => string
}
/** What a field is called; words of the house and rules of the law have their own names. */
export function fieldName(t: Speaker, field: string): string {
  if (field.startsWith('step.')) return t.dynamic(field)
  const known = ['field', 'word', 'legal'].map((prefix) => `${prefix}.${field}`)
  return t.dynamic(known.find((key) => t.dynamic(key) !== key) ?? field)
}
