import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addErrorLabels, errorCode, errorLabels, errorText, hasErrorLabel } from '@/src/lib/error-labels'
import { AppError, isAppError } from '@/src/lib/errors'
import { isLocale, say } from '@/src/lib/i18n'
import { escapeHtml, html, trustedHtml } from '@/src/lib/html'
import { slugify } from '@/src/lib/translit'
import { brandColours, contrast, oklchToHex } from '@/src/lib/colour'

describe('say', () => {
  const orders = { ru: '{n, plural, one {# заказ} few {# заказа} other {# заказов}}', en: '{n, plural, one {# order} other {# orders}}' }
  it.each([[1, '1 заказ'], [2, '2 заказа'], [5, '5 заказов'], [11, '11 заказов'], [21, '21 заказ'], [1_234, '1\u00a0234 заказа']])(
    '%i', (n, text) => expect(say(orders, 'ru', { n })).toBe(text),
  )
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
    fc.assert(fc.property(fc.string(), fc.string(), (message, value) => typeof say({ ru: message, en: message }, 'ru', { a: value }) === 'string'))
  })
  it('knows its languages', () => expect(['ru', 'en', 'de', null].map(isLocale)).toEqual([true, true, false, false]))
})

describe('AppError', () => {
  it('carries code, status and params, and is public below 500', () => {
    const error = new AppError('order.limitExceeded', { limit: 5 }, { status: 409, field: 'total' })
    expect(error).toMatchObject({ name: 'AppError', code: 'order.limitExceeded', status: 409, isPublic: true, field: 'total', message: 'order.limitExceeded' })
    expect(JSON.parse(JSON.stringify(error))).toEqual({ code: 'order.limitExceeded', params: { limit: 5 }, field: 'total' })
    expect(new AppError('x').status).toBe(400)
    expect(new AppError('x', {}, { status: 500 }).isPublic).toBe(false)
    expect(isAppError(error)).toBe(true)
    expect(isAppError(Object.assign(new Error('x'), { name: 'AppError' }))).toBe(false)
  })
  it('is answered by Payload with its own status', async () => {
    const { isErrorPublic } = await import('../../../node_modules/payload/dist/utilities/isErrorPublic.js')
    const config = { debug: false } as Parameters<typeof isErrorPublic>[1] // the one field it reads
    expect(isErrorPublic(new AppError('a', {}, { status: 409 }), config)).toBe(true)
    expect(isErrorPublic(new AppError('a', {}, { status: 503 }), config)).toBe(false)
  })
})

describe('errorText', () => {
  it('says codes in words and never leaks the text of an unknown error', () => {
    expect(errorText(new AppError('number.malformed', { value: 'abc' }), 'ru')).toBe('Это не похоже на число: «abc»')
    expect(errorText(new Error('password is hunter2'), 'en')).toBe(errorLabels.unexpected.en)
    expect(errorText(new AppError('toString'), 'ru')).toBe(errorLabels.unexpected.ru)
    expect(errorText('x', 'ru')).toBe(errorLabels.unexpected.ru)
    expect(errorCode(Object.assign(new Error(''), { status: 403 }))).toBe('access.denied')
    expect(errorCode(Object.assign(new Error(''), { name: 'ZodError' }))).toBe('input.invalid')
    expect(errorCode(Object.assign(new Error(''), { status: 418 }))).toBe('unexpected')
  })
  it('takes the words of a room', () => {
    expect(hasErrorLabel('room.full')).toBe(false)
    addErrorLabels({ 'room.full': { ru: 'Занято: {n}', en: 'Full: {n}' } })
    expect(errorText(new AppError('room.full', { n: 3 }), 'ru')).toBe('Занято: 3')
  })
  it('has words for every code that lib, integrations and printing throw', () => {
    const root = path.resolve(import.meta.dirname, '../../..')
    const rooms = ['src/lib', 'src/integrations/http', 'src/integrations/mail', 'src/integrations/storage', 'src/mechanisms/print']
    const files = rooms.flatMap((room) => readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => path.join(root, room, file)))
    const codes = files.filter((file) => file.endsWith('.ts')).flatMap((file) =>
      [...readFileSync(file, 'utf8').replace(/\/\*\*.*?\*\//gs, '').matchAll(/new AppError\('([^']+)'/g)].map((match) => match[1] ?? ''),
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
    ['Саморез 4,2×16 ШС', 'samorez-4-2-16-shs'], ['Ёлка', 'elka'], ['Щётка «Чистюля» №5', 'shchetka-chistyulya-5'],
    ['Крем-брюле', 'krem-bryule'], ['Straße Ø5', 'strasse-o5'], ['Қазақстан', 'kazakstan'], ['  --  ', ''], ['日本', ''],
    ['Подъезд й', 'podezd-y'], ['И\u0306од', 'yod'],
  ])('%s -> %s', (text, slug) => expect(slugify(text)).toBe(slug))
  it('is idempotent, short and plain for any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'абвщъ -ß1') , maxLength: 300 })), (text) => {
      const slug = slugify(text)
      expect(slugify(slug)).toBe(slug)
      expect(slug.length).toBeLessThanOrEqual(80)
      expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
    }))
  })
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
  it('keeps 4.5:1 for every hue a company may choose', () => {
    for (let hue = 0; hue < 360; hue += 1) {
      const { brand, ink, wash, onBrand } = brandColours(hue)
      expect(contrast(brand, onBrand), `button ${hue}`).toBeGreaterThanOrEqual(4.5)
      expect(contrast(ink, wash), `ink ${hue}`).toBeGreaterThanOrEqual(4.5)
    }
  })
})
