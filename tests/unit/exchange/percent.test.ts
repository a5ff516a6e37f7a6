import { describe, expect, it } from 'vitest'
import { filenameOf, unescapePercent } from '@/src/mechanisms/exchange/commerceml/percent'
import { pictureFinder } from '@/src/mechanisms/exchange/archive/picture-names'

describe('names of files in addresses', () => {
  it.each([
    [
      '?type=catalog&mode=file&filename=import_files/21/%D0%91%D0%BE%D0%BB%D1%82%235%266%2050%25.png',
      'import_files/21/Болт#5&6 50%.png',
    ],
    ['?type=catalog&mode=file&filename=%C1%EE%EB%F2%205.png', 'Болт 5.png'],
    ['?type=catalog&mode=file&filename=Болт&Ко 50%.png', 'Болт&Ко 50%.png'],
    ['?type=catalog&mode=file&filename=a&b=c.png', 'a&b=c.png'],
    ['?filename=a&b.png&type=catalog&mode=file&sessid=1', 'a&b.png'],
    ['?mode=file&filename=16+3.JPG', '16 3.JPG'],
    ['?mode=file&filename=16%20+3.JPG', '16 +3.JPG'],
    ['?mode=file&filename=16%2B3.JPG', '16+3.JPG'],
    ['?mode=file&filename=50%.png', '50%.png'],
    ['?mode=file&filename=a%00.xml', 'a\u0000.xml'],
    ['?mode=file&filename=', ''],
    ['?mode=init', null],
    ['', null],
  ])('%s', (search, name) => expect(filenameOf(search)).toBe(name))

  it('text that was never escaped stays', () => expect(unescapePercent('50% шерсть, 100%')).toBe('50% шерсть, 100%'))
})

describe('the picture that a name means', () => {
  const find = (files: string[], name: string, xml = 'import.xml'): string | undefined =>
    pictureFinder(files.map((one) => ({ name: one })))(name, xml)?.name

  it.each([
    ['as it is', ['import_files/a.png'], 'import_files/a.png', undefined],
    ['in other letters and slashes', ['Import_Files/А.PNG'], 'import_files\\а.png', undefined],
    ['from the folder of its XML', ['webdata/import_files/a.png'], 'import_files/a.png', 'webdata/import.xml'],
    ['from a folder above its XML', ['import_files/a.png'], 'import_files/a.png', 'goods/1/import.xml'],
    ['in a folder that only the archive has', ['v8/import_files/a.png'], 'import_files/a.png', 'import.xml'],
    [
      'escaped in the XML',
      ['import_files/Болт#5 50%.png'],
      'import_files/%D0%91%D0%BE%D0%BB%D1%82%235%2050%25.png',
      undefined,
    ],
    ['escaped in the archive', ['import_files/%C1%EE%EB%F2.png'], 'import_files/Болт.png', undefined],
    ['a plus for a space', ['import_files/16 3.JPG'], 'import_files/16+3.jpg', undefined],
    ['й of two signs', ['import_files/Гай\u0306ка.png'.replace('й', 'и')], 'import_files/Гайка.png', undefined],
  ])('%s', (_what, files, name, xml) => expect(find(files, name, xml)).toBe(files[0]))

  it('is the nearest of several, and none where two would do', () => {
    expect(find(['a/import_files/1.png', 'import_files/1.png'], 'import_files/1.png', 'a/import.xml')).toBe(
      'a/import_files/1.png',
    )
    expect(find(['a/import_files/1.png', 'b/import_files/1.png'], 'import_files/1.png')).toBeUndefined()
    expect(find(['import_files/2.png', 'x/1.png'], 'import_files/1.png')).toBeUndefined()
    expect(find(['a#b.png', 'a&b.png'], 'a&b.png')).toBe('a&b.png')
  })
})
