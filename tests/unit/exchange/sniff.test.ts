import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { sniffEncoding } from '@/src/mechanisms/exchange/commerceml/sniff'

const bytes = (...all: number[]): Uint8Array => Uint8Array.from(all)
const declared = (name: string, body = '', encoding = 'utf-8'): Uint8Array =>
  iconv.encode(`<?xml version="1.0" encoding="${name}"?><a>${body}</a>`, encoding)

describe('[EXCH-02] the encoding of a file', () => {
  it.each([
    ['a BOM of UTF-8', bytes(0xef, 0xbb, 0xbf, 0x3c), 'utf-8', 3],
    ['a BOM of UTF-16, low byte first', bytes(0xff, 0xfe, 0x3c, 0), 'utf-16le', 2],
    ['a BOM of UTF-16, high byte first', bytes(0xfe, 0xff, 0, 0x3c), 'utf-16be', 2],
    ['«<» in two bytes, low first', bytes(0x3c, 0), 'utf-16le', 0],
    ['«<» in two bytes, high first', bytes(0, 0x3c), 'utf-16be', 0],
    ['nothing', bytes(), 'utf-8', 0],
    ['half a BOM', bytes(0xef, 0xbb), 'utf-8', 0],
    ['signs of ASCII alone', declared('windows-1251'), 'windows-1251', 0],
    ['the same without a declaration', bytes(0x3c, 0x61, 0x3e), 'utf-8', 0],
    [
      'a declaration in capitals and quotes of the other kind',
      iconv.encode(`<?xml version='1.0' encoding = 'WINDOWS-1251' ?>`, 'ascii'),
      'windows-1251',
      0,
    ],
    ['a declaration after spaces', iconv.encode(`\n <?xml version="1.0" encoding="koi8-r"?>`, 'ascii'), 'koi8-r', 0],
    ['a word that is no declaration', iconv.encode(`<a><?xml encoding="koi8-r"?></a>`, 'ascii'), 'utf-8', 0],
    [
      'a declaration further than anybody writes one',
      iconv.encode(`${' '.repeat(512)}<?xml version="1.0" encoding="koi8-r"?>`, 'ascii'),
      'utf-8',
      0,
    ],
    ['a declared encoding that nobody knows', declared('x-unknown'), 'utf-8', 0],
    ['two bytes declared over one', declared('utf-16'), 'utf-8', 0],
    ['four', declared('UTF-32'), 'utf-8', 0],
    ['UCS-2', declared('ucs-2'), 'utf-8', 0],
    ['UTF8 without its dash', declared('utf8'), 'utf-8', 0],
    ['UTF-8 that declares windows-1251', declared('windows-1251', 'Болт'), 'utf-8', 0],
    ['windows-1251 that declares UTF-8', declared('UTF-8', 'Болт', 'windows-1251'), 'windows-1251', 0],
    ['windows-1251 that declares UTF8', declared('utf8', 'Болт', 'windows-1251'), 'windows-1251', 0],
    ['windows-1251 that declares nothing known', declared('x-unknown', 'Болт', 'windows-1251'), 'windows-1251', 0],
    ['KOI8-R that says so', declared('koi8-r', 'Болт', 'koi8-r'), 'koi8-r', 0],
  ])('%s: %s', (_what, head, encoding, bomLength) => expect(sniffEncoding(head)).toEqual({ encoding, bomLength }))

  it.each([
    ['two bytes', bytes(0xc2, 0x80), true],
    ['the last of two', bytes(0xdf, 0xbf), true],
    ['an overlong sign', bytes(0xc1, 0x80), false],
    ['three', bytes(0xe0, 0xa0, 0x80), true],
    ['the last of three', bytes(0xef, 0xbf, 0xbf), true],
    ['four', bytes(0xf0, 0x90, 0x80, 0x80), true],
    ['the last of four', bytes(0xf4, 0x8f, 0xbf, 0xbf), true],
    ['beyond the last', bytes(0xf5, 0x80, 0x80, 0x80), false],
    ['a byte that only goes on', bytes(0x80), false],
    ['a sign that breaks off', bytes(0xd0, 0x41), false],
    ['a sign whose third byte is another', bytes(0xe2, 0x82, 0x41), false],
    ['a sign cut off by the end', bytes(0x41, 0xe2, 0x82), true],
    ['only the beginning of one', bytes(0xd0), true],
    ['four signs for one broken byte', bytes(0xd0, 0x91, 0xd0, 0x91, 0xd0, 0x91, 0xd0, 0x91, 0xff), true],
    ['three', bytes(0xd0, 0x91, 0xd0, 0x91, 0xd0, 0x91, 0xff), false],
  ])('%s: UTF-8 is %s', (_what, head, isUtf8) =>
    expect(sniffEncoding(head).encoding).toBe(isUtf8 ? 'utf-8' : 'windows-1251'),
  )
})
