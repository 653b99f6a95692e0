import { isTrue, officeText, readXml, type Attributes } from './xml.ts'

/** A text with the strike-through of its parts. */
export interface RichText {
  text: string
  struck?: true
  unstruck?: string
}

/** Puts a text together from its runs, in the shared strings, inside a cell, or in a comment. */
export class RunReader {
  private whole = ''
  private kept = ''
  private inText = false
  private inPhonetic = false
  private runStruck = false

  open(name: string, attributes: Attributes) {
    if (name === 't') this.inText = true
    else if (name === 'rPh') this.inPhonetic = true
    else if (name === 'r') this.runStruck = false
    else if (name === 'strike') this.runStruck = isTrue(attributes['val'], true)
  }

  text(text: string) {
    if (!this.inText || this.inPhonetic) return
    this.whole += text
    if (!this.runStruck) this.kept += text
  }

  close(name: string) {
    if (name === 't') this.inText = false
    else if (name === 'rPh') this.inPhonetic = false
    else if (name === 'r') this.runStruck = false
  }

  /** Gives the text and starts anew. */
  take(): RichText {
    const text = officeText(this.whole)
    const kept = officeText(this.kept)
    this.whole = ''
    this.kept = ''
    this.runStruck = false
    if (kept === text) return { text }
    return kept.trim() === '' ? { text, struck: true } : { text, unstruck: kept }
  }
}

/** The texts that cells name by number. */
export async function readSharedStrings(part: string, chunks: AsyncIterable<Uint8Array>): Promise<RichText[]> {
  const strings: RichText[] = []
  const runs = new RunReader()
  await readXml(part, chunks, {
    open: (name, attributes) => runs.open(name, attributes),
    text: (text) => runs.text(text),
    close: (name) => {
      runs.close(name)
      if (name === 'si') strings.push(runs.take())
    },
  })
  return strings
}

/** The comments of a sheet by cell address; works for the old notes and for the threads of newer programs. */
export async function readComments(part: string, chunks: AsyncIterable<Uint8Array>): Promise<Map<string, string>> {
  const comments = new Map<string, string>()
  const runs = new RunReader()
  let address = ''
  const add = (text: string) => {
    const before = comments.get(address)
    if (address && text.trim()) comments.set(address, before ? `${before}\n${text.trim()}` : text.trim())
  }
  /** In threads the text stands directly in `<text>`, in notes in runs. */
  let direct: string | undefined
  await readXml(part, chunks, {
    open: (name, attributes) => {
      if (name === 'comment' || name === 'threadedComment') address = attributes['ref'] ?? ''
      if (name === 'text') direct = ''
      runs.open(name, attributes)
    },
    text: (text) => {
      runs.text(text)
      if (direct !== undefined) direct += text
    },
    close: (name) => {
      runs.close(name)
      if (name !== 'text') return
      const { text } = runs.take()
      add(text || officeText(direct ?? ''))
      direct = undefined
    },
  })
  return comments
}
