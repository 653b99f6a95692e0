import { Race, type Difference } from '#platform/things/race.tsx'
import { useTexts } from '#platform/texts/texts.ts'
import { Button, LinkButton } from '#ui/buttons.tsx'
import { ErrorSummary, Form, FormActions, type FormState } from '#ui/form.tsx'
import { EmptyResult } from '#ui/list.tsx'
import { Badge } from '#ui/marks.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { withQuery } from '#values/query.ts'
import type { FormerGerman, TranslatedThing } from '../model/one.ts'
import type { TargetLanguage } from '../model/texts.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { OneText } from './one-text.tsx'
import { pageOf } from './places.ts'
import { kindOf, languageOf } from './words.tsx'

export interface OnePageProps extends FormState {
  thing: TranslatedThing
  /** The languages shown: all that are offered, or the one somebody works on. */
  languages: readonly TargetLanguage[]
  only?: TargetLanguage | undefined
  former: ReadonlyMap<string, FormerGerman>
  /** Somebody saved one of these texts meanwhile. */
  race?: readonly Difference[]
}

/** The texts of one thing: German, and beside it a field for each language. */
export function OnePage({ thing, languages, only, former, values, errors, race = [] }: OnePageProps) {
  const t = useTexts(texts)
  const here = paths.of(thing.kind, thing.id)
  const back = pageOf(thing.kind, thing.id)
  const title = t('one.title')
  return (
    <Page
      title={`${title}: ${thing.label}`}
      refused={Object.keys(errors).length > 0}
      crumbs={[
        { label: t('title'), path: only ? withQuery(paths.list, { zielsprache: only }) : paths.list },
        { label: kindOf(t, thing.kind) },
      ]}
      heading={
        <PageTitle
          title={title}
          lead={
            <>
              {kindOf(t, thing.kind)}: <ForeignText text={thing.label} language="de" />{' '}
              {!thing.isPublic && <Badge tone="warn">{t('draft')}</Badge>}
            </>
          }
          actions={
            <>
              <LinkButton path={back}>{t('one.back')}</LinkButton>
              {only && <LinkButton path={here}>{t('one.allLanguages')}</LinkButton>}
            </>
          }
        />
      }
    >
      {languages.length === 0 ? (
        <EmptyResult>{t('empty.languages')}</EmptyResult>
      ) : thing.texts.length === 0 ? (
        <EmptyResult>{t('one.empty')}</EmptyResult>
      ) : (
        <Form action={{ path: only ? withQuery(here, { zielsprache: only }) : here }}>
          {race.length > 0 && <Race differences={race} />}
          <ErrorSummary errors={errors} />
          {only && <p>{t('one.only', { language: languageOf(t, only) })}</p>}
          {thing.texts.map((text) => (
            <OneText kind={thing.kind} text={text} languages={languages} former={former} form={{ values, errors }} />
          ))}
          <FormActions cancel={{ path: back }}>
            <Button primary>{t('one.save')}</Button>
          </FormActions>
        </Form>
      )}
    </Page>
  )
}
