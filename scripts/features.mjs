// Writes docs/features.md: each function of the brief, where it lives and which tests show it.
// A function counts as done when a test carries its id in the title; nothing else makes it so.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const SKIPPED = new Set(['node_modules', '.next', '.data', 'dist', '.git', 'media', 'migrations'])

const features = readFileSync(path.join(root, 'docs/features.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [id, group, title] = line.split('\t')
    return { id, group, title, tests: new Set(), places: new Set() }
  })
const groups = [...new Set(features.map(({ group }) => group))]
const ID = new RegExp(`\\b(?:${groups.join('|')})-\\d{2}\\b`, 'g')
const byId = new Map(features.map((feature) => [feature.id, feature]))

for (const file of walk(path.join(root, 'tests'))) {
  if (!/\.(test|bench)\.tsx?$/.test(file)) continue
  const text = readFileSync(file, 'utf8')
  for (const title of text.matchAll(
    /\b(?:it|test|describe)(?:\.each\([^)]*\))?\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g,
  )) {
    for (const [id] of title[2].matchAll(ID)) byId.get(id)?.tests.add(path.relative(root, file))
  }
}
for (const folder of ['app', 'collections', 'endpoints', 'globals', 'hooks', 'src']) {
  for (const file of walk(path.join(root, folder))) {
    if (!/\.(ts|tsx)$/.test(file)) continue
    for (const [id] of readFileSync(file, 'utf8').matchAll(ID)) byId.get(id)?.places.add(path.relative(root, file))
  }
}

const done = features.filter(({ tests }) => tests.size > 0)
const lines = [
  '# Functions',
  '',
  'Made by `npm run features` from the ids in the titles of tests. What no test shows is not listed as done.',
  '',
  `Shown by tests: ${done.length} of ${features.length}.`,
  '',
]
for (const group of groups) {
  lines.push(`## ${group}`, '', '| id | function | tests | named in |', '|---|---|---|---|')
  for (const { id, title, tests, places } of features.filter((feature) => feature.group === group)) {
    const list = (set) =>
      [...set]
        .sort()
        .map((file) => `\`${file}\``)
        .join('<br>')
    lines.push(`| ${id} | ${title.replace(/\|/g, '/')} | ${list(tests) || '—'} | ${list(places)} |`)
  }
  lines.push('')
}
writeFileSync(path.join(root, 'docs/features.md'), lines.join('\n'))
process.stdout.write(`docs/features.md: ${done.length} of ${features.length} functions are shown by tests\n`)

/** Every file below a folder; nothing when the folder is not there yet. */
function* walk(folder) {
  let entries
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch {
    return
  }
  for (const entry of entries) {
    if (SKIPPED.has(entry.name)) continue
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(full)
    else yield full
  }
}
