import { useSpeech, useTexts } from '#platform/texts/texts.ts'
import { Button, LinkButton } from '#ui/buttons.tsx'
import { Check, CheckboxField, SelectField, type SelectOptions } from '#ui/choice-fields.tsx'
import { ErrorSummary, Form, FormActions, FormPart, HiddenField } from '#ui/form.tsx'
import { Badge } from '#ui/marks.tsx'
import { Table } from '#ui/table.tsx'
import { leftOut } from '../model/choices.ts'
import { creatableKinds, type ImportField } from '../model/kind.ts'
import type { FieldMeanings, KnownThing, Meaning } from '../model/meanings.ts'
import { wordOfHouse } from '../documents/words.ts'
import { partsOf } from '../model/names.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { StepPage, type OpenFile } from './frame.tsx'

interface ValuesProps {
  file: OpenFile
  meanings: readonly FieldMeanings[]
  known: readonly KnownThing[]
  atCommas: readonly string[]
  /** Key of a field → values that are taken for several names. */
  parted: Readonly<Record<string, readonly string[]>>
  errors: Record<string, string>
}

/** Above this a select offers only what is near; the whole directory in each row would be a page of megabytes. */
const mostOffered = 60
/** Different values shown per field; further ones mean what is suggested. */
export const mostValues = 300

/** Third step: what the words and names of the file mean. */
export function ValuesPage({ file, meanings, known, atCommas, parted, errors }: ValuesProps) {
  const t = useTexts(texts)
  return (
    <StepPage step="values" file={file} lead={t('values.lead')} refused={Object.keys(errors).length > 0}>
      <Form action={{ path: paths.values(file.id) }}>
        <ErrorSummary errors={errors} />
        {meanings.length === 0 && <p class="tw-prose">{t('values.none')}</p>}
        {meanings.map((one) => (
          <FieldPart
            {...one}
            known={known}
            isAtCommas={atCommas.includes(one.field.key)}
            parted={parted[one.field.key] ?? []}
            errors={errors}
          />
        ))}
        <FormActions>
          <Button primary>{t('next')}</Button>
          <LinkButton path={paths.columns(file.id)}>{t('back')}</LinkButton>
        </FormActions>
      </Form>
    </StepPage>
  )
}

interface PartProps extends FieldMeanings {
  known: readonly KnownThing[]
  isAtCommas: boolean
  parted: readonly string[]
  errors: Record<string, string>
}

