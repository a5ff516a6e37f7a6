import { expect, it } from 'vitest'
import { requisitesText } from '@/src/lib/requisites'

it.each([
  ['7707083893', '770701001', 'ИНН 7707083893, КПП 770701001', 'INN 7707083893, KPP 770701001'],
  ['7707083893', null, 'ИНН 7707083893', 'INN 7707083893'],
  [null, '770701001', 'КПП 770701001', 'KPP 770701001'],
  [null, null, '', ''],
  ['', '', '', ''],
])('ИНН %j and КПП %j', (inn, kpp, ru, en) => {
  expect([requisitesText({ inn, kpp }, 'ru'), requisitesText({ inn, kpp }, 'en')]).toEqual([ru, en])
})
