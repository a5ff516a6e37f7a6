import { describe, expect, it } from 'vitest'
import { flatten } from '@/src/mechanisms/exchange/commerceml/flatten'
import { xmlElement, truncate, escapeXml, tag, xmlBytes } from '@/src/mechanisms/exchange/commerceml/xml-text'

describe('[EXCH-13] text for XML', () => {
  it.each([
    ['a & b < c > "d" \'e\'', "a &amp; b &lt; c &gt; &quot;d&quot; 'e'"],
    ['a\r\nb\rc\nd\te', 'a\nb\nc\nd\te'],
    ['\0\u0008\u000b\u000c\u000e\u001f\ufffe\uffff', ''],
    ['a\ud800b\udc00', 'ab'],
    ['😀', '😀'],
  ])('%j -> %j', (text, written) => expect(escapeXml(text)).toBe(written))

  it('writes a tag with what it has, none where there is nothing to say, an empty one for an empty text', () => {
    expect(tag('a', 'x<', { b: 'y"\n', c: null, d: undefined, e: '', f: 'z' })).toBe(
      '<a b="y&quot;&#10;" f="z">x&lt;</a>\n',
    )
    expect([tag('a', null), tag('a', undefined), tag('a', '')]).toEqual(['', '', '<a></a>\n'])
  })

  it('writes a block around what there is, and none around nothing', () => {
    expect([xmlElement('a', '<b/>', '', '<c/>'), xmlElement('a', '', ''), xmlElement('a')]).toEqual([
      '<a>\n<b/><c/></a>\n',
      '',
      '',
    ])
  })

  it('writes what an encoding lacks by its number', () => {
    expect(xmlBytes('<a>Ж₽😀</a>', 'windows-1251').toString('latin1')).toBe(
      '<?xml version="1.0" encoding="windows-1251"?>\n<a>\xc6&#8381;&#128512;</a>',
    )
    expect(xmlBytes('<a>Ж₽₽</a>', 'utf-8').toString('utf8')).toBe('<?xml version="1.0" encoding="utf-8"?>\n<a>Ж₽₽</a>')
  })

  it('copies a text as it is', () => expect(flatten('Болт «М10» 😀')).toBe('Болт «М10» 😀'))

  it('cuts between signs', () => {
    expect([
      truncate('abc', 3),
      truncate('abcd', 3),
      truncate('ab😀', 3),
      truncate('ab😀', 4),
      truncate('😀😀', 1),
      truncate('', 3),
      truncate('a', 0),
    ]).toEqual(['abc', 'abc', 'ab', 'ab😀', '', '', ''])
  })
})
