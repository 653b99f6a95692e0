/** What somebody can be in a municipality (domain.md 8.4). The same word in code, in this table and in example addresses. */
export const roles = [
  'officer',
  'department-head',
  'steering',
  'working-group-lead',
  'facilitator',
  'actor-editor',
  'councillor',
  'statistics',
  'reader',
] as const
export type Role = (typeof roles)[number]

/** The roles of the house: for them a second factor can be required. */
export const staffRoles: readonly Role[] = ['officer', 'department-head', 'statistics']

/**
 * Roles that one may give to somebody else without having their rights: whoever writes the plan calls in the person who
 * checks it.
 */
export const mayAppoint: Partial<Record<Role, readonly Role[]>> = { officer: ['department-head'] }

/**
 * Roles that reach only as far as the fields of their membership: without a field they may do nothing, so one is asked for.
 */
export const fieldRoles: readonly Role[] = ['working-group-lead', 'facilitator']
/** Roles of people from outside, whose task ends. */
export const externalRoles: readonly Role[] = ['facilitator']

/**
 * Who may do what, in one table. `*` in a cell: yes. `f`: only in the fields of the membership. `l`: only measures that
 * the person's unit or organisation leads. `a`: only the person's own organisation. Empty: no.
 */
const columns = [
  'officer',
  'department-head',
  'steering',
  'working-group-lead',
  'facilitator',
  'actor-editor',
  'councillor',
  'statistics',
  'reader',
] as const
const table: Record<string, string> = {
  //                       off dep ste wgl fac act cou sta rea
  'draft:see': ' *   *   *   *   *   .   .   *   * ',
  'internal:see': ' *   *   *   .   .   .   .   *   * ',
  'money:see': ' *   *   *   *   .   .   .   *   * ',
  'plan:edit': ' *   *   .   .   .   .   .   .   . ',
  'plan:open': ' *   *   .   .   .   .   .   .   . ',
  'need:edit': ' *   *   .   f   f   .   .   .   . ',
  'goal:edit': ' *   *   .   f   f   .   .   .   . ',
  'measure:create': ' *   *   .   f   .   .   .   .   . ',
  'measure:edit': ' *   *   .   f   .   l   .   .   . ',
  'measure:bulk': ' *   *   .   .   .   .   .   .   . ',
  publish: ' *   *   .   .   .   .   .   .   . ',
  approve: ' .   *   .   .   .   .   .   .   . ',
  'indicator:edit': ' *   *   .   .   .   .   .   *   . ',
  'observation:edit': ' *   *   .   .   .   .   .   *   . ',
  'actor:edit': ' *   *   .   .   .   a   .   .   . ',
  'contact:see': ' *   *   .   *   .   a   .   .   . ',
  'body:edit': ' *   *   .   .   .   .   .   .   . ',
  'org-unit:edit': ' *   *   .   .   .   .   .   .   . ',
  'budget-product:edit': ' *   *   .   .   .   .   .   .   . ',
  'area:edit': ' *   *   .   .   .   .   .   *   . ',
  'translation:edit': ' *   *   .   .   .   .   .   .   . ',
  'import:run': ' *   *   .   .   .   .   .   .   . ',
  'preview:manage': ' *   *   .   .   .   .   .   .   . ',
  'people:manage': ' *   *   .   .   .   .   .   .   . ',
  'municipality:edit': ' *   *   .   .   .   .   .   .   . ',
  'barrier-report:answer': ' *   *   .   .   .   .   .   .   . ',
  'history:see': ' *   *   *   *   .   .   .   *   * ',
}

export type Reach = '*' | 'f' | 'l' | 'a'
export const permissions = Object.keys(table)

/** How far a role's permission reaches, or undefined. */
export function reachOf(role: Role, permission: string): Reach | undefined {
  const cell = table[permission]?.trim().split(/\s+/)[columns.indexOf(role)]
  return cell === undefined || cell === '.' ? undefined : (cell as Reach)
}

/** Everything that somebody with these roles can ever do. */
export const permissionsOf = (held: readonly string[]): ReadonlySet<string> =>
  new Set(permissions.filter((permission) => held.some((role) => reachOf(role as Role, permission) !== undefined)))
