import type { Conformance } from '../model/legal-facts.ts'

/**
 * The page in Leichte Sprache. German of its own, in every interface: short sentences, one thought in a line, no
 * genitive, no negation where it can be avoided, compounds joined by a hyphen, the same word for the same thing
 * (BITV 2.0, annex 2 part 2).
 */
export const easy = {
  welcome: {
    title: 'Guten Tag',
    lines: (name: string, plan: string) => [
      `Das ist eine Internet-Seite von: ${name}.`,
      'Hier geht es um einen Plan.',
      `Der Plan heißt: ${plan}.`,
      'Bei uns leben viele Menschen.',
      'Manche Menschen sind neu hier.',
      'Alle Menschen sollen gute Chancen haben.',
      'Zum Beispiel beim Lernen.',
      'Oder bei der Arbeit.',
      'Oder bei der Suche nach einer Wohnung.',
      'Dafür machen wir den Plan.',
    ],
  },
  plan: {
    title: 'Das steht in dem Plan',
    lines: ['In dem Plan stehen 4 Dinge.', 'Jedes Ding hat ein Zeichen.'],
    kinds: {
      need: ['Das brauchen die Menschen.', 'Das schwere Wort dafür ist: Bedarf.', 'Das Zeichen ist ein Kreis.'],
      goal: ['Das wollen wir schaffen.', 'Das Wort dafür ist: Ziel.', 'Das Zeichen ist eine Raute.'],
      measure: ['Das tun wir.', 'Das schwere Wort dafür ist: Maßnahme.', 'Das Zeichen ist ein Viereck.'],
      indicator: [
        'Das zählen wir.',
        'Dann sehen wir: Hat es geholfen?',
        'Das schwere Wort dafür ist: Indikator.',
        'Das Zeichen ist ein Dreieck.',
      ],
    },
  },
  ours: { title: 'Unser Plan in Leichter Sprache' },
  fields: { title: 'Unsere Themen' },
  use: {
    title: 'So benutzen Sie die Internet-Seite',
    lines: [
      'Oben auf der Seite steht das Menü.',
      'Ein Menü ist eine Liste mit Wörtern.',
      'Klicken Sie auf ein Wort.',
      'Dann öffnet sich eine neue Seite.',
      'Manche Seiten haben ein Such-Feld.',
      'Schreiben Sie ein Wort in das Such-Feld.',
      'Zum Beispiel: Deutsch-Kurs.',
      'Klicken Sie dann auf: Suchen.',
      'Unten auf der Seite finden Sie unsere Adresse.',
      'Und unsere Telefon-Nummer.',
      'Sie können alle Seiten lesen.',
      'Ihr Name bleibt dabei geheim.',
    ],
  },
  access: {
    title: 'Barriere-Freiheit',
    before: [
      'Alle Menschen sollen diese Seite gut benutzen können.',
      'Auch Menschen mit Behinderung.',
      'Das schwere Wort dafür ist: Barriere-Freiheit.',
    ],
    state: {
      full: ['Wir haben die Seite geprüft.', 'Die Seite ist barriere-frei.'],
      partly: [
        'Wir haben die Seite geprüft.',
        'Viele Teile von der Seite sind barriere-frei.',
        'Manche Teile sind noch schwer zu benutzen.',
        'Daran arbeiten wir.',
      ],
      not: [
        'Wir haben die Seite geprüft.',
        'Viele Teile von der Seite sind noch schwer zu benutzen.',
        'Daran arbeiten wir.',
      ],
      unknown: ['Wir wollen die Seite prüfen.', 'Dann schreiben wir hier: So gut ist die Seite.'],
    } satisfies Record<Conformance | 'unknown', readonly string[]>,
    after: ['Es gibt dazu einen langen Text.', 'Der Text ist in schwerer Sprache.', 'Hier finden Sie den Text:'],
    link: 'Erklärung zur Barriere-Freiheit',
  },
  help: {
    title: 'Haben Sie ein Problem mit der Seite?',
    before: [
      'Ist ein Text zu schwer?',
      'Ist ein Knopf zu klein?',
      'Dann schreiben Sie uns.',
      'Klicken Sie auf diese Wörter:',
    ],
    link: 'Barriere melden',
    phone: ['Sie können uns auch anrufen.', 'Die Telefon-Nummer ist:'],
    email: ['Sie können auch eine E-Mail schreiben.', 'Die Adresse ist:'],
    after: [
      'Wir antworten Ihnen in einem Monat.',
      'Haben Sie dann immer noch ein Problem?',
      'Dann hilft eine andere Stelle.',
      'Das steht in der Erklärung zur Barriere-Freiheit.',
    ],
  },
} as const
