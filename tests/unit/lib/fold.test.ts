import { expect, it } from 'vitest'
import { fold } from '@/src/lib/fold'

it.each([
  ['Счёт', 'счет'],
  ['  «Болт»,  М12×30 ', 'болт м12 30'],
  ['СЧЁТ-фактура', 'счет фактура'],
  ['10²', '10²'],
  ['Iğdır', 'iğdır'],
  ['—', ''],
  ['', ''],
])('%j is compared as %j', (text, folded) => expect(fold(text)).toBe(folded))
