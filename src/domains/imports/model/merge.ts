import { noLinks, type ImportedResource, type MeasureForm, type StoredMeasure } from '#domains/measures/index.ts'
import { flexDateIsBefore, type FlexDate } from '#values/flex-date.ts'
import type { Amount, Period } from './cells.ts'
import type { Draft, DraftValue } from './drafts.ts'
import type { Identity } from './identity.ts'
import type { References } from './references.ts'

export interface Merged {
  form: MeasureForm
  resources: ImportedResource[]
}

/** What a new measure is before the file says anything about it. */
const emptyForm = (): MeasureForm => ({
  number: '',
  title: '',
  description: null,
  actionFieldId: null,
  kind: null,
  isFlagship: false,
  isQuickWin: false,
  lead: { leadOrgUnitId: null, leadActorId: null },
  ...noLinks(),
  periodFrom: null,
  periodTo: null,
  isPermanent: false,
  state: 'NOT_STARTED',
  stateReason: null,
  progress: null,
  course: 'GREY',
  courseReason: null,
  courseReleased: false,
  inputs: null,
  activities: null,
  outputs: null,
  outcomes: null,
  impact: null,
  internalNote: null,
})

/**
 * The measure as it shall be: what is stored, and over it what the row says. A field that the file does not have, or
 * that is empty in this row, stays as it is. Adds to the draft's problems and hints.
 */
export function mergeMeasure(
  draft: Draft,
  identity: Identity,
  stored: StoredMeasure | undefined,
  references: References,
): Merged {
  const form: MeasureForm = { ...(stored?.form ?? emptyForm()), number: identity.number, title: identity.title ?? '' }
  const at = (key: string) => {
    const column = draft.columns[key]
    return column === undefined ? { row: draft.row } : { row: draft.row, column }
  }
  const simple = ['description', 'stateReason', 'progress', 'courseReason', 'internalNote'] as const
  for (const key of simple) if (key in draft.values) Object.assign(form, { [key]: draft.values[key] })
  for (const key of ['isPermanent', 'isFlagship', 'isQuickWin'] as const) {
    if (key in draft.values) form[key] = draft.values[key] === true
  }
  setDates(form, draft.values)
  setWords(form, draft, references, at)
  setThings(form, draft, references, at)
  if (identity.parent && (!stored || 'description' in draft.values)) {
    form.description = withParent(identity.parent, form.description)
  }

  if (form.periodFrom && form.periodTo && flexDateIsBefore(form.periodTo, form.periodFrom)) {
    draft.problems.push({
      code: 'endBeforeStart',
      ...at(draft.columns['periodTo'] === undefined ? 'period' : 'periodTo'),
    })
  }
  // A judgement that was released is not replaced in public unseen.
  if (stored && (form.course !== stored.form.course || form.courseReason !== stored.form.courseReason)) {
    form.courseReleased = false
  }
  if ((form.state === 'DEFERRED' || form.state === 'DISCONTINUED') && !form.stateReason) {
    const remark = { code: 'noStateReason', ...at('state') }
    if (stored?.isPublished) draft.problems.push(remark)
    else draft.hints.push(remark)
  }
  return { form, resources: resourcesOf(draft, stored?.resources ?? [], at) }
}

/** A sub-measure says what it belongs to; its number says it too. */
function withParent({ title, number }: NonNullable<Identity['parent']>, description: string | null): string {
  const line = number ? `Teil der Maßnahme ${number} „${title}“.` : `Teil der Maßnahme „${title}“.`
  return description ? `${line}\n\n${description}` : line
}

function setDates(form: MeasureForm, values: Draft['values']) {
  if ('period' in values) {
    const { from, to, isPermanent } = values['period'] as Period
    form.periodFrom = from ?? form.periodFrom
    form.periodTo = to ?? (from ? null : form.periodTo)
    form.isPermanent = isPermanent
  }
  if ('periodFrom' in values) form.periodFrom = values['periodFrom'] as FlexDate
  if ('periodTo' in values) form.periodTo = values['periodTo'] as FlexDate
}

type Place = (key: string) => { row: number; column?: number }
const namesOf = (value: DraftValue | undefined) => (value ?? []) as readonly string[]

function setWords(form: MeasureForm, draft: Draft, references: References, at: Place) {
  for (const key of ['state', 'kind', 'course'] as const) {
    for (const value of namesOf(draft.values[key])) {
      const meaning = references.word(key, value)
      if (!meaning.ok) draft.problems.push({ code: 'unknownWord', values: { text: value }, ...at(key) })
      else if (meaning.word !== undefined) Object.assign(form, { [key]: meaning.word })
    }
  }
}

