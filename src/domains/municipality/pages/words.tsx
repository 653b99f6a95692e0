import { speechOf, useTexts } from '#platform/texts/texts.ts'
import type { HouseWord } from '#platform/texts/house-words.ts'
import { Button, EditLink } from '#ui/buttons.tsx'
import { RadioGroup } from '#ui/choice-fields.tsx'
import { FieldRow, Form, FormActions, FormPart, type FormState } from '#ui/form.tsx'
import { SidePart } from '#ui/object.tsx'
import { TextField } from '#ui/text-fields.tsx'
import { usePage } from '#ui/page-context.ts'
import { deliveredNames, genders, isOwnWord, ownChoice, wordMeanings, type WordMeaning } from '../model/words.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { StepFormFrame, StepShell, type StepForm } from './step-page.tsx'

type Words = Readonly<Record<string, unknown>>

/** Which words the municipality uses; each with a sentence in which it stands as it will on the pages. */
export function WordsPage({ words, ...form }: StepForm & { words: Words }) {
  const t = useTexts(texts)
  return (
    <StepShell
      step="words"
      {...form}
      side={
        <SidePart title={t('settings.goodToKnow')}>
          <p class="tw-small">{t('step.words.hint')}</p>
        </SidePart>
      }
    >
      <StepFormFrame step="words" fingerprint={form.fingerprint}>
        {wordMeanings.map((meaning) => (
          <FormPart id={`wort-${meaning}`} title={t(`word.${meaning}`)}>
            <RadioGroup
              name={meaning}
              label={t('word.choose')}
              stacked
              options={choices(meaning, words).map(({ value, label, chosen }) => ({
                value,
                label: <span lang="de">{label}</span>,
                hint: <Sample meaning={meaning} words={{ ...words, [meaning]: chosen }} />,
              }))}
              values={form.values}
              errors={form.errors}
            />
            <p>
              <EditLink path={paths.ownWord(meaning)} icon={isOwnWord(words[meaning]) ? 'edit' : 'add'}>
                {isOwnWord(words[meaning]) ? t('word.editOwn') : t('word.addOwn')}
              </EditLink>
            </p>
          </FormPart>
        ))}
      </StepFormFrame>
    </StepShell>
  )
}

function choices(meaning: WordMeaning, words: Words) {
  const own = words[meaning]
  const delivered = deliveredNames(meaning).map((name) => ({ value: name, label: name, chosen: name as unknown }))
  if (!isOwnWord(own)) return delivered
  return [...delivered, { value: ownChoice, label: own.de.singular[0], chosen: own as unknown }]
}

/** The sentence in German, because that is where the cases are, and beneath it in the language of the page. */
function Sample({ meaning, words }: { meaning: WordMeaning; words: Words }) {
  const { language } = usePage()
  return (
    <>
      <span lang="de" dir="ltr">
        {texts(speechOf('de', words))(`sample.${meaning}`)}
      </span>
      {language !== 'de' && (
        <>
          <br />
          <span>{texts(speechOf(language, words))(`sample.${meaning}`)}</span>
        </>
      )}
    </>
  )
}

interface OwnWordProps extends StepForm {
  meaning: WordMeaning
  words: Words
  /** The word as far as it is typed, if it can be shown. */
  typed?: HouseWord
}

/** A word of one's own with its forms. */
export function OwnWordPage({ meaning, words, typed, ...form }: OwnWordProps) {
  const t = useTexts(texts)
  const state = { values: form.values, errors: form.errors }
  return (
    <StepShell
      step="words"
      below={t('word.own', { meaning: t(`word.${meaning}`) })}
      {...form}
      side={
        <SidePart title={t('settings.goodToKnow')}>
          <p class="tw-small">{t('word.own.hint')}</p>
        </SidePart>
      }
    >
      {typed && (
        <div class="tw-sample">
          <Sample meaning={meaning} words={{ ...words, [meaning]: typed }} />
        </div>
      )}
      <Form action={{ path: paths.ownWord(meaning) }}>
        <German {...state} />
        <FormPart id="wort-en" title={t('word.english')} lead={t('word.translation.lead')}>
          <FieldRow>
            <TextField name="enSingular" label={t('word.singular')} lang="en" dir="ltr" {...state} optional />
            <TextField name="enPlural" label={t('word.plural')} lang="en" dir="ltr" {...state} optional />
          </FieldRow>
        </FormPart>
        <FormPart id="wort-ar" title={t('word.arabic')}>
          <FieldRow>
            <TextField name="arSingular" label={t('word.singular')} lang="ar" dir="rtl" {...state} optional />
            <TextField name="arPlural" label={t('word.plural')} lang="ar" dir="rtl" {...state} optional />
          </FieldRow>
          <FieldRow>
            <TextField name="arDefinite" label={t('word.definite')} lang="ar" dir="rtl" {...state} optional />
            <TextField
              name="arDefinitePlural"
              label={t('word.definitePlural')}
              lang="ar"
              dir="rtl"
              {...state}
              optional
            />
          </FieldRow>
        </FormPart>
        <FormActions cancel={{ path: paths.step('words') }}>
          <Button primary>{t('word.use')}</Button>
          <Button name="preview" value="1">
            {t('word.preview')}
          </Button>
        </FormActions>
      </Form>
    </StepShell>
  )
}

function German(state: FormState) {
  const t = useTexts(texts)
  const row = (number: 'singular' | 'plural') => (
    <FormPart id={`wort-${number}`} title={t(`word.${number}`)}>
      <FieldRow>
        <TextField name={`${number}Nom`} label={t(`case.${number}.nom`)} lang="de" dir="ltr" {...state} />
        <TextField name={`${number}Gen`} label={t(`case.${number}.gen`)} lang="de" dir="ltr" {...state} optional />
      </FieldRow>
      <FieldRow>
        <TextField name={`${number}Dat`} label={t(`case.${number}.dat`)} lang="de" dir="ltr" {...state} optional />
        <TextField name={`${number}Acc`} label={t(`case.${number}.acc`)} lang="de" dir="ltr" {...state} optional />
      </FieldRow>
    </FormPart>
  )
  return (
    <>
      <RadioGroup
        name="gender"
        label={t('word.gender')}
        options={genders.map((value) => ({ value, label: t(`gender.${value}`) }))}
        {...state}
      />
      {row('singular')}
      {row('plural')}
    </>
  )
}
