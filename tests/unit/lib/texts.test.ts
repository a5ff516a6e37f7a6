import '@/src/mechanisms/print/templates/template.errors'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addErrorLabels, errorCode, errorLabels, errorText, hasErrorLabel } from '@/src/lib/error-labels'
import { AppError, errorOfCode, isAppError } from '@/src/lib/errors'
import { isLocale, labelText, say } from '@/src/lib/i18n'
import { escapeHtml, html, trustedHtml } from '@/src/lib/html'
import { slugify } from '@/src/lib/translit'
import { brandColours, contrast, oklchToHex } from '@/src/lib/colour'

describe('say', () => {
  const orders = {
    ru: '{n, plural, one {# заказ} few {# заказа} other {# заказов}}',
    en: '{n, plural, one {# order} other {# orders}}',
  }
  it.each([
    [1, '1 заказ'],
    [2, '2 заказа'],
    [5, '5 заказов'],
    [11, '11 заказов'],
    [21, '21 заказ'],
    [1_234, '1\u00a0234 заказа'],
  ])('%i', (n, text) => expect(say(orders, 'ru', { n })).toBe(text))
  it('selects, and leaves tags alone', () => {
    const text = { ru: '{kind, select, in {приход} other {расход}} <b>{name}</b>', en: '' }
    expect(say(text, 'ru', { kind: 'in', name: 'А' })).toBe('приход <b>А</b>')
    expect(say(text, 'en', { kind: 'out', name: 'Б' })).toBe('расход <b>Б</b>')
  })
  it('never throws: a broken message or a missing param gives readable text', () => {
    expect(say({ ru: 'Сумма {sum', en: '' }, 'ru', { sum: 5 })).toBe('Сумма {sum')
    expect(say({ ru: 'Сумма {sum} {cur}', en: '' }, 'ru', { sum: 5 })).toBe('Сумма 5 {cur}')
    expect(say({ ru: '{n, plural, one {#}}', en: '' }, 'ru', { n: 5 })).toBe('{n, plural, one {#}}')
    expect(say({ ru: '{toString}', en: '' }, 'ru', {})).toBe('{toString}')
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        (message, value) => typeof say({ ru: message, en: message }, 'ru', { a: value }) === 'string',
      ),
    )
  })
  it('says a param that is a text in its own language, and leaves a place for one that is missing', () => {
    const text = { ru: 'Заказ {state}', en: 'Order {state}' }
    expect(say(text, 'en', { state: { ru: 'оформлен', en: 'submitted' } })).toBe('Order submitted')
    expect(say(text, 'ru', { state: { ru: 'оформлен', en: 'submitted' } })).toBe('Заказ оформлен')
    expect(say({ ru: 'Заказ {state', en: '' }, 'ru', { state: null })).toBe('Заказ {state')
    expect(say({ ru: '{sum} {cur', en: '' }, 'ru', { sum: null })).toBe('{sum} {cur')
    expect(say(text, 'ru')).toBe('Заказ {state}')
    expect(say({ ru: '', en: '' }, 'ru')).toBe('')
    expect(say({ ru: '', en: 'Only English' }, 'ru')).toBe('Only English')
  })

  it('reads labels as Payload keeps them', () => {
    expect(labelText('Заказ', 'en')).toBe('Заказ')
    expect(labelText({ ru: 'Заказ', en: 'Order' }, 'en')).toBe('Order')
    expect(labelText({ ru: 'Заказ', en: 'Order' }, 'ru')).toBe('Заказ')
    for (const none of [null, undefined, 5, false, () => 'x', {}, { ru: 'Заказ' }, { en: 5 }])
      expect(labelText(none, 'en')).toBeNull()
  })

  it('knows its languages', () => expect(['ru', 'en', 'de', null].map(isLocale)).toEqual([true, true, false, false]))
})

