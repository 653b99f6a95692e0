import type { Agent, Catalogue, Dataset, Distribution, Texts } from '../model/catalogue.ts'

/** Something that a graph says: a text, a text in a language, a typed value, a link, or another thing. */
export type Term =
  | { kind: 'text'; text: string; language?: string }
  | { kind: 'value'; text: string; type: string }
  | { kind: 'link'; address: string }
  | { kind: 'node'; node: GraphNode }
/** A thing with its class, its own address where it has one, and what is said of it, in order. */
export interface GraphNode {
  type: string
  address?: string
  says: readonly (readonly [property: string, term: Term])[]
}

export const prefixes: Readonly<Record<string, string>> = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatde: 'http://dcat-ap.de/def/dcatde/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

const link = (address: string): Term => ({ kind: 'link', address })
const text = (plain: string): Term => ({ kind: 'text', text: plain })
const node = (type: string, says: GraphNode['says'], address?: string): Term => ({
  kind: 'node',
  node: { type, says, ...(address !== undefined && { address }) },
})
type Said = GraphNode['says'][number]
const texts = (property: string, all: Texts): Said[] =>
  all.map(({ language, text: words }) => [property, { kind: 'text', text: words, language }])
const time = (property: string, moment: string | null): Said[] =>
  moment === null
    ? []
    : [[property, { kind: 'value', text: moment, type: moment.includes('T') ? 'xsd:dateTime' : 'xsd:date' }]]

const authority = 'http://publications.europa.eu/resource/authority'
const languageNames = { de: 'DEU', en: 'ENG', ar: 'ARA' } as const

/** The catalogue as a graph, from which each format is written. */
export function graphOf(catalogue: Catalogue): GraphNode {
  const { address, homepage, title, description, languages, publisher, licence, issued, modified, datasets } = catalogue
  return {
    type: 'dcat:Catalog',
    address,
    says: [
      ...texts('dct:title', title),
      ...texts('dct:description', description),
      ['dct:publisher', agent(publisher)],
      ['dct:license', link(licence.uri)],
      ['foaf:homepage', link(homepage)],
      ...languages.map((one): Said => ['dct:language', link(`${authority}/language/${languageNames[one]}`)]),
      ['dcat:themeTaxonomy', link(`${authority}/data-theme`)],
      ...time('dct:issued', issued),
      ...time('dct:modified', modified),
      ...datasets.map((dataset): Said => ['dcat:dataset', datasetNode(dataset, catalogue)]),
    ],
  }
}

const agent = ({ name, email, homepage }: Agent): Term =>
  node(
    'foaf:Agent',
    [
      ['foaf:name', text(name)],
      ...(email === null ? [] : ([['foaf:mbox', link(`mailto:${email}`)]] as Said[])),
      ['foaf:homepage', link(homepage)],
    ],
    `${homepage}#herausgeber`,
  )

/** Said of an agent that stands in full at the catalogue. */
const sameAgent = ({ homepage }: Agent): Term => link(`${homepage}#herausgeber`)

function datasetNode(dataset: Dataset, { publisher, contributorId, area, period, licence }: Catalogue): Term {
  return node(
    'dcat:Dataset',
    [
      ...texts('dct:title', dataset.title),
      ...texts('dct:description', dataset.description),
      ...(contributorId === null ? [] : ([['dcatde:contributorID', link(contributorId)]] as Said[])),
      ['dct:publisher', sameAgent(publisher)],
      ['dcatde:maintainer', sameAgent(publisher)],
      ['dcat:contactPoint', contact(publisher)],
      ['dcat:theme', link(`${authority}/data-theme/SOCI`)],
      ...texts('dcat:keyword', dataset.keywords),
      ...(area === null
        ? []
        : ([
            ['dcatde:politicalGeocodingLevelURI', link(area.level)],
            ['dcatde:politicalGeocodingURI', link(area.key)],
          ] as Said[])),
      ...(period === null
        ? []
        : ([
            [
              'dct:temporal',
              node('dct:PeriodOfTime', [...time('dcat:startDate', period.from), ...time('dcat:endDate', period.to)]),
            ],
          ] as Said[])),
      ...time('dct:issued', dataset.issued),
      ...time('dct:modified', dataset.modified),
      ['dcat:landingPage', link(dataset.landingPage)],
      ...dataset.distributions.map((one): Said => [
        'dcat:distribution',
        distributionNode(one, dataset, licence, publisher.name),
      ]),
    ],
    dataset.address,
  )
}

const contact = ({ name, email, homepage }: Agent): Term =>
  node('vcard:Organization', [
    ['vcard:fn', text(name)],
    ...(email === null ? [] : ([['vcard:hasEmail', link(`mailto:${email}`)]] as Said[])),
    ['vcard:hasURL', link(homepage)],
  ])

const distributionNode = (
  { address, title, mediaType, fileType }: Distribution,
  { issued, modified }: Dataset,
  licence: Catalogue['licence'],
  source: string,
): Term =>
  node(
    'dcat:Distribution',
    [
      ...texts('dct:title', title),
      ['dcat:accessURL', link(address)],
      ['dcat:downloadURL', link(address)],
      ['dct:license', link(licence.uri)],
      ...(licence.namesSource ? ([['dcatde:licenseAttributionByText', text(source)]] as Said[]) : []),
      ['dct:format', link(`${authority}/file-type/${fileType}`)],
      ['dcat:mediaType', link(`https://www.iana.org/assignments/media-types/${mediaType}`)],
      ...time('dct:issued', issued),
      ...time('dct:modified', modified),
    ],
    `${address}#datei`,
  )
