import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../scripts/lib/paths.mjs'

describe('what tests declare', () => {
  it('is named `test.…`: files of a worker share its registries, and others walk all that the portal declares', () => {
    const files = readdirSync(path.join(root, 'tests'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.tsx?$/.test(file),
    )
    const declared = files.flatMap((file) =>
      [
        ...readFileSync(path.join(root, 'tests', file), 'utf8').matchAll(
          /\bdefine(?:Action|Job)(?:<[^>]*>)?\(\{\s*name: '([^']+)'/g,
        ),
      ].map(([, name = '']) => `${file}: ${name}`),
    )
    expect(declared.length).toBeGreaterThan(4)
    expect(declared.filter((one) => !/: test\./.test(one))).toEqual([])
  })
})
