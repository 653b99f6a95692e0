import { paths as accountPaths } from '#domains/accounts/paths.ts'
import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import { paths as actorPaths } from '#domains/actors/paths.ts'
import { paths as areaPaths } from '#domains/areas/paths.ts'
import { paths as bodyPaths } from '#domains/bodies/paths.ts'
import { paths as productPaths } from '#domains/budget-products/paths.ts'
import { paths as goalPaths } from '#domains/goals/paths.ts'
import { paths as importPaths } from '#domains/imports/paths.ts'
import { paths as indicatorPaths } from '#domains/indicators/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as municipalityPaths } from '#domains/municipality/paths.ts'
import { paths as needPaths } from '#domains/needs/paths.ts'
import { paths as openDataPaths } from '#domains/open-data/paths.ts'
import { paths as unitPaths } from '#domains/org-units/paths.ts'
import { paths as planPaths } from '#domains/plan/paths.ts'
import { paths as sitePaths } from '#domains/site/paths.ts'
import { paths as translationPaths } from '#domains/translations/paths.ts'
import { absoluteAddressOf, addressesOf, addressOf, takeNotice } from '#platform/http/addresses.ts'
import type { Ctx } from '#platform/http/app.ts'
import type { MunicipalityRow } from '#platform/http/municipalities.ts'
import { mayEver } from '#platform/http/person.ts'
import { today } from '#platform/clock.ts'
import type { SayOf } from '#platform/texts/texts.ts'
import type { NavLink, PageContext } from '#ui/page-context.ts'
import { uiWords } from '#ui/words.ts'
import { directionOf, interfaceLanguages, languageNames } from '#values/language.ts'
import { formatDate } from '#values/local-date.ts'
import { withQuery } from '#values/query.ts'
import { frameTexts } from './texts/index.ts'

type T = SayOf<typeof frameTexts>

/** The frame of a page: who runs it, the menu, the footer, who is signed in. Asks no database: it must work after errors. */
export function frameOf(c: Ctx): PageContext {
  const { speech, municipality, services } = c.var
  const t = frameTexts(speech)
  const path = c.req.path
  const notice = takeNotice(c)
  c.set('notice', notice)
  return {
    language: speech.language,
    direction: directionOf(speech.language),
    href: addressesOf(c),
    asset: services.asset,
    words: uiWords[speech.language],
    ...(c.var.plainVersions && { plain: c.var.plainVersions }),
    ...(c.var.person?.approvers && {
      approval: { names: c.var.person.approvers, invitePath: accountPaths.invite },
    }),
    frame: {
      ...(municipality && { official: officialLine(t, municipality) }),
      brand: municipality
        ? { name: t('brand'), owner: t('owner', { name: municipality.name }), ...logoOf(c) }
        : { name: t('instance'), owner: t('instanceOwner') },
      ...(municipality?.colour && { colours: addressOf(c, municipalityPaths.colours(municipality.version)) }),
      menu: municipality ? menuOf(t, c) : [],
      service: municipality ? serviceLinks(t, c) : [],
      footer: municipality ? footerOf(t, c) : instanceFooter(t, c),
      ...(c.var.person && { staff: staffOf(t, c) }),
      banners: bannersOf(t, c),
      alternates: languagesOf(municipality).map((language) => ({
        language,
        name: languageNames[language],
        href: withQuery(currentAddress(c), { sprache: language }),
      })),
      ...(notice !== undefined && { notice }),
      address: absoluteAddressOf(c, path.replace(`/${municipality?.slug}`, '') || '/'),
      ...(municipality && {
        feed: { title: t('feed', { name: municipality.name }), href: addressOf(c, sitePaths.feed) },
      }),
      printedOn: formatDate(today(services.clock), speech.language),
      noindex:
        !municipality || municipality.isExample || municipality.isDemo || !municipality.isOpen || c.var.isPreview,
    },
  }
}

function logoOf(c: Ctx) {
  const { logoFileId, logoAlt } = c.var.municipality
  if (logoFileId === null) return {}
  return { logo: addressOf(c, municipalityPaths.logo(logoFileId)), ...(logoAlt !== null && { logoAlt }) }
}

const currentAddress = (c: Ctx) => {
  const url = new URL(c.req.url)
  return url.pathname + url.search
}

const languagesOf = (municipality?: MunicipalityRow) =>
  interfaceLanguages.filter(
    (language) => language === 'de' || !municipality || municipality.languages.includes(language),
  )

// A made example must not call itself official.
const officialLine = (t: T, { name, isExample, isDemo }: MunicipalityRow) =>
  isExample || isDemo ? t('owner', { name }) : t('official', { name })

function menuOf(t: T, c: Ctx): NavLink[] {
  const { topics, targetGroups, list: fields } = fieldPaths
  const ofPlan = [fields, topics.list, targetGroups.list, needPaths.list, goalPaths.list]
  const links: (NavLink & { around?: string[] })[] = [
    { label: t('menu.plan'), path: planPaths.plan, around: ofPlan },
    { label: t('menu.measures'), path: measurePaths.list },
    { label: t('menu.indicators'), path: indicatorPaths.list },
    { label: t('menu.actors'), path: actorPaths.list },
    { label: t('menu.bodies'), path: bodyPaths.list, around: [unitPaths.list, productPaths.list] },
  ]
  const here = c.req.path.replace(`/${c.var.municipality.slug}`, '')
  const isAt = (path: string) => here === path || here.startsWith(`${path}/`)
  return links.map(({ around = [], ...link }) => ({
    ...link,
    ...([link.path, ...around].some(isAt) && { current: true }),
  }))
}

