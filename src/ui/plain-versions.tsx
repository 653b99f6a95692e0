import { usePage } from './page-context.ts'
import { Prose } from './prose.tsx'

/** The same thing in plain or easy German, where somebody has written it so: opens below the heading. */
export function PlainVersions() {
  const { plain = [], words } = usePage()
  return (
    <>
      {plain.map(({ language, texts }) => (
        <details class="tw-mt5" id={language === 'de-x-leicht' ? 'leichte-sprache' : 'einfache-sprache'}>
          <summary>{words.plain[language]}</summary>
          <div class="tw-prose" lang={language} dir="ltr">
            {texts.map(({ text, isTitle, isMachineMade }) =>
              isTitle ? (
                <p>
                  <strong>{text}</strong>
                </p>
              ) : (
                <Prose text={text} isMachineMade={isMachineMade} />
              ),
            )}
          </div>
        </details>
      ))}
    </>
  )
}
