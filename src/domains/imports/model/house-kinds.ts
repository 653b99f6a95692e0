import { typeOfName } from '#domains/actors/index.ts'
import { levelOfName } from '#domains/org-units/index.ts'
import { actorTypeWords } from './actor-words.ts'
import type { ImportField, ImportKind } from './kind.ts'
import { actionField, calledBy, namedBy } from './plan-kinds.ts'

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const email: ImportField = {
  key: 'email',
  type: 'text',
  max: 300,
  names: ['E-Mail', 'Mail', 'E-Mail-Adresse', 'Email', 'Courriel'],
}
const phone: ImportField = {
  key: 'phone',
  type: 'text',
  max: 100,
  names: ['Telefon', 'Tel.', 'Telefonnummer', 'Phone', 'Téléphone'],
}
const parent: ImportField = {
  key: 'parent',
  type: 'title',
  max: 300,
  names: ['Übergeordnet', 'Übergeordnete Einheit', 'Gehört zu', 'Parent', 'Supérieur'],
}
const code = (...names: string[]): ImportField => ({ key: 'code', type: 'title', max: 60, names })

/** Associations, authorities, welfare organisations: everybody the plan works with. */
export const actorKind: ImportKind = {
  what: 'actors',
  permissions: ['actor:edit'],
  proposes: 'actor',
  fields: [
    {
      key: 'title',
      type: 'title',
      max: 300,
      names: [
        'Name',
        'Organisation',
        'Akteur',
        'Verein',
        'Träger',
        'Einrichtung',
        'Institution',
        'Actor',
        'Organization',
        'Nom',
      ],
    },
    {
      key: 'actorType',
      type: 'choice',
      words: actorTypeWords,
      names: ['Art', 'Typ', 'Art der Organisation', 'Kategorie', 'Kind', 'Type', 'Catégorie'],
    },
    { key: 'legalForm', type: 'title', max: 100, names: ['Rechtsform', 'Legal form', 'Forme juridique'] },
    {
      key: 'description',
      type: 'long-text',
      max: 20_000,
      several: true,
      names: ['Beschreibung', 'Aufgaben', 'Description', 'Descriptif'],
    },
    { key: 'place', type: 'title', max: 200, names: ['Ort', 'Sitz', 'Stadt', 'Place', 'City', 'Lieu'] },
    {
      key: 'website',
      type: 'title',
      max: 500,
      names: ['Website', 'Internet', 'Homepage', 'Webseite', 'Web', 'Site web'],
    },
    {
      key: 'isMigrantOrganisation',
      type: 'flag',
      names: ['Migrantenorganisation', 'MSO', 'Migrant organisation', 'Organisation de migrants'],
    },
    { ...actionField, key: 'actionFields', type: 'things', names: ['Handlungsfelder', ...actionField.names] },
    {
      key: 'areas',
      type: 'things',
      refersTo: ['area'],
      names: ['Gebiete', 'Wirkungsgebiet', 'Sozialraum', 'Areas', 'Territoires'],
    },
    {
      key: 'person',
      type: 'title',
      max: 200,
      names: [
        'Ansprechperson',
        'Ansprechpartner',
        'Ansprechpartnerin',
        'Kontakt',
        'Kontaktperson',
        'Contact',
        'Contact person',
        'Personne de contact',
      ],
    },
    email,
    phone,
  ],
  record: {
    columns: {
      ...{ title: 'name', actorType: 'types', legalForm: 'legal_form', description: 'description', place: 'place' },
      ...{ website: 'website', isMigrantOrganisation: 'is_migrant_organisation' },
    },
    links: { actionFields: 'actionFieldIds', areas: 'areaIds' },
    extras: ['person', 'email', 'phone'],
    keysOf: namedBy('name'),
    namesOf: calledBy('name'),
    complete: ({ name }) => ({ types: [typeOfName(textOf(name))], is_migrant_organisation: false, offers: [] }),
  },
}

