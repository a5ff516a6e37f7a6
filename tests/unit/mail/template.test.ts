import { describe, expect, it } from 'vitest'
import { renderTemplate, type LetterInput } from '@/src/mechanisms/notifications/letterTemplate'

const input: LetterInput = {
  locale: 'ru',
  brand: { name: 'Ромашка', hue: 262, siteUrl: 'https://portal.example.ru' },
  preview: 'Заказ 1042 подтверждён',
  blocks: [
    { kind: 'heading', text: 'Заказ подтверждён' },
    { kind: 'paragraph', text: 'Отгрузим 24 ноября.\nОплатите счёт до пятницы.' },
    {
      kind: 'facts',
      rows: [
        ['Номер', '1042'],
        ['Сумма', '182 400,00 ₽'],
      ],
    },
    { kind: 'button', text: 'Открыть заказ', href: 'https://portal.example.ru/orders/1042?a=1&b=2' },
    { kind: 'code', text: '481 200' },
  ],
  why: 'Вы получили это письмо, потому что следите за заказом.',
  preferencesUrl: 'https://portal.example.ru/profile',
}

describe('a letter', () => {
  it('says the same in HTML and in plain text', () => {
    const { html, text } = renderTemplate(input)
    for (const words of [
      'Заказ подтверждён',
      'Отгрузим 24 ноября.',
      '1042',
      '182 400,00 ₽',
      'Открыть заказ',
      '481 200',
      input.why,
      'Настроить письма',
    ]) {
      expect(html).toContain(words)
      expect(text).toContain(words)
    }
    expect(text).toContain('https://portal.example.ru/orders/1042?a=1&b=2')
    expect(text).not.toMatch(/<[a-z]/i)
    expect(html).toContain('lang="ru"')
    expect(html).toContain('#')
    expect(renderTemplate({ ...input, locale: 'en' }).html).toContain('If the button does not work')
  })

  it('takes the brand from the hue and loads nothing from anywhere', () => {
    expect(renderTemplate(input).html).not.toBe(renderTemplate({ ...input, brand: { ...input.brand, hue: 20 } }).html)
    expect(renderTemplate(input).html).not.toMatch(/<(img|link|script|iframe)|@import|url\(/i)
  })

  it('escapes everything it is given', () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    const { html } = renderTemplate({
      ...input,
      brand: { ...input.brand, name: evil },
      preview: evil,
      why: evil,
      blocks: [
        { kind: 'heading', text: evil },
        { kind: 'paragraph', text: evil },
        { kind: 'facts', rows: [[evil, evil]] },
        { kind: 'button', text: evil, href: `https://p.ru/?${evil}` },
        { kind: 'code', text: evil },
      ],
    })
    expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>/)
    expect(html.match(/&#60;script&#62;/g)?.length).toBe(11) // each place above, the button’s address twice
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/orders', ''])(
    'refuses a link to %j',
    (href) => {
      expect(() => renderTemplate({ ...input, blocks: [{ kind: 'button', text: 'x', href }] })).toThrow(RangeError)
      expect(() => renderTemplate({ ...input, preferencesUrl: href })).toThrow(RangeError)
    },
  )
})
