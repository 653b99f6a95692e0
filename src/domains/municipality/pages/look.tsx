import { useTexts } from '#platform/texts/texts.ts'
import { ActionButton, Button } from '#ui/buttons.tsx'
import { FieldRow, Form, FormActions } from '#ui/form.tsx'
import { SidePart } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { FileField, TextField } from '#ui/text-fields.tsx'
import type { Hex } from '#values/colour.ts'
import { grounds, type Theme } from '../model/colours.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { StepFormFrame, StepShell, type StepForm } from './step-page.tsx'

interface LookProps extends StepForm {
  logo: { fileId: number; alt: string | null } | undefined
  /** The colours to show: those typed, or what would be taken. */
  shown: { light: Hex; dark: Hex; hasOwn: boolean }
}

/** Logo and colour of the municipality, each a form of its own. */
export function LookPage({ logo, shown, ...form }: LookProps) {
  const t = useTexts(texts)
  const state = { values: form.values, errors: form.errors }
  return (
    <StepShell
      step="look"
      {...form}
      side={
        <SidePart title={t('settings.goodToKnow')}>
          <p class="tw-small">{t('step.look.hint')}</p>
        </SidePart>
      }
    >
      <section class="tw-form__part" aria-labelledby="teil-logo">
        <h2 class="kern-heading-large" id="teil-logo">
          {t('look.logo')}
        </h2>
        {logo ? <Logo {...logo} /> : <p>{t('look.noLogo')}</p>}
        <Form action={{ path: paths.addLogo }} files>
          <FileField
            name="logo"
            label={logo ? t('look.otherLogo') : t('look.upload')}
            hint={t('look.upload.hint')}
            accept="image/png,image/jpeg"
            {...state}
          />
          <TextField name="logoAlt" label={t('field.logoAlt')} hint={t('field.logoAlt.hint')} {...state} />
          <FormActions>
            <Button>{t('look.saveLogo')}</Button>
          </FormActions>
        </Form>
      </section>
      <section class="tw-form__part" aria-labelledby="teil-farbe">
        <h2 class="kern-heading-large" id="teil-farbe">
          {t('look.colour')}
        </h2>
        <p class="tw-prose">{t('look.colour.lead')}</p>
        <ColourPreview {...shown} />
        <StepFormFrame
          step="look"
          fingerprint={form.fingerprint}
          more={
            <Button name="preview" value="1">
              {t('look.preview')}
            </Button>
          }
        >
          <FieldRow>
            <TextField
              name="colour"
              label={t('field.colour')}
              hint={t('field.colour.hint')}
              short
              dir="ltr"
              {...state}
              optional
            />
            <TextField
              name="colourDark"
              label={t('field.colourDark')}
              hint={t('field.colourDark.hint')}
              short
              dir="ltr"
              {...state}
              optional
            />
          </FieldRow>
        </StepFormFrame>
      </section>
    </StepShell>
  )
}

function Logo({ fileId, alt }: { fileId: number; alt: string | null }) {
  const t = useTexts(texts)
  const { href } = usePage()
  return (
    <div class="tw-stack">
      <p>
        <img class="tw-emblem" src={href(paths.logo(fileId))} alt={alt ?? ''} height="88" />
      </p>
      <ActionButton to={{ path: paths.removeLogo }} small>
        {t('look.removeLogo')}
      </ActionButton>
    </div>
  )
}

// Colours are presentation attributes of a drawing: the security policy refuses them as styles.
const ink = { light: '#1b2326', dark: '#f2eee7' } as const
const onButton = { light: '#ffffff', dark: '#0b2024' } as const

/** How links and buttons will look, on light and on dark paper. */
function ColourPreview({ light, dark, hasOwn }: LookProps['shown']) {
  const t = useTexts(texts)
  return (
    <figure class="tw-stack">
      <svg class="tw-swatch" viewBox="0 0 640 170" role="img" aria-label={t('look.preview.alt', { light, dark })}>
        <Panel theme="light" colour={light} x={0} />
        <Panel theme="dark" colour={dark} x={320} />
      </svg>
      <figcaption class="tw-small tw-muted">
        {hasOwn ? t('look.preview.own', { light, dark }) : t('look.preview.delivered', { light, dark })}
      </figcaption>
    </figure>
  )
}

function Panel({ theme, colour, x }: { theme: Theme; colour: Hex; x: number }) {
  const t = useTexts(texts)
  const { direction } = usePage()
  const isRtl = direction === 'rtl'
  const start = x + (isRtl ? 296 : 24)
  const anchor = isRtl ? ({ direction: 'rtl' } as const) : {}
  return (
    <g font-family="'Teilhabe Sans', 'Teilhabe Arabic', sans-serif" {...anchor}>
      <rect x={x} width="320" height="170" fill={grounds[theme][0]} />
      <text x={start} y="40" font-size="17" font-weight="700" fill={ink[theme]}>
        {theme === 'light' ? t('look.onLight') : t('look.onDark')}
      </text>
      <text x={start} y="74" font-size="17" fill={colour} text-decoration="underline">
        {t('look.sampleLink')}
      </text>
      <rect x={isRtl ? start - 150 : start} y="98" width="150" height="46" rx="2" fill={colour} />
      <text
        x={isRtl ? start - 75 : start + 75}
        y="127"
        font-size="17"
        font-weight="600"
        fill={onButton[theme]}
        text-anchor="middle"
      >
        {t('look.sampleButton')}
      </text>
    </g>
  )
}
