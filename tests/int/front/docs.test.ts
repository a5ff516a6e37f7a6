import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { root } from '../../../scripts/lib/paths.mjs'
import { startRest } from '@/tests/support/http'
import { frontWorld } from './world'

const run = promisify(execFile)

describe('docs/front-api.md', () => {
  it('[EXCH-36] has examples that work as they stand, from who I am to a step of an order', async () => {
    const page = readFileSync(path.join(root, 'docs/front-api.md'), 'utf8')
    const commands = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
      block
        .replaceAll('\\\n', ' ')
        .split('\n')
        .filter((line) => line.startsWith('curl ')),
    )
    expect(commands.length).toBeGreaterThan(10)
    const at = await frontWorld()
    const server = await startRest()
    try {
      for (const command of commands) {
        const env = { ...process.env, PORTAL: server.url, KEY: at.key, SKU: at.bolt.sku, ORDER: at.order }
        const { stdout } = await run('bash', ['-c', command], { env })
        expect([command, typeof JSON.parse(stdout)]).toEqual([command, 'object'])
      }
    } finally {
      await server.close()
    }
  })
})
