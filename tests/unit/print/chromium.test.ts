import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'

const folder = mkdtempSync(path.join(os.tmpdir(), 'browser-'))
const browser = path.join(folder, 'chromium')
const behaves = (script: string): void => {
  writeFileSync(browser, `#!/bin/sh\n${script}\n`)
  chmodSync(browser, 0o755)
}

describe('libraries of the browser that prints', () => {
  beforeEach(() => vi.resetModules())
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each([
    ['the machine has them', 'echo Chromium 143', {}],
    [
      'libnss3 is missing',
      'echo "chromium: error while loading shared libraries: libnss3.so: cannot open" >&2; exit 127',
      { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') },
    ],
    ['it fails for another reason', 'exit 1', {}],
  ])('%s', async (_when, script, env) => {
    behaves(script)
    const { librariesFor } = await import('@/src/mechanisms/print/chromium')
    expect(await librariesFor(browser)).toEqual(env)
  })
})
