import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const FACES = [
  { file: 'golos-text-cyrillic-wght-normal.woff2', range: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116' },
  {
    file: 'golos-text-latin-wght-normal.woff2',
    range: 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2212,U+2215',
  },
  { file: 'golos-text-latin-ext-wght-normal.woff2', range: 'U+0100-02BA,U+1E00-1E9F,U+20A0-20AB,U+20AD-20C0' },
]

let css: string | null = null

/** The portal's face as `@font-face` rules that carry the font inside; read once. */
export function fontCss(): string {
  css ??= FACES.map(({ file, range }) => {
    const data = readFileSync(fontFile(file)).toString('base64')
    return `@font-face{font-family:"Golos Text";font-weight:400 900;src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${range}}`
  }).join('\n')
  return css
}

function fontFile(name: string): string {
  const require = createRequire(path.join(process.cwd(), 'package.json'))
  return require.resolve(`@fontsource-variable/golos-text/files/${name}`)
}
