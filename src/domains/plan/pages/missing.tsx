import { useTexts } from '#platform/texts/texts.ts'
import { Link } from '#ui/link.tsx'
import { Note, ObjectHead, Section } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { languageNames, type TextLanguage } from '#values/language.ts'
import { formatNumber } from '#values/number.ts'
import type { GroupScore, TextScore, TextThing, Thing } from '../model/completeness.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { pageOfThing, placeOfGap } from './places.ts'

interface Props {
  groups: GroupScore[]
  languages: TextScore[]
}

/** What the plan still lacks, each a link to where it is filled. */
export function MissingPage({ groups, languages }: Props) {
  const t = useTexts(texts)
  const open = groups.flatMap(({ gaps }) => gaps).reduce((sum, { things }) => sum + things.length, 0)
  const isDone = open === 0 && languages.every((score) => openTexts(score) === 0)
  return (
    <Page
      title={t('missing.title')}
      crumbs={[{ label: t('plan'), path: paths.plan }, { label: t('missing.title') }]}
      heading={<ObjectHead title={t('missing.title')} lead={t('missing.lead', { count: open })} />}
    >
      {isDone && (
        <Note tone="ok">
          <p>{t('missing.nothing')}</p>
        </Note>
      )}
      <ul class="tw-scores">
        {groups.map(({ group, total, complete }) => (
          <Score id={group} name={t(`missing.${group}`)} total={total} complete={complete} isOpen={complete < total} />
        ))}
        {languages.map((score) => (
          <Score
            id={`texte-${score.language}`}
            name={nameOf(score.language)}
            total={score.total}
            complete={score.current}
            isOpen={openTexts(score) > 0}
          />
        ))}
      </ul>
      {groups
        .filter(({ gaps }) => gaps.length > 0)
        .map((group) => (
          <Group group={group} />
        ))}
      {languages
        .filter((score) => openTexts(score) > 0)
        .map((score) => (
          <Language score={score} />
        ))}
    </Page>
  )
}

/** More of one kind say nothing new: the next ones come when these are done. */
const mostShown = 100

const More = ({ count }: { count: number }) =>
  count > 0 ? <li class="tw-muted">{useTexts(texts)('missing.more', { count })}</li> : null

const openTexts = ({ missing, stale, unchecked }: TextScore) => missing.length + stale.length + unchecked.length

const nameOf = (language: string) => languageNames[language as TextLanguage] ?? language

interface ScoreProps {
  id: string
  name: string
  total: number
  complete: number
  /** There is a list of what is open, below. */
  isOpen: boolean
}

function Score({ id, name, total, complete, isOpen }: ScoreProps) {
  const t = useTexts(texts)
  const { language } = usePage()
  const number = (value: number) => formatNumber(value, 0, language)
  return (
    <li>
      {isOpen ? <a href={`#${id}`}>{name}</a> : <span>{name}</span>}
      <progress max={total} value={complete} aria-label={name}>
        {complete}
      </progress>
      <span class="tw-small tw-num">{t('missing.score', { complete: number(complete), total: number(total) })}</span>
    </li>
  )
}

function Group({ group: { group, gaps } }: { group: GroupScore }) {
  const t = useTexts(texts)
  return (
    <Section id={group} title={t(`missing.${group}`)}>
      <div class="tw-tree">
        {gaps.map(({ rule, things }) => (
          <details open={things.length <= 12}>
            <summary>
              {t.dynamic(`gap.${group}.${rule}`)} <span class="tw-muted tw-num">{things.length}</span>
            </summary>
            <ul>
              {things.slice(0, mostShown).map((thing) => (
                <li>
                  <GapLink thing={thing} rule={rule} />
                </li>
              ))}
              <More count={things.length - mostShown} />
            </ul>
          </details>
        ))}
      </div>
    </Section>
  )
}

const GapLink = ({ thing: { group, id, number, label }, rule }: { thing: Thing; rule: string }) => (
  <Link path={placeOfGap(group, rule, id)}>
    {number !== null && <bdi>{number} </bdi>}
    <span lang="de">{label}</span>
  </Link>
)

/** Texts of one language that are not there, and those that no longer say what the German ones say. */
function Language({ score: { language, missing, stale, unchecked } }: { score: TextScore }) {
  const t = useTexts(texts)
  return (
    <Section id={`texte-${language}`} title={t('missing.texts', { language: nameOf(language) })}>
      <div class="tw-tree">
        <Texts title={t('gap.text.missing')} found={missing} />
        <Texts title={t('gap.text.stale')} found={stale} />
        <Texts title={t('gap.text.unchecked')} found={unchecked} />
      </div>
    </Section>
  )
}

function Texts({ title, found }: { title: string; found: TextThing[] }) {
  const things = [...Map.groupBy(found, ({ kind, id }) => `${kind} ${id}`).values()]
  if (things.length === 0) return null
  return (
    <details open={things.length <= 12}>
      <summary>
        {title} <span class="tw-muted tw-num">{things.length}</span>
      </summary>
      <ul>
        {things.slice(0, mostShown).map(([first]) =>
          first ? (
            <li>
              <Link path={pageOfThing(first.kind, first.id)}>
                <span lang="de">{first.label}</span>
              </Link>
            </li>
          ) : null,
        )}
        <More count={things.length - mostShown} />
      </ul>
    </details>
  )
}