/** The house's own units: departments, offices, teams. */
export const unitKind: ImportKind = {
  what: 'org-units',
  permissions: ['org-unit:edit'],
  fields: [
    {
      key: 'title',
      type: 'title',
      max: 300,
      names: ['Name', 'Amt', 'Einheit', 'Organisationseinheit', 'Bezeichnung', 'Unit', 'Office', 'Service'],
    },
    code('Nummer', 'Kürzel', 'Amtsnummer', 'Gliederungsnummer', 'Nr.', 'Code', 'Number', 'Numéro'),
    { key: 'levelName', type: 'title', max: 100, names: ['Ebene', 'Art', 'Gliederungsebene', 'Level', 'Niveau'] },
    parent,
    phone,
    email,
  ],
  record: {
    columns: { title: 'name', code: 'code', levelName: 'level_name', phone: 'phone', email: 'email' },
    links: {},
    parent: { column: 'parent_id' },
    keysOf: namedBy('code', 'name'),
    namesOf: calledBy('code', 'name'),
    complete: ({ name }) => ({ level_name: levelOfName(textOf(name)) }),
  },
}

const productLevels = {
  SUB_BUDGET: ['Teilhaushalt', 'THH', 'sub-budget', 'budget partiel'],
  PRODUCT_GROUP: ['Produktgruppe', 'product group', 'groupe de produits'],
  PRODUCT: ['Produkt', 'product', 'produit'],
}
/** 11.14.08 is a product, 11.14 a product group. */
const levelOfCode = (value: unknown) => (textOf(value).split('.').length === 2 ? 'PRODUCT_GROUP' : 'PRODUCT')

/** The products of the budget. */
export const productKind: ImportKind = {
  what: 'budget-products',
  permissions: ['budget-product:edit'],
  fields: [
    {
      key: 'title',
      type: 'title',
      max: 300,
      names: ['Produkt', 'Bezeichnung', 'Produktbezeichnung', 'Name', 'Titel', 'Product', 'Title', 'Produit'],
    },
    code('Produktnummer', 'Nummer', 'Produkt-Nr.', 'Nr.', 'Code', 'Number', 'Numéro'),
    { key: 'productLevel', type: 'choice', words: productLevels, names: ['Ebene', 'Art', 'Level', 'Niveau'] },
    parent,
  ],
  record: {
    columns: { title: 'title', code: 'code', productLevel: 'level' },
    links: {},
    parent: { column: 'parent_id' },
    keysOf: (values) =>
      namedBy('code')(values).map((key) => `${textOf(values['level']) || levelOfCode(values['code'])} ${key}`),
    namesOf: calledBy('code', 'title'),
    complete: ({ code: number }) => ({ level: levelOfCode(number) }),
  },
}

const areaLevels = {
  COUNTY: ['Landkreis', 'Kreis', 'county', 'arrondissement'],
  MUNICIPALITY: ['Gemeinde', 'Stadt', 'Kommune', 'municipality', 'commune'],
  SOCIAL_SPACE: ['Sozialraum', 'Stadtteil', 'Ortsteil', 'Quartier', 'Stadtbezirk', 'social space', 'quartier'],
}

/** Municipalities and social spaces by key and name. Their shapes come from GeoJSON. */
export const areaKind: ImportKind = {
  what: 'areas',
  permissions: ['area:edit'],
  fields: [
    {
      key: 'title',
      type: 'title',
      max: 200,
      names: ['Name', 'Gebiet', 'Gemeinde', 'Stadtteil', 'Sozialraum', 'Bezeichnung', 'Area', 'Nom'],
    },
    code('Schlüssel', 'AGS', 'ARS', 'Gemeindeschlüssel', 'Gebietsschlüssel', 'Key', 'Code', 'Clé'),
    {
      key: 'areaLevel',
      type: 'choice',
      words: areaLevels,
      names: ['Art', 'Ebene', 'Gebietsart', 'Kind', 'Level', 'Niveau'],
    },
    {
      key: 'population',
      type: 'count',
      names: ['Einwohner', 'Einwohnerzahl', 'Bevölkerung', 'Population', 'Habitants'],
    },
    parent,
  ],
  record: {
    columns: { title: 'name', code: 'area_key', areaLevel: 'level', population: 'population' },
    links: {},
    parent: { column: 'parent_id' },
    keysOf: namedBy('area_key', 'name'),
    namesOf: calledBy('area_key', 'name'),
    complete: () => ({ level: 'MUNICIPALITY' }),
  },
}