function FieldPart({ field, meanings, hasCommas, known, isAtCommas, parted, errors }: PartProps) {
  const t = useTexts(texts)
  const speech = useSpeech()
  const name = t.dynamic(`field.${field.key}`)
  const shown = meanings.slice(0, mostValues).map((meaning, place) => ({ ...meaning, place }))
  const example = meanings.find(({ value }) => value.includes(','))?.value
  const canPart = field.type === 'things' || field.type === 'lead'
  return (
    <FormPart id={`teil-${field.key}`} title={name}>
      {canPart && (hasCommas || isAtCommas) && (
        <div class="tw-row tw-end">
          <CheckboxField
            name={`commas.${field.key}`}
            label={t('values.commas', { example: (example ?? '').slice(0, 60) || '…' })}
            values={{ [`commas.${field.key}`]: isAtCommas ? 'on' : '' }}
            errors={{}}
          />
          <Button name="read" value="1" small>
            {t('values.read')}
          </Button>
        </div>
      )}
      {parted.map((value, place) => (
        <Check
          type="checkbox"
          id={`geteilt.${field.key}.${place}`}
          name={`parted.${field.key}`}
          value={value}
          checked
          label={t('values.parted', { value: value.slice(0, 120) })}
        />
      ))}
      <div class="tw-mapping">
        <Table
          caption={t('values.caption', { field: name })}
          captionHidden
          rows={shown}
          cards
          columns={[
            { key: 'count', label: t('values.count'), cell: ({ count }) => count },
            {
              key: 'value',
              label: t('values.value'),
              rowHeader: true,
              phone: 'full',
              cell: ({ value, isGuess, choice, doubt, place }) => (
                <>
                  <bdi>{valueIn(t, value)}</bdi>
                  {doubt && (
                    <span class="why tw-regular">{t.dynamic(`doubt.${doubt}`, { value: value.slice(0, 80) })}</span>
                  )}
                  {canPart && partsOf(value).length > 1 && (
                    <Check
                      type="checkbox"
                      id={`teilen.${field.key}.${place}`}
                      name={`parted.${field.key}`}
                      value={value}
                      checked={false}
                      label={
                        <>
                          {t('values.part')} <span class="tw-sr">{value.slice(0, 80)}</span>
                        </>
                      }
                    />
                  )}
                  {isGuess && choice !== '' && !choice.startsWith('new.') && choice !== leftOut && (
                    <>
                      {' '}
                      <Badge tone="warn">{t('values.guess')}</Badge>
                    </>
                  )}
                </>
              ),
            },
            {
              key: 'meaning',
              label: t('values.meaning'),
              phone: 'full',
              cell: (meaning) => (
                <>
                  <HiddenField name={`w.${field.key}.${meaning.place}`} value={meaning.value} />
                  <SelectField
                    name={`v.${field.key}.${meaning.place}`}
                    label={
                      <span class="tw-sr">
                        {t('values.meaningOf', { value: meaning.value.slice(0, 80), field: name })}
                      </span>
                    }
                    options={optionsOf(t, (word) => wordOfHouse(speech, field.key, word), field, meaning, known)}
                    empty={meaning.choice === '' ? t('values.choose') : false}
                    values={{ [`v.${field.key}.${meaning.place}`]: meaning.choice }}
                    errors={errors}
                  />
                </>
              ),
            },
          ]}
        />
      </div>
    </FormPart>
  )
}

/** A value of the file; a colour in the words of the reader. */
function valueIn(t: Pick<T, 'dynamic'>, value: string): string {
  const colour = /^Farbe: (\p{L}+)$/u.exec(value)?.[1]
  return colour ? t.dynamic('values.colour', { colour }) : value.slice(0, 200)
}

type T = ReturnType<typeof useTexts<(typeof texts)['all']['de']>>

function optionsOf(
  t: Pick<T, 'dynamic'>,
  nameOf: (word: string) => string,
  field: ImportField,
  meaning: Meaning,
  known: readonly KnownThing[],
): SelectOptions {
  const omit = { value: leftOut, label: t.dynamic('values.leaveOut') }
  if (field.type === 'choice') {
    return [...Object.keys(field.words ?? {}).map((word) => ({ value: word, label: nameOf(word) })), omit]
  }
  if (field.key === 'same') {
    const yes = meaning.near.map(({ kind, id, name }) => ({
      value: `${kind}.${id}`,
      label: t.dynamic('same.yes', { name: name.slice(0, 120) }),
    }))
    return [{ value: leftOut, label: t.dynamic('same.no') }, ...yes]
  }
  const option = ({ kind, id, name, code }: KnownThing) => ({
    value: `${kind}.${id}`,
    label: code ? `${code} ${name}` : name.slice(0, 120),
  })
  const candidates = known.filter(({ kind }) => field.refersTo?.includes(kind))
  const chosen = candidates.filter(({ kind, id }) => meaning.choice === `${kind}.${id}`)
  const near = [...new Set([...chosen, ...meaning.near])]
  const rest = candidates.length <= mostOffered ? candidates.filter((thing) => !near.includes(thing)) : []
  const create = creatableKinds.filter((kind) => field.refersTo?.includes(kind))
  const group = (label: string, options: { value: string; label: string }[]) =>
    options.length === 0 ? [] : [{ label: t.dynamic(label), options }]
  return [
    ...group('values.near', near.map(option)),
    ...group('values.known', rest.map(option)),
    ...group(
      'values.new',
      create.map((kind) => ({ value: `new.${kind}`, label: t.dynamic(`new.${kind}`) })),
    ),
    omit,
  ]
}
