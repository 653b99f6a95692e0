const modal = /\b(soll|sollen|sollte|sollten|wollen|will|möchten?|müssen|muss)\b/i
const aim = /\b(um|damit)\b.*\bzu\b|\bes gilt\b|\bziel ist\b/i
const finite =
  /\b(ist|sind|war|waren|wird|werden|hat|haben|gibt|besteht|bestehen|kann|können|darf|dürfen|liegt|liegen|findet|finden|kennt|kennen|steht|stehen|nimmt|nehmen|weiß|wissen|versteht|verstehen)\b/i
/** "Förderung der Teilhabe", "Ausbau von Kursen": a task, named by a noun. */
const task =
  /^\p{Lu}\p{L}*(ung|ierung|bau|aufbau|ausbau|abbau|erhalt|ausweitung|einführung)\s+(der|des|von|eines|einer|für|beim|im|in)\b/u
/** "Kurse ausbauen": ends in what is to be done. */
const infinitive = /\p{Ll}(en|ern|eln)[.!]?$/u

/**
 * Is a goal written as a state that will be true ("Eltern verstehen die Briefe", "es besteht …") and not as a wish or a
 * task? A guess from its German words, for a hint only: nothing is ever refused for it.
 */
export function isFormulatedAsState(text: string): boolean {
  const plain = text.trim()
  if (plain === '') return true
  if (modal.test(plain) || aim.test(plain) || task.test(plain)) return false
  const last = plain.split(/\s+/).at(-1) ?? ''
  const endsInInfinitive = infinitive.test(last) && /^\p{Ll}/u.test(last)
  return finite.test(plain) || !endsInInfinitive
}
