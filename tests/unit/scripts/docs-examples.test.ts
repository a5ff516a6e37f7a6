import { describe, expect, it } from 'vitest'
import { root } from '../../../scripts/lib/paths.mjs'
import { examplesOf, faultsOf } from '../../../scripts/docs/examples'

const fence = (code: string, how = ''): string => `\`\`\`ts${how}\n${code}\n\`\`\`\n`

describe('examples of the documentation', () => {
  it('are files by the name in the words before them, in their first line, or by their page', () => {
    const text = `First \`collections/a/one.rules.ts\`:\n\n${fence('export const one = 1')}
Then the \`same\` in \`two.rules.ts\`:\n\n   ${fence('a').replaceAll('\n', '\n   ')}
${fence('// src/lib/three.ts\nlet three')}No name:\n${fence('run(() => { … })')}`
    expect(examplesOf('docs/page.md', text)).toEqual([
      { page: 'docs/page.md', line: 4, file: 'collections/a/one.rules.ts', code: 'export const one = 1' },
      { page: 'docs/page.md', line: 10, file: 'collections/a/two.rules.ts', code: 'a' },
      { page: 'docs/page.md', line: 14, file: 'src/lib/three.ts', code: '// src/lib/three.ts\nlet three' },
      { page: 'docs/page.md', line: 19, file: 'docs/page.4.tsx', code: 'run(() => { })' },
    ])
  })

  it('that do not compile are told with the line of their page', () => {
    const text = `\`collections/a/one.ts\`:\n${fence("export const one: number = 'two'")}
\`two.ts\`:\n${fence("import { one } from './one'\n\nexport const two: string = one")}`
    expect(faultsOf(root, examplesOf('docs/page.md', text))).toEqual([
      "docs/page.md:3 Type 'string' is not assignable to type 'number'.",
      "docs/page.md:10 Type 'number' is not assignable to type 'string'.",
    ])
  })

  it('that are a piece of a file compile where they say they stand', () => {
    const piece = (code: string, after: string): string => `\`src/lib/decimal.ts\`\n${fence(code, ` after="${after}"`)}`
    const faults = (code: string, after = 'export function'): string[] =>
      faultsOf(root, examplesOf('docs/page.md', piece(code, after)))
    expect(faults('  void nothing')).toEqual(["docs/page.md:3 Cannot find name 'nothing'."])
    expect(faults('  void 1', 'no such words')).toEqual([
      'docs/page.md:3 src/lib/decimal.ts has no line with no such words',
    ])
  })
})
