import type { ComponentChildren } from 'preact'
import { useTexts } from '#platform/texts/texts.ts'
import { ActionButton } from '#ui/buttons.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { Stepper } from '#ui/stepper.tsx'
import { steps, type Step } from '../model/choices.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

export interface OpenFile {
  id: number
  fileName: string
  /** The kind of list. */
  what: string
}

interface StepProps {
  step: Step
  file: OpenFile
  lead: string
  refused?: boolean
  children: ComponentChildren
}

const pathOf: Record<Step, (id: number) => string> = {
  table: paths.table,
  columns: paths.columns,
  values: paths.values,
  preview: paths.preview,
}
export const pathOfStep = (step: Step, id: number) => pathOf[step](id)

/** A step of the wizard: where one is, which file it is about, and the way out. */
export function StepPage({ step, file, lead, refused = false, children }: StepProps) {
  const t = useTexts(texts)
  const current = steps.indexOf(step)
  return (
    <Page
      title={`${t(`step.${step}`)}: ${file.fileName}`}
      refused={refused}
      crumbs={[{ label: t('title'), path: paths.list }, { label: file.fileName }]}
      heading={
        <>
          <Stepper
            label={t('step.label')}
            progress={t('step.of', { step: String(current + 1) })}
            current={current}
            steps={steps.map((name, place) => ({
              label: t(`step.${name}`),
              ...(place < current && { to: { path: pathOfStep(name, file.id) } }),
            }))}
          />
          <PageTitle title={t(`step.${step}`)} lead={lead} first={false} />
        </>
      }
    >
      {children}
      <div class="tw-mt6">
        <ActionButton to={{ path: paths.discard(file.id) }} small>
          {t('discard')}
        </ActionButton>
      </div>
    </Page>
  )
}
