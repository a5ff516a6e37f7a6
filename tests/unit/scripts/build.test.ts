import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { sourceHash } from '@/scripts/build.mjs'
import { root } from '../../../scripts/lib/paths.mjs'

const left: string[] = []
const put = (name: string): void => {
  const file = path.join(root, name)
  writeFileSync(file, '{"only": "for a moment"}')
  left.push(file)
}
afterEach(() => {
  for (const file of left.splice(0)) rmSync(file, { force: true })
})

describe('whether the portal must be built anew', () => {
  it('is not asked by a file that somebody puts beside the sources', () => {
    const before = sourceHash()
    for (const name of ['stray-note.txt', 'stray.json', 'deploy/stray.json', 'scripts/stray.mjs']) put(name)
    expect(sourceHash()).toBe(before)
  })

  it('is asked by a file among the sources', () => {
    const before = sourceHash()
    put('src/stray-source.json')
    expect(sourceHash()).not.toBe(before)
  })
})
