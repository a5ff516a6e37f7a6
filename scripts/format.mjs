import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { root } from './lib/paths.mjs'
import { ready } from './lib/ready.mjs'

/** `npm run format`: every source in one layout (.prettierrc.json), as `npm run check` wants it. */
await ready()
const prettier = path.join(root, 'node_modules/prettier/bin/prettier.cjs')
const args = [prettier, '--write', '--log-level', 'warn', '**/*.{ts,tsx,mjs,cjs}']
execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