describe('AppError', () => {
  it('carries code, status and params, and is public below 500', () => {
    const error = new AppError('order.limitExceeded', { limit: 5 }, { status: 409, field: 'total' })
    expect(error).toMatchObject({
      name: 'AppError',
      code: 'order.limitExceeded',
      status: 409,
      isPublic: true,
      field: 'total',
      message: 'order.limitExceeded',
    })
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      code: 'order.limitExceeded',
      params: { limit: 5 },
      field: 'total',
    })
    expect(errorOfCode('x').status).toBe(400)
    expect(errorOfCode('x', {}, { status: 500 }).isPublic).toBe(false)
    expect(isAppError(error)).toBe(true)
    expect(isAppError(Object.assign(new Error('x'), { name: 'AppError' }))).toBe(false)
  })
  it('keeps what it was caused by, and all mistakes of a form where there is more than one', () => {
    const cause = new Error('below')
    expect(errorOfCode('x', {}, { cause }).cause).toBe(cause)
    expect('cause' in errorOfCode('x')).toBe(false)
    const issue = (field: string) => ({ field, code: 'input.required' as const, params: {} })
    expect(errorOfCode('x', {}, { issues: [issue('a'), issue('b')] }).issues).toEqual([issue('a'), issue('b')])
    expect(errorOfCode('x', {}, { issues: [issue('a')] }).issues).toBeUndefined()
    expect(errorOfCode('x').issues).toBeUndefined()
    expect(errorOfCode('x').field).toBeUndefined()
  })

  it('is answered by Payload with its own status', async () => {
    const { isErrorPublic } = await import('../../../node_modules/payload/dist/utilities/isErrorPublic.js')
    const config = { debug: false } as Parameters<typeof isErrorPublic>[1] // the one field it reads
    expect(isErrorPublic(errorOfCode('a', {}, { status: 409 }), config)).toBe(true)
    expect(isErrorPublic(errorOfCode('a', {}, { status: 503 }), config)).toBe(false)
  })
})

describe('errorText', () => {
  it('says codes in words and never leaks the text of an unknown error', () => {
    expect(errorText(new AppError('number.malformed', { value: 'abc' }), 'ru')).toBe('Это не похоже на число: «abc»')
    expect(errorText(new Error('password is hunter2'), 'en')).toBe(errorLabels.unexpected.en)
    expect(errorText(errorOfCode('toString'), 'ru')).toBe(errorLabels.unexpected.ru)
    expect(errorText('x', 'ru')).toBe(errorLabels.unexpected.ru)
    expect(errorCode(Object.assign(new Error(''), { status: 403 }))).toBe('access.denied')
    expect(errorCode(Object.assign(new Error(''), { name: 'ZodError' }))).toBe('input.invalid')
    expect(errorCode(Object.assign(new Error(''), { status: 418 }))).toBe('unexpected')
  })
  it('takes the words of a room', () => {
    expect(hasErrorLabel('room.full')).toBe(false)
    addErrorLabels({ 'room.full': { ru: 'Занято: {n}', en: 'Full: {n}' } })
    expect(errorText(errorOfCode('room.full', { n: 3 }), 'ru')).toBe('Занято: 3')
  })
  it('has words for every code that lib, integrations and printing throw', () => {
    const root = path.resolve(import.meta.dirname, '../../..')
    const rooms = [
      'src/lib',
      'src/integrations/http',
      'src/integrations/mail',
      'src/integrations/storage',
      'src/mechanisms/print',
    ]
    const files = rooms.flatMap((room) =>
      readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.join(root, room, file),
      ),
    )
    const codes = files
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        [
          ...readFileSync(file, 'utf8')
            .replace(/\/\*\*.*?\*\//gs, '')
            .matchAll(/new AppError\('([^']+)'/g),
        ].map((match) => match[1] ?? ''),
      )
    expect(codes.length).toBeGreaterThan(15)
    expect(codes.filter((code) => !hasErrorLabel(code))).toEqual([])
  })
  it('has both languages everywhere, without exclamation marks', () => {
    for (const [code, text] of Object.entries(errorLabels)) {
      expect(text.ru.length, code).toBeGreaterThan(5)
      expect(text.ru, code).toMatch(/[а-яё]/i)
      expect(text.en, code).not.toMatch(/[а-яё]/i)
      expect(text.ru + text.en, code).not.toContain('!')
    }
  })
})

