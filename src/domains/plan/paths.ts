export const paths = {
  home: '/',
  plan: '/plan',
  chain: '/plan/wirkungskette',
  versions: '/plan/fassungen',
  missing: '/plan/was-fehlt',
  drafts: '/plan/entwuerfe',
  json: '/plan.json',
} as const
