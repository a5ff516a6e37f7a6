import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './lib/paths.mjs'
import { ready } from './lib/ready.mjs'

/** `npm run mutate [-- --mutate FILES]`: Stryker over the rules, the readers and the small libraries (stryker.config.mjs). */
await ready()
const stryker = path.join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js')
const child = spawn(process.execPath, [stryker, 'run', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
child.once('close', (code) => process.exit(code ?? 1))
