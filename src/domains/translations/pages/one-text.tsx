import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { CheckboxField } from '#ui/choice-fields.tsx'
import { FormPart, HiddenField, type FormState } from '#ui/form.tsx'
import { usePage } from '#ui/page-context.ts'
import { Prose } from '#ui/prose.tsx'
import { TextArea } from '#ui/text-fields.tsx'
import { directionOf } from '#values/language.ts'
import { formatDate, localDateOf } from '#values/local-date.ts'
import { partsOf } from '../model/form.ts'
import { fieldName, type FormerGerman, type ThingText } from '../model/one.ts'
import { isLong, stateOf, type StoredVersion, type TargetLanguage, type TextKind } from '../model/texts.ts'
import { texts } from '../texts/index.ts'
import { fieldOf, languageOf, StateBadge } from './words.tsx'

interface Props {
  kind: TextKind
  text: ThingText
  languages: readonly TargetLanguage[]
  former: ReadonlyMap<string, FormerGerman>
  form: FormState
}

const at = (values: FormState['values'], name: string) => [values[name] ?? ''].flat()[0] ?? ''

/** One German text, and beside it its versions. */
export function OneText({ kind, text, languages, former, form }: Props) {
  const t = useTexts(texts)
  const { field, german } = text
  const { source } = partsOf(fieldName(field, 'x'))
  return (
    <FormPart id={`feld.${field}`} title={fieldOf(t, kind, field)}>
      <HiddenField name={source} value={at(form.values, source)} />
      <div class="tw-translate">
        <div class="tw-translate__from">
          <h3 class="kern-label">{t('german')}</h3>
          <div lang="de" dir="ltr">
            <Prose text={german} />
          </div>
        </div>
        <div class="tw-translate__to">
          {languages.map((language) => (
            <Version
              language={language}
              kind={kind}
              field={field}
              german={german}
              version={text.versions.get(language)}
              former={former}
              form={form}
            />
          ))}
        </div>
      </div>
    </FormPart>
  )
}

interface VersionProps extends Pick<Props, 'kind' | 'former' | 'form'> {
  language: TargetLanguage
  field: string
  german: string
  version: StoredVersion | undefined
}

function Version({ kind, language, field, german, version, former, form }: VersionProps) {
  const t = useTexts(texts)
  const state = stateOf(german, version)
  const name = fieldName(field, language)
  const parts = partsOf(name)
  const isOpen = state === 'stale' || state === 'unchecked'
  return (
    <div class="tw-translate__one">
      <HiddenField name={parts.mark} value={at(form.values, parts.mark)} />
      <TextArea
        name={name}
        label={
          <>
            {languageOf(t, language)} <StateBadge t={t} state={state} />
          </>
        }
        rows={isLong(kind, field) ? Math.min(12, Math.max(4, Math.ceil(german.length / 60))) : 2}
        lang={language}
        dir={directionOf(language)}
        {...form}
      />
      {state === 'stale' && version && <Outdated version={version} former={former.get(version.sourceHash)} />}
      <CheckboxField name={parts.machine} label={t('machine')} {...form} />
      {isOpen && (
        <p>
          <Button small name="confirm" value={name}>
            {t(state === 'stale' ? 'confirm.stale' : 'confirm.unchecked')}
            <span class="tw-sr">
              {' '}
              ({fieldOf(t, kind, field)}, {languageOf(t, language)})
            </span>
          </Button>
        </p>
      )}
    </div>
  )
}

/** The German that this version was made from, where the history knows it; else since when it has been waiting. */
function Outdated({ version, former }: { version: StoredVersion; former: FormerGerman | undefined }) {
  const t = useTexts(texts)
  const { language } = usePage()
  const day = (date: Date) => formatDate(localDateOf(date), language)
  if (!former) return <p class="tw-small tw-muted">{t('stale.since', { date: day(version.updatedAt) })}</p>
  return (
    <details class="tw-small">
      <summary>{t('stale.changed', { date: day(former.until) })}</summary>
      <div lang="de" dir="ltr">
        <Prose text={former.text} />
      </div>
    </details>
  )
}
