import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { isBuilt } from './build.mjs'
import { root } from './lib/paths.mjs'
import { Trouble, explain, nameCause, say } from './lib/say.mjs'

/**
 * `node scripts/pack.mjs FOLDER`: the built portal with only the packages that it loads, to be carried somewhere
 * else: into an image, onto a server without npm. A third of what `npm ci --omit=dev` leaves.
 */

/** Packages that are found by name at run time, so that Next's tracer does not see them. */
const byName = ['@sparticuz/chromium', '@fontsource-variable/golos-text', 'pino', 'sharp', 'puppeteer']

const pack = (out) => {
  if (!isBuilt()) throw new Trouble('Сначала соберите портал: npm run build.', 'Build the portal first: npm run build.')
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  for (const part of ['package.json', 'dist', '.next/standalone']) copy(part, out)
  const standalone = path.join(out, '.next/standalone')
  // Sources and tests that the tracer took for data; nothing reads them.
  for (const junk of ['tests', 'app', 'collections', 'endpoints', 'src'])
    rmSync(path.join(standalone, junk), { recursive: true, force: true })
  // The web's own packages also serve the bundles of the worker and of the migrations.
  symlinkSync(path.join('.next', 'standalone', 'node_modules'), path.join(out, 'node_modules'))
  for (const name of byName) withDependencies(name, out)
  say(`Упаковано: ${out}`, `Packed: ${out}`)
}

const copy = (name, out) =>
  cpSync(path.join(root, name), path.join(out, name), { recursive: true, verbatimSymlinks: true })

/** A package whole, and all that it depends on and is not there yet. */
const withDependencies = (name, out, seen = new Set()) => {
  const folder = path.join('node_modules', name)
  if (seen.has(name) || !existsSync(path.join(root, folder))) return
  seen.add(name)
  copy(folder, out)
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
    readFileSync(path.join(root, folder, 'package.json'), 'utf8'),
  )
  for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) withDependencies(next, out, seen)
}

try {
  const out = process.argv[2]
  if (!out)
    throw new Trouble('Укажите папку: node scripts/pack.mjs ПАПКА', 'Name a folder: node scripts/pack.mjs FOLDER')
  pack(path.resolve(out))
} catch (error) {
  explain(nameCause(error))
  process.exit(1)
}
