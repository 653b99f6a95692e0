import { isHigher, type GoalLevel } from '#domains/goals/index.ts'
import type { ImportField, ImportKind, Values } from './kind.ts'
import { nameKey } from './names.ts'

export const actionField: ImportField = {
  key: 'actionField',
  type: 'thing',
  refersTo: ['action-field'],
  names: ['Handlungsfeld', 'Themenfeld', 'Themenbereich', 'Action field', 'Field', 'Axe'],
}
const topics: ImportField = {
  key: 'topics',
  type: 'things',
  refersTo: ['cross-cutting-topic'],
  names: ['Querschnittsthemen', 'Querschnittsthema', 'Cross-cutting topics', 'Thèmes transversaux'],
}

/** The names in these columns, each for itself, in lower case. */
export const namedBy =
  (...columns: string[]) =>
  (values: Values): string[] =>
    columns.flatMap((column) => {
      const value = values[column]
      return typeof value === 'string' && value !== '' ? [`${column} ${nameKey(value)}`] : []
    })
/** The same as people write them. */
export const calledBy =
  (...columns: string[]) =>
  (values: Values): string[] =>
    columns.flatMap((column) => {
      const value = values[column]
      return typeof value === 'string' && value !== '' ? [nameKey(value)] : []
    })

/** What people need, e.g. the cards of a workshop. */
export const needKind: ImportKind = {
  what: 'needs',
  permissions: ['need:edit'],
  fields: [
    {
      key: 'title',
      type: 'title',
      max: 500,
      names: ['Bedarf', 'Bedarfe', 'Aussage', 'Karte', 'Thema', 'Titel', 'Need', 'Statement', 'Besoin'],
    },
    {
      key: 'description',
      type: 'long-text',
      max: 20_000,
      several: true,
      names: ['Beschreibung', 'Erläuterung', 'Description', 'Descriptif'],
    },
    actionField,
    {
      key: 'targetGroups',
      type: 'things',
      refersTo: ['target-group'],
      names: ['Zielgruppen', 'Zielgruppe', 'Für wen', 'Target groups', 'Public cible'],
    },
    topics,
    {
      key: 'priority',
      type: 'choice',
      words: {
        1: ['1', 'hoch', 'sehr wichtig', 'high', 'haute'],
        2: ['2', 'mittel', 'medium', 'moyenne'],
        3: ['3', 'niedrig', 'gering', 'low', 'basse'],
      },
      names: ['Priorität', 'Dringlichkeit', 'Priority', 'Priorité'],
    },
    {
      key: 'needState',
      type: 'choice',
      words: {
        NEW: ['neu', 'offen', 'new', 'nouveau'],
        DISCUSSED: ['beraten', 'besprochen', 'discussed', 'discuté'],
        ADOPTED: ['aufgenommen', 'übernommen', 'adopted', 'retenu'],
      },
      names: ['Stand', 'Status', 'State', 'Statut'],
    },
    { key: 'source', type: 'text', max: 1000, names: ['Quelle', 'Herkunft', 'Veranstaltung', 'Source', 'Origine'] },
    {
      key: 'sourceKind',
      type: 'choice',
      words: {
        SURVEY: ['Umfrage', 'Befragung', 'survey', 'enquête'],
        WORKSHOP: ['Workshop', 'Werkstatt', 'Konferenz', 'atelier'],
        INDICATOR: ['Statistik', 'Indikator', 'statistics', 'statistique'],
        MINUTES: ['Protokoll', 'Niederschrift', 'minutes', 'procès-verbal'],
        OTHER: ['andere Quelle', 'sonstige', 'other', 'autre'],
      },
      names: ['Art der Quelle', 'Kind of source', 'Type de source'],
    },
  ],
  record: {
    columns: {
      title: 'statement',
      description: 'description',
      actionField: 'action_field_id',
      priority: 'priority',
      needState: 'state',
    },
    links: { targetGroups: 'targetGroupIds', topics: 'topicIds' },
    extras: ['source', 'sourceKind'],
    keysOf: namedBy('statement'),
    namesOf: calledBy('statement'),
    complete: () => ({ state: 'NEW' }),
  },
}

/** What shall be reached, from the vision down to the goals of a project. */
export const goalKind: ImportKind = {
  what: 'goals',
  permissions: ['goal:edit'],
  fields: [
    {
      key: 'title',
      type: 'title',
      max: 2000,
      names: ['Ziel', 'Ziele', 'Zielformulierung', 'Titel', 'Goal', 'Text', 'Objectif'],
    },
    {
      key: 'goalLevel',
      type: 'choice',
      words: {
        VISION: ['Vision', 'Leitbild'],
        MAIN_GOAL: ['Leitziel', 'Hauptziel', 'Oberziel', 'main goal', 'objectif principal'],
        SUB_GOAL: ['Teilziel', 'Unterziel', 'sub-goal', 'sous-objectif'],
        IMPACT_GOAL: ['Wirkungsziel', 'impact goal', "objectif d'impact"],
        OUTPUT_GOAL: ['Leistungsziel', 'output goal', 'objectif opérationnel'],
        PROJECT_GOAL: ['Projektziel', 'project goal', 'objectif de projet'],
      },
      names: ['Ebene', 'Zielebene', 'Art des Ziels', 'Level', 'Niveau'],
    },
    {
      key: 'parent',
      type: 'title',
      max: 2000,
      names: ['Übergeordnetes Ziel', 'Gehört zu', 'Parent goal', 'Objectif supérieur'],
    },
    actionField,
    {
      key: 'needs',
      type: 'things',
      refersTo: ['need'],
      names: ['Bedarfe', 'Bedarf', 'Needs', 'Besoins'],
    },
    topics,
    {
      key: 'evidence',
      type: 'long-text',
      max: 4000,
      several: true,
      names: ['Woran man es erkennt', 'Zielerreichungskriterium', 'Nachweis', 'Evidence', 'Critère'],
    },
  ],
  record: {
    columns: {
      title: 'text',
      goalLevel: 'level',
      actionField: 'action_field_id',
      evidence: 'evidence',
    },
    links: { needs: 'needIds', topics: 'topicIds' },
    parent: {
      column: 'parent_id',
      isPossible: (values, parent) => isHigher(parent['level'] as GoalLevel, values['level'] as GoalLevel),
    },
    keysOf: namedBy('text'),
    namesOf: calledBy('text'),
    complete: () => ({ level: 'SUB_GOAL', source: 'PLAN' }),
  },
}
