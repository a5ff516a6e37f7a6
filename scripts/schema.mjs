// Makes from the collections: the types, the import map, a migration, and from the migrated database the types of its rows.
//   npm run schema -- announcements   a migration of that name, with what has changed since the last one
//   npm run schema                    the initial migration anew, for a schema that no database has yet
import { execFileSync } from 'node:child_process'
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ready } from './lib/ready.mjs'

const root = path.resolve(import.meta.dirname, '..')
const folder = path.join(root, 'src/migrations')
const INITIAL = '20261124_000000_initial'
const env = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  PAYLOAD_SECRET: 'only-for-making-the-schema-0123456789',
  PUBLIC_URL: 'http://localhost:3000',
  ...process.env,
  NODE_OPTIONS: '--conditions=production',
}
const payload = (...args) => execFileSync('npx', ['payload', ...args], { cwd: root, env, stdio: 'inherit' })

const name = process.argv[2]
if (name !== undefined && !/^[a-z][a-z0-9_]{1,40}$/.test(name)) {
  process.stderr.write(
    'A migration is named by small letters, digits and _, for example: npm run schema -- announcements\n',
  )
  process.exit(1)
}

await ready()
if (!name) {
  for (const file of readdirSync(folder)) if (file.startsWith(INITIAL)) rmSync(path.join(folder, file))
  writeIndex()
}
payload('generate:types')
payload('generate:importmap')
payload('migrate:create', name ?? 'initial')
for (const file of name ? [] : readdirSync(folder)) {
  if (/^\d{8}_\d{6}_initial\.(ts|json)$/.test(file) && !file.startsWith(INITIAL)) {
    renameSync(path.join(folder, file), path.join(folder, INITIAL + path.extname(file)))
  }
}
writeIndex()
execFileSync('npx', ['vitest', 'run', '--project', 'int', 'tests/int/mechanisms/tables.test.ts'], {
  cwd: root,
  env: { ...process.env, TABLES: 'write' },
  stdio: 'inherit',
})

/** The list of migrations, in order of their names. */
function writeIndex() {
  const names = readdirSync(folder)
    .filter((file) => /^\d{8}_\d{6}_.*\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ''))
    .sort()
  const lines = [
    ...names.map((name, index) => `import * as migration${index} from './${name}'`),
    '',
    'export const migrations = [',
    ...names.map((name, index) => `  { up: migration${index}.up, down: migration${index}.down, name: '${name}' },`),
    ']',
    '',
  ]
  writeFileSync(path.join(folder, 'index.ts'), lines.join('\n'))
}
