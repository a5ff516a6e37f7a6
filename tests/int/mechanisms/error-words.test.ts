import { IntlMessageFormat } from 'intl-messageformat'
import { beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '@/src/lib/errors'
import { errorLabel, errorText, readerFor } from '@/src/lib/error-labels'
import { locales, type Locale } from '@/src/lib/i18n'
import { getTestPayload } from '../../support/payload'
import { thrownCodes, type Scan } from '../../support/thrownCodes'

let scan: Scan

// The words are there because the real configuration has loaded every room's file of them.
beforeAll(async () => {
  await getTestPayload()
  scan = thrownCodes()
}, 240_000)

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** The names of what a message has to be filled with. */
function placeholders(message: string, locale: Locale): Set<string> {
  const names = (element: Element): string[] => [
    ...('value' in element && typeof element.value === 'string' && element.type !== 0 ? [element.value] : []),
    ...('options' in element ? Object.values(element.options).flatMap(({ value }) => value.flatMap(names)) : []),
  ]
  return new Set(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst().flatMap(names))
}

describe('every code that can be thrown', () => {
  it('is found: the scan sees the sources', () => {
    expect(new Set(scan.thrown.map(({ code }) => code)).size).toBeGreaterThan(150)
    for (const code of [
      'workflow.notFrom',
      'documents.tooMany',
      'action.unknown',
      'email.wrong',
      'password.short',
      'zip.limit',
      'stock.negative',
    ]) {
      expect(
        scan.thrown.some((one) => one.code === code),
        code,
      ).toBe(true)
    }
  })

  it('can be followed to its words', () => {
    expect(scan.lost).toEqual([])
  })

  it('has words in both languages', () => {
    const silent = scan.thrown.filter(({ code }) => locales.some((locale) => !errorLabel(code)?.[locale]))
    expect(silent.map(({ code, at }) => `${at} ${code}`)).toEqual([])
  })

  it('is given all that its words are filled with', () => {
    const empty = scan.thrown.flatMap(({ code, at, params }) => {
      const text = errorLabel(code)
      if (!text || params === null) return []
      const needed = new Set(locales.flatMap((locale) => [...placeholders(text[locale], locale)]))
      return [...needed]
        .filter((name) => name !== 'reader' && !params.includes(name))
        .map((name) => `${at} ${code} {${name}}`)
    })
    expect(empty).toEqual([])
  })

  it('never stands bare in an answer of a field of the panel', () => {
    expect(scan.bare).toEqual([])
  })

  it('never goes out without its words', () => {
    expect(scan.mute).toEqual([])
  })

  it('is said by the status alone, when the error is not ours, without a hole', () => {
    for (const status of [400, 401, 403, 404, 409, 413, 422, 429, 500, 503]) {
      for (const locale of locales) {
        expect(errorText(Object.assign(new Error('x'), { status }), locale)).not.toMatch(/[{}]/)
      }
    }
  })

  it('sends an employee to an administrator, a client to the manager', () => {
    const closed = new AppError('access.denied')
    expect(errorText(closed, 'ru', 'staff')).toBe('На это у вас нет прав. Их даёт администратор портала')
    expect(errorText(closed, 'ru')).toContain('ваш менеджер')
    expect([
      readerFor('staff', 'manager'),
      readerFor('users', 'employee'),
      readerFor('users', 'client'),
      readerFor('users', 'partner'),
    ]).toEqual(['staff', 'staff', 'users', 'users'])
    expect(errorText(new AppError('auth.closed', { reader: 'staff' }), 'ru')).toBe(
      'Ваш вход закрыт. Открыть его снова может администратор портала',
    )
  })
})
