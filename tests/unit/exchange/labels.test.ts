import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { hasErrorLabel } from '@/src/lib/error-labels'
import { say } from '@/src/lib/i18n'
import { commercemlLabels } from '@/src/mechanisms/exchange/commerceml/commerceml.labels'

const room = path.resolve(import.meta.dirname, '../../../src/mechanisms/exchange')
const CODE = /'((?:xml|commerceml|order|zip|spool|dialogue|file)\.[A-Za-z]+)'/g

it('[EXCH-22] every reason that the exchange gives has words in both languages', () => {
  const codes = new Set<string>()
  for (const folder of ['commerceml', 'archive']) {
    for (const name of readdirSync(path.join(room, folder))) {
      for (const [, code] of readFileSync(path.join(room, folder, name), 'utf8').matchAll(CODE))
        if (code) codes.add(code)
    }
  }
  expect(codes.size).toBeGreaterThan(30)
  expect([...codes].filter((code) => !hasErrorLabel(code))).toEqual([])
})

it('[EXCH-22] says them with their figures', () => {
  const params = { line: 4, column: 7, reason: 'unclosed tag' }
  expect(say(commercemlLabels['xml.malformed'], 'ru', params)).toBe('Файл повреждён: строка 4, место 7. unclosed tag')
})
