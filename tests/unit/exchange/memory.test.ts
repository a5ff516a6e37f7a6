import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const run = promisify(execFile)
const repository = path.resolve(import.meta.dirname, '../../..')

it('[EXCH-02] reads 100 MB with a heap of 48 MB: nothing is kept of what has been given', async () => {
  const { NODE_OPTIONS: _, ...env } = process.env
  const script = path.join(import.meta.dirname, 'flat-memory.ts')
  const { stdout } = await run(process.execPath, ['--max-old-space-size=48', '--import', 'tsx', script], {
    cwd: repository,
    env,
  })
  expect(stdout).toBe('60000')
}, 60_000)
