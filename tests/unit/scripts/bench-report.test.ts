import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { withPart } from '@/tests/load/report'
import { root } from '../../../scripts/lib/paths.mjs'

describe('the page of benchmarks', () => {
  it('gets one part written anew and keeps the others', () => {
    const both = withPart(withPart('', 'import', '## Import\n\none'), 'pages', '## Pages\n\ntwo')
    const again = withPart(both, 'pages', '## Pages\n\nthree')
    expect(again).toContain('## Import\n\none')
    expect(again).toContain('## Pages\n\nthree')
    expect(again).not.toContain('two')
    expect(withPart(again, 'import', '## Import\n\none')).toBe(again)
  })

  it('of this repository keeps its import part when pages are measured', () => {
    const page = readFileSync(path.join(root, 'docs/benchmarks.md'), 'utf8')
    expect(withPart(page, 'pages', 'x')).toContain('## Import of a catalogue')
  })
})
