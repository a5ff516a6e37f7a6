import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../scripts/lib/paths.mjs'

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => path.join(folder, file))
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const found = (text: string, what: RegExp): string[] => [...text.matchAll(what)].map(([, name]) => name ?? '')

const declared = filesIn('collections', /\.(collection|module|plugin)\.ts$/)
  .map(read)
  .join('\n')
/** What only an area says of itself: its slug and its entities', its rights, where its pages begin. */
const names = new Set([
  ...found(declared, /slug: '([\w-]+)'/g),
  ...found(declared, /(?:href|needs): '([^']+)'/g),
  ...found(declared, /'([a-z-]+\.[a-z]+)': \{ ru:/g),
  ...found(declared, /(?:pluginCollections): \[([^\]]+)\]/g).flatMap((list) => found(list, /'([^']+)'/g)),
])
/** Who signs in is known to the frame; private files are of all areas, news of everyone. */
const COMMON = ['users', 'staff', 'document-files', '/notifications']

const frame = [
  ...['_files', '_home', '_page', '_session', '_shell', '_talk', '_transitions'].map(
    (folder) => `app/(cabinet)/${folder}`,
  ),
  'app/(cabinet)/[locale]/site-map',
  'app/(cabinet)/[locale]/notifications',
].flatMap((folder) => filesIn(folder, /\.tsx?$/))

describe('what stands around the pages of areas', () => {
  it('knows the names that it looks for', () => {
    for (const name of ['orders', 'sales', 'form-submissions', 'orders.read', '/statement'])
      expect([name, names.has(name)]).toEqual([name, true])
  })

  it.each(frame)('%s names no area, no entity, no right of theirs and no page', (file) => {
    const code = read(file)
      .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
      .replace(/^(import|\} from) .*$/gm, '')
    const said = found(code, /['"`]([\w./#?-]+)['"`]/g)
    expect(said.filter((one) => names.has(one) && !COMMON.includes(one))).toEqual([])
  })
})
