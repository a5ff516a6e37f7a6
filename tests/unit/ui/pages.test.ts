import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const cabinet = path.resolve(import.meta.dirname, '../../../app/(cabinet)')

describe('pages of the cabinet', () => {
  it('[NAV-01] are each drawn by what answers for one that is not there, and none comes in parts', () => {
    const files = readdirSync(cabinet, { recursive: true, encoding: 'utf8' })
    const pages = files.filter((file) => /(?:^|\/)page\.tsx$/.test(file))
    expect(pages.length).toBeGreaterThan(20)
    const bare = pages.filter(
      (file) =>
        !/^export default (?:cabinetPage|listPage|authPage|openPage|previewPage|demoPage)\b/m.test(
          readFileSync(path.join(cabinet, file), 'utf8'),
        ),
    )
    expect(bare).toEqual([])
    // Over a page that has begun to come no status can be given any more.
    expect(files.filter((file) => /(?:^|\/)loading\.tsx$/.test(file))).toEqual([])
  })
})
