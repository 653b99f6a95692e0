import type { DemoMunicipality } from '../format.ts'
import { bodies } from './bodies.ts'
import { goals } from './goals.ts'
import { measures } from './measures.ts'
import { planFrame } from './plan-frame.ts'

/**
 * The county's way from its concept of 2007 to a participation plan, as a project charter and a council paper of 2018 tell
 * it. Both speak of what is intended; what came of it is not in them and therefore not here.
 */
export const loerrach: DemoMunicipality = {
  slug: 'loerrach',
  name: 'Landkreis Lörrach',
  kind: 'county',
  state: 'BW',
  isExample: true,
  languages: ['de', 'en', 'ar'],
  words: {
    plan: 'Teilhabeplan',
    actionField: 'Handlungsfeld',
    migrationHistory: 'Zuwanderungsgeschichte',
    administration: 'Landratsamt',
    council: 'Kreistag',
  },
  address: {
    office: 'Dezernat Soziales & Jugend, Fachbereich Aufnahme & Integration',
    street: '',
    postcode: '',
    place: 'Lörrach',
    phone: '07000 139-2018',
    email: 'teilhabeplan@loerrach.example',
  },
  representative: 'Landrätin oder Landrat',
  plan: {
    ...planFrame,
    actionFields: [
      {
        key: 'integration',
        code: '1',
        title: { de: 'Integration', en: 'Integration', ar: 'الاندماج' },
        description: {
          de: 'Der Projektauftrag kennt nur ein einziges Feld, die Integration als Ganzes. Welche Handlungsfelder der Plan einmal haben soll, hat die Steuerungsgruppe noch herauszuarbeiten.',
          en: 'The project charter knows only one field, integration as a whole. Which fields of action the plan is to have is still for the steering group to work out.',
          ar: 'لا يعرف تكليف المشروع سوى مجال واحد هو الاندماج ككل. أما مجالات العمل في الخطة فعلى لجنة التوجيه أن تحددها.',
        },
        bodies: ['ag-integration', 'steuerungsgruppe'],
      },
    ],
    crossCuttingTopics: [],
    targetGroups: [
      {
        key: 'zuwanderungsgeschichte',
        title: {
          de: 'Menschen mit Zuwanderungsgeschichte',
          en: 'People with a history of immigration',
          ar: 'أشخاص من أصول مهاجرة',
        },
        description: {
          de: 'Die einzige Zielgruppe, die der Projektauftrag nennt. Wie viele es sind, sagt er nicht.',
          en: 'The only target group that the project charter names. It does not say how many they are.',
          ar: 'الفئة المستهدفة الوحيدة التي يذكرها تكليف المشروع، ولا يذكر عددها.',
        },
      },
    ],
    needs: [],
    goals,
    measures,
    indicators: [],
  },
  orgUnits: [
    { key: 'landratsamt', level: 'Behörde', name: 'Landratsamt Lörrach' },
    { key: 'dezernat-v', level: 'Dezernat', code: 'V', name: 'Soziales & Jugend', parent: 'landratsamt' },
    { key: 'aufnahme-integration', level: 'Fachbereich', name: 'Aufnahme & Integration', parent: 'dezernat-v' },
  ],
  bodies,
  actors: [
    {
      key: 'fuehrungsakademie',
      name: 'Führungsakademie Baden-Württemberg',
      types: ['BUND_LAND_BEHOERDE'],
      isMigrantOrganisation: false,
      cooperation: { state: 'CONTACT', form: 'Vereinbarung über eine Prozessbegleitung, im Juni 2018 im Entwurf' },
      description:
        'Hat den Landkreis in einem Auswahlverfahren für ihr Programm genommen und soll zwei Begleitpersonen stellen.',
      place: 'Baden-Württemberg',
      languages: ['Deutsch'],
      fields: ['integration'],
      offers: ['Begleitung von Kommunen auf dem Weg zu einem Plan'],
    },
    {
      key: 'grosse-kreisstaedte',
      name: 'Große Kreisstädte im Landkreis Lörrach',
      types: ['KOMMUNE'],
      isMigrantOrganisation: false,
      description: 'Ihre Oberbürgermeisterinnen und Oberbürgermeister sollen in der Begleitgruppe vertreten sein.',
      place: 'Landkreis Lörrach',
      languages: ['Deutsch'],
      fields: ['integration'],
      offers: [],
    },
    {
      key: 'mso',
      name: 'Migrantenselbstorganisationen im Landkreis Lörrach',
      types: ['MSO'],
      isMigrantOrganisation: true,
      cooperation: { state: 'NONE' },
      description:
        'Ein Platz für viele: Welche Vereine es gibt und wie der Landkreis mit ihnen arbeitet, sollte das Projekt erst klären.',
      place: 'Landkreis Lörrach',
      languages: [],
      fields: ['integration'],
      offers: [],
    },
  ],
  areas: [],
  products: [
    { key: 'thh-1', code: 'THH 1', title: 'Finanzen & Zentrales Management' },
    { key: 'pg-1114', code: '11.14', title: 'Zentrale Funktionen', parent: 'thh-1' },
    { key: 'p-111408', code: '11.14.08', title: 'Kommunale Integrationsförderung', parent: 'pg-1114' },
  ],
}
