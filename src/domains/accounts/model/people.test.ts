import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Person } from '#platform/http/person.ts'
import { deviceOf } from './device.ts'
import { keptAsText, parseKept } from './kept.ts'
import { leavesNoOfficer, mayGiveRole, mayManage, type Post } from './people.ts'
import { permissionsOf, reachOf, roles } from './rights.ts'
import { mayWith } from './may.ts'

const today = '2026-11-24'
const post = (id: number, endsOn: string | null = null, held = ['officer']): Post => ({ id, roles: held, endsOn })

const lastOfficer: [what: string, posts: Post[], after: Omit<Post, 'id'> | undefined, leavesNone: boolean][] = [
  ['the only officer goes', [post(1)], undefined, true],
  ['the only officer becomes a reader', [post(1)], { roles: ['reader'], endsOn: null }, true],
  ['the only officer gets an end', [post(1)], { roles: ['officer'], endsOn: '2027-12-31' }, true],
  [
    'the only officer, whose post ends anyway, gets a later end',
    [post(1, '2026-12-31')],
    { roles: ['officer'], endsOn: '2027-12-31' },
    false,
  ],
  ['the only officer, whose post ends anyway, goes', [post(1, '2026-12-31')], undefined, true],
  ['one of two goes', [post(1), post(2)], undefined, false],
  ['one of two goes, and the post of the other ends', [post(1), post(2, '2026-12-31')], undefined, true],
  ['one of two goes, and the post of the other has ended', [post(1), post(2, '2026-11-23')], undefined, true],
  ['an officer stays one', [post(1)], { roles: ['officer', 'statistics'], endsOn: null }, false],
  ['a reader goes', [post(1, null, ['reader']), post(2)], undefined, false],
  ['a reader goes where there is no officer at all', [post(1, null, ['reader'])], undefined, false],
]
for (const [what, posts, after, leavesNone] of lastOfficer) {
  test(`${what}: ${leavesNone ? 'refused' : 'allowed'}`, () =>
    assert.equal(leavesNoOfficer(posts, 1, after, today), leavesNone))
}

test('whatever is allowed, an officer is left where there was one', () => {
  const endsOn = fc.option(fc.constantFrom('2026-11-23', today, '2030-01-01'))
  const held = fc.subarray(['officer', 'reader', 'steering'], { minLength: 1 })
  const some = fc.array(fc.record({ roles: held, endsOn }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(
      some,
      fc.option(fc.record({ roles: held, endsOn }), { nil: undefined }),
      fc.nat(5),
      (all, after, place) => {
        const posts = all.map((one, id) => ({ ...one, id }))
        const id = place % posts.length
        const isOfficer = (one: Omit<Post, 'id'>) => one.roles.includes('officer') && (one.endsOn ?? '9') >= today
        if (!posts.some(isOfficer) || leavesNoOfficer(posts, id, after, today)) return true
        return posts.some((one) => (one.id === id ? after !== undefined && isOfficer(after) : isOfficer(one)))
      },
    ),
  )
})

const personWith = (held: readonly string[], isInstanceAdmin = false): Person => ({
  accountId: 'a',
  name: 'A',
  email: 'a@b.example',
  isInstanceAdmin,
  permissions: permissionsOf(held),
  membership: { id: 1, roles: held, onlyLed: false, orgUnitId: null, actorId: null, actionFieldIds: [] },
})

test('nobody gives a role with a right that they lack; only the officer appoints, and not herself', () => {
  for (const giver of roles)
    for (const role of roles) {
      const isAppointed = giver === 'officer' && role === 'department-head'
      const lacks = [...permissionsOf([role])].some((permission) => reachOf(giver, permission) === undefined)
      assert.equal(
        mayGiveRole(personWith([giver]), role, 'somebody else'),
        !lacks || isAppointed,
        `${giver} gives ${role}`,
      )
    }
  const officer = personWith(['officer'])
  assert.equal(mayGiveRole(officer, 'department-head', officer.accountId), false)
  assert.equal(mayManage(officer, ['department-head']), false)
  assert.equal(mayGiveRole(personWith(['department-head']), 'officer'), true)
  assert.ok(roles.every((role) => mayGiveRole(personWith([], true), role)))
  assert.equal(mayGiveRole(undefined, 'reader'), false)
})

test('a membership limited to what one leads holds whatever the role allows', () => {
  const membership = { id: 1, roles: ['officer'], onlyLed: true, orgUnitId: 7, actorId: null, actionFieldIds: [] }
  const person = { ...personWith(['officer']), membership }
  assert.equal(mayWith(person, 'measure:edit', { leadOrgUnitId: 7 }), true)
  assert.equal(mayWith(person, 'measure:edit', { leadOrgUnitId: 8 }), false)
  assert.equal(mayWith(person, 'goal:edit', {}), true)
})

test('a kept form survives its way through a hidden field, and leads only here', () => {
  const local = (path: string) => (path.startsWith('/') ? path : undefined)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }))), (fields) => {
      const form = { action: '/x', fields, files: [] }
      assert.deepEqual(parseKept(keptAsText(form), local), form)
    }),
  )
  for (const wrong of ['', '{}', 'null', '[]', '{"action":"//x","fields":"a","files":[]}', 5])
    assert.equal(parseKept(wrong, local), undefined)
  assert.equal(parseKept(keptAsText({ action: 'https://x', fields: [], files: [] }), local), undefined)
})

test('devices are named as people know them', () => {
  const table: [userAgent: string | null, browser: string, system: string][] = [
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge',
      'Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36',
      'Chrome',
      'Android',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605.1 (KHTML, like Gecko) Version/18 Safari/605.1',
      'Safari',
      'macOS',
    ],
    ['curl/8', '', ''],
    [null, '', ''],
  ]
  for (const [userAgent, browser, system] of table) assert.deepEqual(deviceOf(userAgent), { browser, system })
})
