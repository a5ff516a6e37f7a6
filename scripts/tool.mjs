import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from './lib/paths.mjs'
import { ready } from './lib/ready.mjs'

/** Runs `scripts/NAME.ts` from its sources with the rest of the arguments: `node scripts/tool.mjs bench pages`. */
const [name = '', ...args] = process.argv.slice(2)
const file = path.join(root, 'scripts', `${name}.ts`)
if (!/^[a-z0-9-]+$/.test(name) || !existsSync(file)) {
  process.stderr.write(`There is no scripts/${name}.ts\n`)
  process.exit(1)
}
await ready()
// Without this condition Payload's editor can end a bare Node process silently (Node 20).
const child = spawn(process.execPath, ['--conditions=production', '--import', 'tsx', file, ...args], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.once('error', (error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
child.once('close', (code) => process.exit(code ?? 1))