const lists = { targetGroups: 'targetGroupIds', topics: 'topicIds', areas: 'areaIds', goals: 'goalIds' } as const

function setThings(form: MeasureForm, draft: Draft, references: References, at: Place) {
  const found = (key: string) => {
    const left: string[] = []
    const things = namesOf(draft.values[key]).flatMap((name) => {
      const meaning = references.thing(key, name)
      if (!meaning.ok) draft.problems.push({ code: 'unknownName', values: { text: name }, ...at(key) })
      else if (meaning.reference) return [meaning.reference]
      else left.push(name)
      return []
    })
    if (left.length > 0)
      draft.hints.push({ code: 'namesLeftOut', values: { count: left.length, text: left[0] ?? '' }, ...at(key) })
    return things
  }
  const [field] = found('actionField')
  if (field) form.actionFieldId = field.id
  for (const [key, ids] of Object.entries(lists) as [keyof typeof lists, (typeof lists)[keyof typeof lists]][]) {
    const named = found(key)
    if (named.length > 0) form[ids] = sorted(named.map(({ id }) => id))
  }
  const [lead, ...others] = found('lead')
  if (lead) {
    form.lead =
      lead.kind === 'org-unit'
        ? { leadOrgUnitId: lead.id, leadActorId: null }
        : { leadOrgUnitId: null, leadActorId: lead.id }
    if (others.length > 0)
      draft.hints.push({ code: 'severalLeads', values: { count: others.length + 1 }, ...at('lead') })
  }
  const named = found('partners')
  const partners = named.length > 0 || others.length > 0 ? [...named, ...others] : undefined
  if (!partners) return
  const ofKind = (kind: string) => partners.flatMap((partner) => (partner.kind === kind ? partner.id : []))
  // Where the file has a column of partners, it says who they are; further leads are added to those there are.
  const before = named.length > 0 ? { units: [], actors: [] } : { units: form.partnerUnitIds, actors: form.partnerIds }
  form.partnerUnitIds = sorted([...before.units, ...ofKind('org-unit')])
  form.partnerIds = sorted([...before.actors, ...ofKind('actor')])
}

const sorted = (ids: readonly number[]) => [...new Set(ids)].toSorted((a, b) => a - b)

const parts = ['staff', 'material', 'income', 'spent'] as const

/** The rows of money that the row of the file says something about. */
function resourcesOf(draft: Draft, stored: readonly ImportedResource[], at: Place): ImportedResource[] {
  const touched = new Map<number, ImportedResource>()
  const notes = new Map<number, string[]>()
  for (const [key, value] of Object.entries(draft.values)) {
    const [, part, digits] = /^(staff|material|income|spent|fte)\.(\d{4})$/.exec(key) ?? []
    if (!part || !digits) continue
    const year = Number(digits)
    const ofYear = stored.filter((row) => row.year === year)
    const amount = part === 'fte' ? (value as number | null) : (value as Amount).cents
    const wording = part === 'fte' ? undefined : (value as Amount).wording
    if (wording) notes.set(year, [...(notes.get(year) ?? []), wording])
    if (amount === null && !wording) continue
    if (ofYear.length > 1) {
      if (amount !== null && sumOf(ofYear, part as keyof ImportedResource) !== amount)
        draft.problems.push({ code: 'severalResources', values: { year: digits }, ...at(key) })
      continue
    }
    const row = touched.get(year) ?? { ...(ofYear[0] ?? emptyResource(year)) }
    touched.set(year, amount === null ? row : { ...row, [part]: amount })
  }
  const funding = draft.values['fundingSource']
  for (const [year, row] of touched) {
    const note = notes.get(year)?.join('; ')
    if (note !== undefined) row.note = note
    if (typeof funding === 'string') row.fundingSource = funding
  }
  return [...touched.values()].filter(
    (row) =>
      row.id === null ||
      !isSame(
        row,
        stored.find(({ id }) => id === row.id),
      ),
  )
}

const emptyResource = (year: number): ImportedResource => ({
  ...{ id: null, year, fte: null, staff: null, material: null, income: null, spent: null },
  ...{ fundingSource: null, note: null },
})

const sumOf = (rows: readonly ImportedResource[], part: keyof ImportedResource) =>
  rows.reduce((sum, row) => sum + Number(row[part] ?? 0), 0)

const isSame = (a: ImportedResource, b: ImportedResource | undefined) =>
  b !== undefined &&
  ['fte', ...parts, 'fundingSource', 'note'].every(
    (key) => a[key as keyof ImportedResource] === b[key as keyof ImportedResource],
  )
