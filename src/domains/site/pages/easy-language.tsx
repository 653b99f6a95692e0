import type { ComponentChildren } from 'preact'
import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { Glyph } from '#ui/glyph.tsx'
import { Link } from '#ui/link.tsx'
import { Internal, PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { usePage } from '#ui/page-context.ts'
import { Prose } from '#ui/prose.tsx'
import { kinds } from '#ui/words.ts'
import { contactEmailOf, type LegalFacts } from '../model/legal-facts.ts'
import { paths } from '../paths.ts'
import type { EasyPlan } from '../queries/easy-language.ts'
import { easy } from '../texts/easy-language.ts'
import { texts } from '../texts/index.ts'
import { MailLink, PhoneLink } from './parts.tsx'

interface EasyProps {
  facts: LegalFacts
  plan: EasyPlan
  /** What the plan is called in German. */
  planName: string
  mayTranslate: boolean
}

/** In German whatever the language of the interface: Leichte Sprache is a way to write German. */
export function EasyLanguagePage({ facts, plan, planName, mayTranslate }: EasyProps) {
  const t = useTexts(texts)
  const { language } = usePage()
  const title = t('easy.title')
  const isEmpty = plan.texts.length === 0 && plan.fields.length === 0
  return (
    <Page
      title={title}
      crumbs={[{ label: title }]}
      heading={<PageTitle title={title} {...(language !== 'de' && { lead: t('easy.lead') })} />}
    >
      {mayTranslate && isEmpty && (
        <Internal>
          <p>{t('easy.none')}</p>
        </Internal>
      )}
      <div class="tw-easy" lang="de-x-leicht" dir="ltr">
        <Part title={easy.welcome.title} lines={easy.welcome.lines(facts.name, plan.title ?? planName)} />
        <OurPlan plan={plan} />
        <FourKinds />
        <Part title={easy.use.title} lines={easy.use.lines} />
        <Access facts={facts} />
        <Help facts={facts} />
      </div>
    </Page>
  )
}

interface PartProps {
  title: string
  lines?: readonly string[]
  children?: ComponentChildren
}

const Part = ({ title, lines = [], children }: PartProps) => (
  <section>
    <h2 class="kern-heading-large">{title}</h2>
    <Lines lines={lines} />
    {children}
  </section>
)

/** One thought in each line. */
const Lines = ({ lines }: { lines: readonly string[] }) =>
  lines.length > 0 && (
    <p>
      {lines.map((line, place) => (
        <>
          {place > 0 && <br />}
          {line}
        </>
      ))}
    </p>
  )

/** A text of the office, cut into one sentence per line; lists stay lists. */
function Sentences({ text }: { text: string }) {
  if (/^\s*[-*]\s/m.test(text)) return <Prose text={text} />
  return (
    <>
      {text.split(/\n\s*\n/).map((paragraph) => (
        <Lines lines={paragraph.split(/\n|(?<=[.!?:])\s+(?=\p{Lu})/u)} />
      ))}
    </>
  )
}

function OurPlan({ plan: { texts, fields } }: { plan: EasyPlan }) {
  return (
    <>
      {texts.length > 0 && (
        <Part title={easy.ours.title}>
          {texts.map((text) => (
            <Sentences text={text} />
          ))}
        </Part>
      )}
      {fields.length > 0 && (
        <Part title={easy.fields.title}>
          {fields.map(({ id, title, text }) => (
            <>
              <h3 class="kern-heading-small">
                <Link path={fieldPaths.one(id)}>{title}</Link>
              </h3>
              {text && <Sentences text={text} />}
            </>
          ))}
        </Part>
      )}
    </>
  )
}

const FourKinds = () => (
  <Part title={easy.plan.title} lines={easy.plan.lines}>
    <ul class="tw-easy__kinds">
      {kinds.map((kind) => (
        <li class={`tw-${kind}`}>
          <Glyph name={kind} />
          <Lines lines={easy.plan.kinds[kind]} />
        </li>
      ))}
    </ul>
  </Part>
)

const Access = ({ facts: { accessibility } }: { facts: LegalFacts }) => (
  <Part title={easy.access.title} lines={easy.access.before}>
    <Lines lines={easy.access.state[accessibility.conformance ?? 'unknown']} />
    <Lines lines={easy.access.after} />
    <p>
      <Link path={paths.accessibility}>{easy.access.link}</Link>
    </p>
  </Part>
)

function Help({ facts }: { facts: LegalFacts }) {
  const email = contactEmailOf(facts)
  const { phone } = facts.address
  return (
    <Part title={easy.help.title} lines={easy.help.before}>
      <p>
        <Link path={paths.reportBarrier}>{easy.help.link}</Link>
      </p>
      {phone && (
        <p>
          {easy.help.phone[0]}
          <br />
          {easy.help.phone[1]} <PhoneLink phone={phone} />
        </p>
      )}
      {email && (
        <p>
          {easy.help.email[0]}
          <br />
          {easy.help.email[1]} <MailLink email={email} />
        </p>
      )}
      <Lines lines={easy.help.after} />
    </Part>
  )
}
