import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { examplesOf, faultsOf } from './docs/examples'
import { root } from './lib/paths.mjs'

/** The step `docs` of `npm run check`: every ```ts block of the documentation compiles. */

const pages = readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => `docs/${file.replaceAll('\\', '/')}`)
const texts = pages.map((page) => ({ page, text: readFileSync(path.join(root, page), 'utf8') }))
const examples = texts.flatMap(({ page, text }) => examplesOf(page, text))
const unread = texts
  .filter(({ page, text }) => (text.match(/^\s*```tsx?\b/gm) ?? []).length !== examplesOf(page, text).length)
  .map(({ page }) => `${page} holds a block that is not read: see scripts/docs/examples.ts`)
const faults = [...unread, ...faultsOf(root, examples)]

console.log(`${examples.length} examples`)
if (faults.length > 0) console.error(faults.join('\n'))
process.exit(faults.length > 0 ? 1 : 0)
