import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Selector, transform } from 'lightningcss'
import rtlcss from 'rtlcss'
import { compileAsync } from 'sass'
import { fontFaces } from './font-files.ts'

const first = ['tokens.css', 'ground.css']
const last = ['utilities.css', 'print.css']

/** Our own stylesheets in their order: tokens and ground, then one file per theme, then what has the last word. */
export function ownStyles(folder: string): string[] {
  const themes = readdirSync(folder).filter((name) => name.endsWith('.css') && ![...first, ...last].includes(name))
  return [...first, ...themes.sort(), ...last].map((name) => join(folder, name))
}

interface Sources {
  modules: string
  styles: string
  /** The KERN classes that our markup mentions. */
  usedClasses: ReadonlySet<string>
  /** Address of a font file, relative to the stylesheet. */
  fontAddress: (name: string) => string
}

/**
 * Both stylesheets, minified: KERN in use, our tokens, our layer, print. Only the KERN part is mirrored by rtlcss for
 * right-to-left pages, our own rules know no left and right.
 */
export async function buildStyles({ modules, styles, usedClasses, fontAddress }: Sources) {
  const own = ownStyles(styles)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const { css } = await compileAsync(join(styles, 'kern.scss'), { loadPaths: [modules], quietDeps: true })
  const kern = withoutUnused(css, usedClasses, own, readFileSync(join(styles, 'tokens.css'), 'utf8'))
  return {
    'styles.css': minify(fontFaces('ltr', fontAddress) + kern + own),
    'styles.rtl.css': minify(fontFaces('rtl', fontAddress) + rtlcss.process(kern) + own),
  }
}

const note = '/* With parts of KERN-UX, © KERN-Team, EUPL-1.2. Fonts: see OFL-*.txt */\n'

const minify = (css: string) =>
  note + transform({ filename: 'styles.css', code: Buffer.from(css), minify: true }).code.toString()

function withoutUnused(css: string, usedClasses: ReadonlySet<string>, own: string, tokens: string): string {
  const mentioned = (selector: Selector) =>
    selector.every((part) => part.type !== 'class' || !part.name.startsWith('kern-') || usedClasses.has(part.name))
  const trimmed = transform({
    filename: 'kern.css',
    code: Buffer.from(css),
    visitor: {
      Rule: {
        // the loader that turns and the dialog that blocks the page are not ours
        keyframes: () => [],
        style: (rule) => (rule.value.selectors.some(mentioned) ? undefined : []),
      },
    },
  }).code.toString()
  return withoutIdleVariables(trimmed, own, tokens)
}

/** Drops variables that our tokens set anew for the whole page, and those nobody reads, until none is left over. */
function withoutIdleVariables(css: string, own: string, tokens: string): string {
  const setAnew = new Set(Array.from(tokens.matchAll(/(--kern-[\w-]+)\s*:/g), ([, name]) => name))
  const read = new Set(Array.from((css + own).matchAll(/var\(\s*(--[\w-]+)/g), ([, name]) => name))
  let dropped = 0
  const next = transform({
    filename: 'kern.css',
    code: Buffer.from(css),
    visitor: {
      Declaration: {
        custom: ({ name }) => {
          const needed = !name.startsWith('--') || (read.has(name) && !setAnew.has(name))
          if (needed) return undefined
          dropped++
          return []
        },
      },
    },
  }).code.toString()
  return dropped === 0 ? next : withoutIdleVariables(next, own, tokens)
}
