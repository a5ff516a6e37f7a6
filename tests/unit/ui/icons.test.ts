import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { iconSheet } from '../../../scripts/icons.mjs'
import { root } from '../../../scripts/lib/paths.mjs'

describe('the stylesheet of icons', () => {
  it('draws what icons.ts names: otherwise run node scripts/icons.mjs', async () => {
    const drawn = await iconSheet()
    expect(drawn.match(/^\.i-/gm)?.length).toBeGreaterThan(50)
    expect(readFileSync(path.join(root, 'src/ui/styles/icons.css'), 'utf8')).toBe(drawn)
  })
})
