/**
 * Keeps what is typed into a form in this tab until it has been sent, so that a lost connection, a closed page or a
 * crash loses nothing. Passwords, files and hidden fields are never kept; another person in the same tab finds nothing.
 */

interface Kept {
  /** When the last letter was typed, in milliseconds. */
  at: number
  fields: [name: string, value: string][]
}
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const lifetime = 24 * 60 * 60 * 1000
const who = document.querySelector('.tw-staff')?.textContent ?? ''

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
const isBox = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')
const isKept = (control: Control) =>
  control.name !== '' && !['password', 'file', 'hidden', 'submit', 'button'].includes(control.type)
const controlsOf = (form: HTMLFormElement) => [...form.elements].filter(isControl).filter(isKept)

const typedIn = (form: HTMLFormElement): Kept['fields'] =>
  controlsOf(form)
    .filter((control) => !isBox(control) || control.checked)
    .map((control) => [control.name, control.value])

function giveBack(form: HTMLFormElement, { fields }: Kept) {
  for (const control of controlsOf(form)) {
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value)
    if (isBox(control)) control.checked = values.includes(control.value)
    else if (values[0] !== undefined) control.value = values[0]
  }
}

function read(key: string): Kept | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept | null
    return kept && Date.now() - kept.at < lifetime ? kept : undefined
  } catch {
    return undefined
  }
}

function write(key: string, kept: Kept) {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // No room, or storage is switched off: the form works as it does without this script.
  }
}

/** A line above the form with what happened and buttons for what can be done. */
function tell(form: HTMLFormElement, text: string, ...buttons: [label: string, act: () => void][]) {
  form.querySelector('.tw-kept')?.remove()
  const note = document.createElement('div')
  note.className = 'tw-note tw-kept'
  note.setAttribute('role', 'status')
  const words = document.createElement('p')
  words.textContent = text
  const row = document.createElement('div')
  row.className = 'tw-row'
  for (const [label, act] of buttons) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'kern-btn kern-btn--secondary kern-btn--small'
    const inner = document.createElement('span')
    inner.className = 'kern-label'
    inner.textContent = label
    button.append(inner)
    button.addEventListener('click', () => {
      act()
      note.remove()
    })
    row.append(button)
  }
  note.append(words, row)
  form.prepend(note)
}

function keep(form: HTMLFormElement) {
  const key = `form ${who} ${location.pathname} ${form.getAttribute('action') ?? ''}`
  const words = (name: string) => form.dataset[name] ?? ''
  const kept = read(key)
  const isSame = kept !== undefined && JSON.stringify(kept.fields) === JSON.stringify(typedIn(form))
  // A form that came back refused holds the newest words already.
  if (kept && !isSame && !document.querySelector('.tw-errors')) {
    const forget = () => sessionStorage.removeItem(key)
    const restore = () => giveBack(form, kept)
    tell(form, words('keptText'), [words('keptRestore'), restore], [words('keptForget'), forget])
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  const save = () => write(key, { at: Date.now(), fields: typedIn(form) })
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(save, 400)
  })
  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    save()
    if (!navigator.onLine) {
      event.preventDefault()
      tell(form, words('keptOffline'))
      return
    }
    // Once the next page is there, the words have arrived; the page itself says whether they were accepted.
    write('form sent', { at: Date.now(), fields: [['key', key]] })
  })
}

const sent = read('form sent')?.fields[0]?.[1]
if (sent !== undefined && document.querySelector('main')) {
  sessionStorage.removeItem('form sent')
  if (!document.querySelector('.tw-errors')) sessionStorage.removeItem(sent)
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-kept-text]')) keep(form)