const serviceLinks = (t: T, c: Ctx): NavLink[] => [
  ...(c.var.isPreview ? [{ label: t('service.endPreview'), path: sitePaths.previews }] : []),
  { label: t('service.easy'), path: sitePaths.easyLanguage },
  { label: t('service.sign'), path: sitePaths.signLanguage },
]

function footerOf(t: T, c: Ctx): PageContext['frame']['footer'] {
  const { office, phone, email } = c.var.municipality.address as { office?: string; phone?: string; email?: string }
  return [
    {
      title: t('foot.contact'),
      links: [
        ...(office ? [{ label: office, path: sitePaths.imprint }] : []),
        ...(phone
          ? [
              {
                label: t('foot.phone', { phone: `\u2066${phone}\u2069` }),
                external: `tel:${phone.replaceAll(/[^+\d]/g, '')}`,
              },
            ]
          : []),
        ...(email ? [{ label: email, external: `mailto:${email}` }] : []),
        whoIsHere(t, c),
      ],
    },
    {
      title: t('foot.read'),
      links: [
        { label: t('foot.wholePlan'), path: planPaths.plan },
        { label: t('foot.chain'), path: planPaths.chain },
        { label: t('foot.areas'), path: areaPaths.list },
        { label: t('foot.versions'), path: planPaths.versions },
        { label: t('foot.feed'), path: sitePaths.feed },
      ],
    },
    {
      title: t('foot.reuse'),
      links: [
        { label: t('foot.openData'), path: planPaths.json },
        { label: t('foot.csv'), path: measurePaths.export('csv') },
        { label: t('foot.api'), path: openDataPaths.page },
      ],
    },
    {
      title: t('foot.site'),
      links: [
        { label: t('foot.accessibility'), path: sitePaths.accessibility },
        { label: t('foot.report'), path: sitePaths.reportBarrier },
        { label: t('foot.privacy'), path: sitePaths.privacy },
        { label: t('foot.imprint'), path: sitePaths.imprint },
      ],
    },
  ]
}

const instanceFooter = (t: T, c: Ctx): PageContext['frame']['footer'] => [
  { title: t('foot.site'), links: [whoIsHere(t, c)] },
]

/** The way in; for whoever is in already, their name and the way to their account. The way out is in the bar above. */
const whoIsHere = (t: T, { var: { person, speech } }: Ctx): NavLink =>
  person
    ? { label: uiWords[speech.language].signedInAs(person.name), path: accountPaths.account }
    : { label: t('foot.signIn'), path: accountPaths.signIn }

function staffOf(t: T, c: Ctx) {
  const { person, municipality } = c.var
  const openReports = person?.openReports ?? 0
  const may = (permission: string, link: NavLink) => (mayEver(person, permission) ? [link] : [])
  const links: NavLink[] = [
    ...(municipality ? may('draft:see', { label: t('staff.drafts'), path: planPaths.drafts }) : []),
    ...may('plan:edit', { label: t('staff.missing'), path: planPaths.missing }),
    ...may('import:run', { label: t('staff.import'), path: importPaths.list }),
    ...(municipality ? may('translation:edit', { label: t('staff.languages'), path: translationPaths.list }) : []),
    ...(municipality ? may('preview:manage', { label: t('staff.previews'), path: sitePaths.previews }) : []),
    ...(municipality
      ? may('barrier-report:answer', {
          label: t('staff.barriers'),
          path: sitePaths.barrierReports,
          ...(openReports > 0 && { count: openReports }),
        })
      : []),
    ...may('people:manage', { label: t('staff.people'), path: accountPaths.people }),
    ...may('municipality:edit', { label: t('staff.settings'), path: municipalityPaths.settings }),
    ...(person?.isInstanceAdmin ? [{ label: t('staff.instance'), path: municipalityPaths.instanceAdmin }] : []),
    { label: t('staff.account'), path: accountPaths.account },
  ]
  return { name: person?.name ?? '', links, signOutPath: accountPaths.signOut }
}

function bannersOf(t: T, c: Ctx): PageContext['frame']['banners'] {
  const { municipality, isPreview, versionShown } = c.var
  if (!municipality) return []
  const { name, isExample, isDemo, isOpen } = municipality
  return [
    ...(isExample ? [t('banner.example', { name })] : isDemo ? [t('banner.demo', { name })] : []),
    ...(isOpen ? [] : [t('banner.closed')]),
    ...(isPreview ? [t('banner.preview')] : []),
    ...(versionShown?.isOldVersion
      ? [
          {
            text: t('banner.oldVersion', { number: versionShown.number }),
            link: { label: t('banner.newest'), path: planPaths.version() },
          },
        ]
      : []),
  ]
}
