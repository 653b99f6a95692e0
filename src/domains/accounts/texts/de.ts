export const de = {
  'letter.greeting': 'Guten Tag {name},',
  'letter.greetingAnyone': 'Guten Tag,',
  'letter.link.subject': 'Ihr Link zum Anmelden',
  'letter.link':
    'mit diesem Link melden Sie sich an. Er öffnet eine Seite mit einem Knopf; erst der Knopf meldet Sie an.',
  'letter.passwordLink.subject': 'Neues Kennwort vergeben',
  'letter.passwordLink': 'mit diesem Link vergeben Sie ein neues Kennwort. Ihr altes gilt, bis Sie das getan haben.',
  'letter.emailLink.subject': 'Bitte bestätigen Sie Ihre E-Mail-Adresse',
  'letter.emailLink': 'mit diesem Link bestätigen Sie, dass diese Adresse Ihnen gehört.',
  'letter.valid': '{minutes, plural, one {Der Link gilt # Minute.} other {Der Link gilt # Minuten.}}',
  'letter.notYou': 'Haben Sie das nicht angefordert? Dann brauchen Sie nichts zu tun.',
} as const
