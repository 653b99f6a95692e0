/** What a cell of a column is read as. */
export type FieldType =
  | 'number'
  | 'title'
  | 'text'
  | 'long-text'
  | 'date'
  | 'period'
  | 'flag'
  | 'percent'
  | 'choice'
  | 'thing'
  | 'things'
  | 'lead'
  | 'euro'
  | 'count'
  | 'posts'

/** What names in a file may stand for. */
export const thingKinds = [
  'action-field',
  'target-group',
  'cross-cutting-topic',
  'area',
  'goal',
  'org-unit',
  'actor',
  'need',
  'measure',
] as const
export type ThingKind = (typeof thingKinds)[number]

/** What an import may create when the person asks for it, in this order. */
export const creatableKinds = ['action-field', 'target-group', 'cross-cutting-topic', 'org-unit', 'actor'] as const
export type CreatableKind = (typeof creatableKinds)[number]

/** One thing that a column can mean. */
export interface ImportField {
  readonly key: string
  readonly type: FieldType
  /** How columns with it are headed, in German, English and French. */
  readonly names: readonly string[]
  /** Most characters. */
  readonly max?: number
  /** Money and posts: the column also says for which year. */
  readonly perYear?: true
  /** Several columns may go into it: texts one paragraph each, names one after the other. */
  readonly several?: true
  /** choice: the words of the house and how files say them. */
  readonly words?: Readonly<Record<string, readonly string[]>>
  /** thing, things, lead: what the names stand for. */
  readonly refersTo?: readonly ThingKind[]
}

/** A kind of list that can be read in: its columns are data, so that needs or actors are one more of these. */
export interface ImportKind {
  readonly what: string
  /** What someone must be allowed to do with every thing of this kind, beside `import:run`. */
  readonly permissions: readonly string[]
  readonly fields: readonly ImportField[]
  /** Rows that are nearly called like one of these are proposed as the same. */
  readonly proposes?: ThingKind
  /** How rows become things of a kind that needs nothing but columns and links. Measures have rules of their own. */
  readonly record?: RecordRules
}

/** What is particular to a kind of things that are read in as records. `title` always names the field that names them. */
export interface RecordRules {
  /** Field → column of the table. */
  readonly columns: Readonly<Record<string, string>>
  /** Field → link, as the history names it. */
  readonly links: Readonly<Record<string, string>>
  /** Fields that only something new gets, and that stand elsewhere. */
  readonly extras?: readonly string[]
  /** The column that says to what a thing of the same kind it belongs; its field is `parent`. */
  readonly parent?: { column: string; isPossible?: (values: Values, parent: Values) => boolean }
  /** By what a thing is recognised, the surest first: values by column. */
  readonly keysOf: (values: Values) => string[]
  /** What `parent` may call a thing. */
  readonly namesOf: (values: Values) => string[]
  /** The columns of something new that the file says nothing about. */
  readonly complete: (values: Values) => Values
}
export type Values = Readonly<Record<string, unknown>>

export const fieldOf = (kind: ImportKind, key: string): ImportField | undefined => {
  const [name] = key.split('.')
  return kind.fields.find((field) => field.key === name)
}

/** `material.2026` → 2026. */
export const yearOfKey = (key: string): number | undefined => {
  const year = /\.(\d{4})$/.exec(key)?.[1]
  return year === undefined ? undefined : Number(year)
}

/** Fields whose different values are shown to the person, who says what each one means. */
export const hasValues = ({ type }: ImportField) =>
  type === 'choice' || type === 'thing' || type === 'things' || type === 'lead'

/** The question whether a row is something that is there under nearly the same name. It is no column. */
export const sameField = ({ proposes }: ImportKind): ImportField[] =>
  proposes ? [{ key: 'same', type: 'thing', names: [], refersTo: [proposes] }] : []

/** The fields as a person looks for them. */
export const columnGroups = [
  {
    group: 'what',
    keys: [
      'number',
      'title',
      'subTitle',
      'description',
      'kind',
      'isFlagship',
      'isQuickWin',
      'internalNote',
      'sourceId',
    ],
  },
  { group: 'who', keys: ['lead', 'partners', 'periodFrom', 'periodTo', 'period', 'isPermanent'] },
  { group: 'links', keys: ['actionField', 'targetGroups', 'topics', 'areas', 'goals'] },
  { group: 'state', keys: ['state', 'stateReason', 'progress', 'course', 'courseReason'] },
  { group: 'money', keys: ['material', 'staff', 'income', 'spent', 'fte', 'fundingSource'] },
] as const
