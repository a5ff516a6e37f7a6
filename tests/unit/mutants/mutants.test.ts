import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { mutants } from '@/tests/mutants/mutants'
import { planted, projectOf } from '@/tests/mutants/plant'
import { root } from '../../../scripts/lib/paths.mjs'

describe('the kept list of planted faults', () => {
  it('names every fault once', () => {
    expect(new Set(mutants.map(({ file, put }) => `${file} ${put}`)).size).toBe(mutants.length)
  })

  it.each(mutants)('can be planted today: $file, $fault', (mutant) => {
    expect(planted(root, mutant)).toContain(mutant.put)
    expect(mutant.tests.length).toBeGreaterThan(0)
    for (const test of mutant.tests) {
      expect(existsSync(path.join(root, test)), test).toBe(true)
      expect(projectOf(test)).toBeTruthy()
    }
  })
})
