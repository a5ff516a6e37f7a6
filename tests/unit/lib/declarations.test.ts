import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { declarations, markDeclared } from '@/src/lib/declarations'
import { sourceFiles } from '@/tests/support/sourceFiles'

describe('registries of declarations', () => {
  it('go back together to what was declared at the mark: nothing more, nothing less, in the same order', () => {
    let worked = ''
    const words = declarations<string>(() => (worked = ''))
    const numbers = declarations<number>()
    words.set('a', 'first').set('b', 'second')
    const takeBack = markDeclared()
    const late = declarations<boolean>()

    words.set('a', 'replaced').set('c', 'third').delete('b')
    numbers.set('one', 1)
    late.set('yes', true)
    worked = 'a c'
    takeBack()

    expect([...words]).toEqual([
      ['a', 'first'],
      ['b', 'second'],
    ])
    expect([numbers.size, late.size, worked]).toEqual([0, 0, ''])
    words.delete('a')
    takeBack()
    expect([...words.keys()]).toEqual(['a', 'b'])
  })

  it('are what every `define…` keeps its declarations in', () => {
    const own = sourceFiles().filter((file) => {
      if (!/^(src\/mechanisms|collections)\//.test(file)) return false
      const text = readFileSync(file, 'utf8')
      return (
        /^export function define[A-Z]/m.test(text) &&
        /^(const \w+ = new (Map|Set)\b|let \w+: \w+Declaration)/m.test(text)
      )
    })
    expect(own).toEqual([])
  })
})
