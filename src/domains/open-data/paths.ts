/** The API of a municipality, its description, the catalogue of its data, and the page that explains them. */
export const paths = {
  page: '/schnittstelle',
  api: '/api',
  apiVersion: '/api/v1',
  collection: (name: string) => `/api/v1/${name}`,
  one: (name: string, id: number) => `/api/v1/${name}/${id}`,
  /** Of the instance: the same for every municipality. */
  description: '/api/v1/openapi.json',
  catalogueRdf: '/katalog.rdf',
  catalogueJson: '/katalog.jsonld',
} as const
