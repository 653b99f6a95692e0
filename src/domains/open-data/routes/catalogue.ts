import { licenceOf } from '#domains/municipality/index.ts'
import { datesOfPublished, legalFacts } from '#domains/site/index.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { baseOf, originOf } from '#platform/http/addresses.ts'
import { speechFor } from '#platform/http/request.ts'
import { latestDay, sortKey } from '#values/flex-date.ts'
import { interfaceLanguages } from '#values/language.ts'
import type { Collection } from '#platform/api/collection.ts'
import { graphOf } from '../documents/catalogue-graph.ts'
import { jsonLd } from '../documents/catalogue-jsonld.ts'
import { rdfXml } from '../documents/catalogue-rdf.ts'
import { collections } from '../documents/collections.ts'
import { areaOf, earliest, latest, type Catalogue, type Dataset, type Texts } from '../model/catalogue.ts'
import { paths } from '../paths.ts'
import { datesOfAreas, findFrame } from '../queries/dates.ts'
import { texts } from '../texts/index.ts'
import { beginApi } from './asked.ts'
import { sendToAll } from './send.ts'

/** What portals of open data harvest: one catalogue in two formats. */
export const catalogueRoutes = domain()

catalogueRoutes.get(paths.catalogueRdf, async (c) =>
  sendToAll(c, rdfXml(graphOf(await catalogueOf(c))), 'application/rdf+xml; charset=utf-8'),
)
catalogueRoutes.get(paths.catalogueJson, async (c) =>
  sendToAll(c, jsonLd(graphOf(await catalogueOf(c))), 'application/ld+json; charset=utf-8'),
)

type Say = ReturnType<typeof texts>

async function catalogueOf(c: Ctx): Promise<Catalogue> {
  beginApi(c)
  c.header('Access-Control-Allow-Origin', '*')
  const { db, municipality } = c.var
  const languages = interfaceLanguages.filter((one) => one === 'de' || municipality.languages.includes(one))
  const says = languages.map((language) => ({ language, t: texts(speechFor(language, municipality)) }))
  const inEach = (say: (t: Say) => string): Texts => says.map(({ language, t }) => ({ language, text: say(t) }))
  const site = originOf(c) + baseOf(c)
  const { address, name } = legalFacts(municipality)
  const frame = await findFrame(db)
  const dates = await datesOf(c)
  const datasets = collections.flatMap((collection) => {
    const found = dates.get(collection.name)
    return found?.issued ? [datasetOf(collection, { ...found, site, name, inEach })] : []
  })
  const [from, to] = [frame.periodFrom && sortKey(frame.periodFrom), frame.periodTo && latestDay(frame.periodTo)]
  return {
    address: site + paths.catalogueRdf,
    homepage: `${site}/`,
    title: inEach((t) => t('catalogue.title', { name })),
    description: inEach((t) => t('catalogue.text')),
    languages,
    publisher: { name: address.office ?? name, email: address.email ?? null, homepage: `${site}/` },
    contributorId: municipality.contributorId,
    area: areaOf(municipality.areaKey ?? (municipality.kind === 'county' ? frame.countyKey : null)),
    licence: licenceOf(municipality),
    period: from === null && to === null ? null : { from, to },
    issued: earliest(datasets.map(({ issued }) => issued)),
    modified: latest(datasets.map(({ modified }) => modified)),
    datasets,
  }
}

interface Around {
  issued: string | null
  modified: string | null
  site: string
  name: string
  inEach: (say: (t: Say) => string) => Texts
}

const files = [
  { ending: 'csv', mediaType: 'text/csv', fileType: 'CSV' },
  {
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileType: 'XLSX',
  },
  { ending: 'json', mediaType: 'application/json', fileType: 'JSON' },
] as const

function datasetOf({ name: collection, path }: Collection, { issued, modified, site, name, inEach }: Around): Dataset {
  const title = inEach((t) => t('dataset.title', { collection: t.dynamic(`collection.${collection}`), name }))
  return {
    address: `${site}${path}#daten`,
    title,
    description: inEach((t) => t.dynamic(`collection.${collection}.text`)),
    issued,
    modified,
    landingPage: site + path,
    keywords: inEach((t) => t('dataset.keyword')),
    distributions: files.map(({ ending, mediaType, fileType }) => ({
      address: `${site}${path}.${ending}`,
      title: inEach((t) => t(`file.${ending}`)),
      mediaType,
      fileType,
    })),
  }
}

/** By collection when its data were first and last changed for the public: never today because somebody looked. */
async function datesOf({ var: { db } }: Ctx): Promise<Map<string, { issued: string | null; modified: string | null }>> {
  const areas = await datesOfAreas(db)
  const all = [...(await datesOfPublished(db)), { kind: 'area', ...areas }]
  const written = (date: Date | null) => date?.toISOString() ?? null
  return new Map(
    all.map(({ kind, issued, modified }) => [
      kind === 'body' ? 'bodies' : `${kind}s`,
      { issued: written(issued), modified: written(modified) },
    ]),
  )
}
