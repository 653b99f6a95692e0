import type { DemoMunicipality } from '../format.ts'
import { civicActors } from './actors-civic.ts'
import { migrantActors } from './actors-migrant.ts'
import { publicActors } from './actors-public.ts'
import { areas } from './areas.ts'
import { bodies } from './bodies.ts'
import { actionFields, crossCuttingTopics, targetGroups } from './fields.ts'
import { goals } from './goals.ts'
import { indicators } from './indicators.ts'
import { measures1 } from './measures-1.ts'
import { measures2 } from './measures-2.ts'
import { measures3 } from './measures-3.ts'
import { measures4 } from './measures-4.ts'
import { measures5 } from './measures-5.ts'
import { measures6 } from './measures-6.ts'
import { needs } from './needs.ts'
import { orgUnits, products } from './organisation.ts'
import { planFrame } from './plan-frame.ts'

/** The invented county to try things on: everything filled, nobody in it exists. */
export const musterkreis: DemoMunicipality = {
  slug: 'musterkreis',
  name: 'Musterkreis',
  kind: 'county',
  state: 'BW',
  isExample: false,
  languages: ['de', 'en', 'ar', 'de-x-einfach', 'de-x-leicht'],
  words: {
    plan: 'Teilhabeplan',
    actionField: 'Handlungsfeld',
    migrationHistory: 'Zuwanderungsgeschichte',
    administration: 'Landratsamt',
    council: 'Kreistag',
  },
  address: {
    office: 'Landratsamt Musterkreis, Integrationsbüro',
    street: 'Am Kreishaus 1',
    postcode: '00999',
    place: 'Musterstadt',
    phone: '07000 410-5310',
    email: 'teilhabe@musterkreis.example',
  },
  representative: 'Landrätin oder Landrat',
  plan: {
    ...planFrame,
    actionFields,
    crossCuttingTopics,
    targetGroups,
    needs,
    goals,
    measures: [...measures1, ...measures2, ...measures3, ...measures4, ...measures5, ...measures6],
    indicators,
  },
  orgUnits,
  bodies,
  actors: [...publicActors, ...civicActors, ...migrantActors],
  areas,
  products,
}
