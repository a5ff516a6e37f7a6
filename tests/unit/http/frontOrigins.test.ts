import { describe, expect, it } from 'vitest'
import { frontOrigins, rememberFrontOrigins, wrongOrigin } from '@/src/lib/http/frontOrigins'

describe('origins of one’s own front ends', () => {
  it('are whole origins, one a line', () => {
    rememberFrontOrigins(' https://Shop.example.ru/ \r\n\nhttp://localhost:5173\nftp://x\n*')
    expect(frontOrigins()).toEqual(['https://shop.example.ru', 'http://localhost:5173'])
    rememberFrontOrigins('')
    expect(frontOrigins()).toEqual([])
  })

  it.each([
    '*',
    'https://*.example.ru',
    'shop.example.ru',
    'https://a.ru/path',
    'https://a.ru?x=1',
    'https://u@a.ru',
    'null',
  ])('are not %s', (line) => {
    expect(wrongOrigin(`https://shop.example.ru\n${line}`)).toBe(line)
  })

  it('are right when nothing is listed', () => {
    expect([wrongOrigin(null), wrongOrigin(''), wrongOrigin('https://a.ru')]).toEqual([null, null, null])
  })
})
