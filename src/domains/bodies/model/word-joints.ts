/** Parts that the long names of bodies are made of. A name that ends in some of them is divided before each. */
const parts = new Set(
  `aktion amt angebot angebote antidiskriminierung arbeit asyl aufnahme ausbildung ausland ausländer ausschuss austausch
  beauftragte begegnung begleit begleitung beirat beiräte beratung berufs beschäftigung betrieb betriebs bildung bund bürger
  bürgermeister bürgerschaft dezernat dialog dienst dolmetscher ehrenamt eltern engagement entwicklung fach fachbereich
  familien finanz flucht flüchtlings fonds förder förderung forum frauen frühe gemeinde gemeinschaft gesellschaft gespräch
  gesundheit gipfel gleichstellung gremium gruppe handlungs hilfe haupt initiative integration interkultur jugend kinder
  kirchen kita koalition kollegium kommission konferenz koordination koordinierung kreis kultur kunst kuratorium land
  lenkungs leben leitung management meister menschen migranten migration mitglieder monitoring netz netzwerk ober
  organisation orga ordnung partizipation pflege plan planung platt platz politik präsidium prozess programm projekt quartier
  rat räte ressort rund runde schule schul schutz senat senioren sitzung sozial spitzen sport sprach sprache sprach
  stab stadt stelle steuerung steuerungs strategie tag tage team teilhabe tisch träger treff treffen umwelt umsetzung
  verband verbands verein verordneten versammlung vertreter vertretung verwaltung vorstand wahl werkstatt wirtschaft
  wohlfahrt wohnen wohn wohnung workshop zentrum zirkel zivil zusammen zusammenarbeit zusammenleben`
    .split(/\s+/)
    .filter(Boolean),
)
/** What German puts between two parts of a word. */
const links = ['', 's', 'n', 'en', 'es', 'er']

/** The places before which a known part begins, such that all that follows is known, too. */
export function jointsOf(word: string): number[] {
  const lower = word.toLowerCase()
  const known = new Map<number, number[] | undefined>([[lower.length, []]])
  const tailFrom = (start: number): number[] | undefined => {
    if (known.has(start)) return known.get(start)
    known.set(start, undefined)
    for (let end = lower.length; end > start + 2; end--) {
      if (!parts.has(lower.slice(start, end))) continue
      for (const link of links) {
        if (!lower.startsWith(link, end)) continue
        const rest = tailFrom(end + link.length)
        if (rest) known.set(start, [start, ...rest])
        if (rest) return known.get(start)
      }
    }
    return undefined
  }
  // From the left: the first known tail is the longest one. A short one needs the whole word to be known.
  for (let start = 0; start < lower.length - 3; start++) {
    const joints = tailFrom(start)
    if (joints && (start === 0 || start > 2)) return joints.filter((joint) => joint > 0)
  }
  return []
}

const vowel = /[aeiouyäöüáéèóí]/
/** Letters that are said as one stay together. */
const unit = /sch|ch|ck|ph|th|qu|./g

/** Where the syllables of a German word begin, roughly: the last consonant between two vowels goes with the second. */
export function syllablesOf(word: string): number[] {
  const units = [...word.toLowerCase().matchAll(unit)].map(([text]) => text)
  const begins: number[] = []
  let place = 0
  let seenVowel = false
  for (const [at, text] of units.entries()) {
    const next = units[at + 1] ?? ''
    const isOnset = !vowel.test(text[0] ?? '') && vowel.test(next) && text !== 'qu'
    if ((isOnset || text === 'qu') && seenVowel) begins.push(place)
    if (vowel.test(text)) seenVowel = true
    place += text.length
  }
  return begins.filter((begin) => begin >= 3 && begin <= word.length - 3)
}
