import { describe, expect, it } from 'vitest'
import { hasLink, isPlainWords, withoutLinks } from '@/src/lib/plainWords'

describe('words of people in letters of ours', () => {
  it.each([
    'evil.example/x',
    'Зайдите на evil.ru',
    'сайт.рф',
    'xn--e1afmkfd.xn--p1ai',
    'http://1',
    'javascript:alert(1)',
    'mailto:a',
    'www.evil',
    '10.0.0.1',
    'a@b.ru',
    '<b>',
    'a>b',
    'evil。com',
    'ｅｖｉｌ.com',
    'ev\u200bil.c\u200bom',
    'магазин.москва',
    'tel:+7',
    'ftp:x',
    'a·ru',
  ])('%j has something to follow', (text) => {
    expect(hasLink(text)).toBe(true)
    expect(isPlainWords(text)).toBe(false)
    expect(hasLink(withoutLinks(text))).toBe(false)
  })

  it.each([
    'Пётр Иванов',
    'ООО «Ромашка»',
    'И. П. Сидоров',
    'ул. Ленина, д. 5',
    'Иванов И.И.',
    'версия 1.2.3',
    '12.11.2026',
    '1.2.3.4567',
    '1234.1.1.1',
    'Smith & Sons',
    'a/b',
    '',
  ])('%j is nothing but words', (text) => {
    expect(hasLink(text)).toBe(false)
    expect(isPlainWords(text)).toBe(true)
    expect(withoutLinks(text)).toBe(text)
  })

  it.each(['a\nb', 'a\tb', 'a\u200bb', 'a\u202eb', 'a\u2028b', 'a\u2029b', 'a\u00adb'])(
    '%j hides or breaks what is read',
    (text) => {
      expect(hasLink(text)).toBe(false)
      expect(isPlainWords(text)).toBe(false)
      expect(isPlainWords(withoutLinks(text))).toBe(true)
    },
  )

  it('keeps the words and takes the signs that lead somewhere', () => {
    expect(withoutLinks('Ромашка evil.example/x?a=1')).toBe('Ромашка evil example x?a=1')
    expect(withoutLinks('<b>Пётр</b>\n\n Иванов')).toBe('b Пётр b Иванов')
    expect(withoutLinks('a\u200b@\\b:.ru')).toBe('a b ru')
    expect(withoutLinks('  Пётр   Иванов  ')).toBe('Пётр Иванов')
  })
})