describe('slugify', () => {
  it.each([
    ['Саморез 4,2×16 ШС', 'samorez-4-2-16-shs'],
    ['Ёлка', 'elka'],
    ['Щётка «Чистюля» №5', 'shchetka-chistyulya-5'],
    ['Крем-брюле', 'krem-bryule'],
    ['Straße Ø5', 'strasse-o5'],
    ['Қазақстан', 'kazakstan'],
    ['  --  ', ''],
    ['日本', ''],
    ['Подъезд й', 'podezd-y'],
    ['И\u0306од', 'yod'],
  ])('%s -> %s', (text, slug) => expect(slugify(text)).toBe(slug))
  it('is idempotent, short and plain for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'абвщъ -ß1'), maxLength: 300 })),
        (text) => {
          const slug = slugify(text)
          expect(slugify(slug)).toBe(slug)
          expect(slug.length).toBeLessThanOrEqual(80)
          expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
        },
      ),
    )
  })
  it('cuts at a word only where more than half is left, and not where it fits', () => {
    expect(slugify(`${'a'.repeat(40)} ${'b'.repeat(60)}`)).toBe(`${'a'.repeat(40)}-${'b'.repeat(39)}`)
    expect(slugify(`${'a'.repeat(41)} ${'b'.repeat(60)}`)).toBe('a'.repeat(41))
    expect(slugify(`${'a'.repeat(20)} ${'b'.repeat(60)}`)).toBe(`${'a'.repeat(20)}-${'b'.repeat(59)}`)
    expect(slugify(`${'a'.repeat(20)} ${'b'.repeat(59)}`)).toBe(`${'a'.repeat(20)}-${'b'.repeat(59)}`)
    expect(slugify(`${'a'.repeat(50)} ${'b'.repeat(29)} c`)).toBe(`${'a'.repeat(50)}-${'b'.repeat(29)}`)
    expect(slugify('a'.repeat(90))).toBe('a'.repeat(80))
    expect(slugify('e\u0301\u0302 -- x --')).toBe('e-x')
  })

  it('looks at the first thousand letters', () => expect(slugify(`${' '.repeat(999)}ab`)).toBe('a'))

  it('cuts a long text at a word', () => {
    const slug = slugify('очень длинное название товара '.repeat(10))
    expect(slug.length).toBeLessThanOrEqual(80)
    expect(slug).toMatch(/(ochen|dlinnoe|nazvanie|tovara)$/)
  })
})

describe('html', () => {
  it('escapes everything that is not its own', () => {
    const evil = `"><img src=x onerror='alert(1)'>&\``
    expect(html`<p title="${evil}">${evil}</p>`.html).toBe(`<p title="${escapeHtml(evil)}">${escapeHtml(evil)}</p>`)
    expect(escapeHtml(evil)).not.toMatch(/[<>"'`]/)
  })
  it('nests, joins and drops nothing else', () => {
    expect(html`${[html`<b>${1}</b>`, '<', null, false, undefined, 0]}`.html).toBe('<b>1</b>&#60;0')
    expect(html`${trustedHtml('<i>')}`.toString()).toBe('<i>')
    const forged = { html: '<script>', toString: () => '<script>' }
    expect(html`${forged}`.html).toBe('&#60;script&#62;')
  })
})

describe('colour', () => {
  it('matches known values', () => {
    expect(oklchToHex(0, 0, 0)).toBe('#000000')
    expect(oklchToHex(1, 0, 0)).toBe('#ffffff')
    expect(oklchToHex(0.62796, 0.25768, 29.234)).toBe('#ff0000')
    expect(oklchToHex(0.45201, 0.31321, 264.052)).toBe('#0000ff')
  })
  it('measures contrast as WCAG does', () => {
    const measured = [
      ['#000000', '#ffffff'],
      ['#777777', '#ffffff'],
      ['#ff0000', '#ffffff'],
      ['#00ff00', '#000000'],
      ['#0000ff', '#ffffff'],
      ['#0000ff', '#000000'],
      ['#0a0a0a', '#000000'],
    ].map(([a = '', b = '']) => contrast(a, b))
    const known = [21, 4.478, 3.998, 15.304, 8.592, 2.444, 1.061]
    known.forEach((ratio, index) => expect(measured[index]).toBeCloseTo(ratio, 2))
    expect(contrast('#ffffff', '#000000')).toBe(contrast('#000000', '#ffffff'))
  })
  it('gives the strongest colour of the hue that a screen has, where a stronger one is asked for', () => {
    for (let hue = 0; hue < 360; hue += 30) {
      const strongest = oklchToHex(0.6, 0.4, hue)
      expect(oklchToHex(0.6, 0.8, hue), String(hue)).toBe(strongest)
      expect(contrast(strongest, oklchToHex(0.6, 0, hue)), String(hue)).toBeLessThan(1.6)
      expect(new Set([strongest.slice(1, 3), strongest.slice(3, 5), strongest.slice(5)]).size, String(hue)).toBe(3)
    }
  })
  it('keeps 4.5:1 for every hue a company may choose', () => {
    for (let hue = 0; hue < 360; hue += 1) {
      const { brand, ink, wash, onBrand } = brandColours(hue)
      expect(contrast(brand, onBrand), `button ${hue}`).toBeGreaterThanOrEqual(4.5)
      expect(contrast(ink, wash), `ink ${hue}`).toBeGreaterThanOrEqual(4.5)
    }
  })
})
