type PartSegment = 'kapitel' | 'schritte' | 'termine'

export const paths = {
  home: '/',
  plan: '/plan',
  chain: '/plan/wirkungskette',
  /** The chain with one way lit: through a measure, a need, a goal or an indicator. */
  way: (kind: 'need' | 'goal' | 'measure' | 'indicator', id: number) =>
    `/plan/wirkungskette?${{ need: 'bedarf', goal: 'ziel', measure: 'weg', indicator: 'zahl' }[kind]}=${id}`,
  versions: '/plan/fassungen',
  /** A version of the plan; empty: the newest. */
  version: (number?: number) => `/plan?fassung=${number ?? ''}`,
  missing: '/plan/was-fehlt',
  drafts: '/plan/entwuerfe',
  publishDrafts: '/plan/entwuerfe/veroeffentlichen',
  /** The drafts that one thing is linked to. */
  linkedDrafts: '/plan/entwuerfe/verknuepft',
  returnDraft: '/plan/entwuerfe/zurueckgeben',
  json: '/plan.json',
  logo: (fileId: number) => `/plan/logo/${fileId}`,
  start: '/plan/anlegen',
  edit: '/plan/bearbeiten',
  funder: '/plan/foerderung',
  publish: '/plan/veroeffentlichen',
  withdraw: '/plan/zurueckziehen',
  arrange: '/plan/aufbau',
  template: '/plan/schritte/vorlage',
  parts: (segment: PartSegment) => `/plan/${segment}`,
  newPart: (segment: PartSegment) => `/plan/${segment}/neu`,
  part: (segment: PartSegment, id: number, act: string) => `/plan/${segment}/${id}/${act}`,
} as const
