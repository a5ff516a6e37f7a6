import { describe, expect, it } from 'vitest'
import { commerce, readAll } from './reading'

const group = (inside: string) => commerce(`<Классификатор><Ид>k</Ид><Группы>${inside}</Группы></Классификатор>`)
/** What a file of these limits is refused for; null when it is taken. */
const refused = async (text: string, limits: object): Promise<unknown> =>
  readAll(text, { limits }).then(
    () => null,
    (error: { code: string; params: object }) => ({ code: error.code, ...error.params }),
  )

describe('[EXCH-02] ceilings of the reader: at the ceiling a file is taken, beyond it refused with its line', () => {
  it.each([
    [
      'depth',
      'maxDepth',
      6,
      group('<Группа><Ид>g</Ид><Группы><Группа><Ид>h</Ид></Группа></Группы></Группа>').replace(
        '<Группы><Группа><Ид>h</Ид></Группа></Группы>',
        '<a><b/></a>',
      ),
      3,
    ],
    ['attributes', 'maxAttributes', 3, group('<Группа a="1" b="2" c="3"><Ид>g</Ид></Группа>'), 3],
    ['attributeLength', 'maxAttributeLength', 30, group(`<Группа a="${'x'.repeat(30)}"><Ид>g</Ид></Группа>`), 3],
    [
      'recordNodes',
      'maxRecordNodes',
      3,
      group('<Группа><Ид>g</Ид><Наименование>x</Наименование></Группа><Группа><Ид>h</Ид></Группа>'),
      3,
    ],
    [
      'recordText',
      'maxRecordText',
      12,
      group(
        '<Группа a="12345"><Ид>g</Ид><Наименование b="12345">123456</Наименование></Группа><Группа><Ид>h</Ид></Группа>',
      ),
      3,
    ],
  ])('%s', async (what, name, limit, text, line) => {
    expect(await refused(text, { [name]: limit })).toBeNull()
    expect(await refused(text, { [name]: limit - 1 })).toEqual({ code: 'xml.limit', what, limit: limit - 1, line })
  })

  it('a text, in a record or beside it', async () => {
    const inside = group(`<Группа><Ид>g</Ид><Наименование>${'x'.repeat(600)}</Наименование></Группа>`)
    const beside = commerce(`<Классификатор><Ид>k</Ид><Наименование>${'x'.repeat(600)}</Наименование></Классификатор>`)
    const pieces = commerce(
      `<Классификатор><Ид>k</Ид><Наименование>${`${'x'.repeat(300)}<![CDATA[y]]>`.repeat(2)}</Наименование></Классификатор>`,
    )
    for (const text of [inside, beside]) {
      expect(await refused(text, { maxText: 5_000 })).toBeNull()
      expect(await refused(text, { maxText: 599 })).toMatchObject({ code: 'xml.limit', what: 'text', limit: 599 })
    }
    expect(await refused(pieces, { maxText: 601 })).toMatchObject({ what: 'text' })
  })

  it('a text that no single piece of the file shows whole', async () => {
    const inside = group(`<Группа><Ид>g</Ид><Наименование>${'x'.repeat(100_000)}</Наименование></Группа>`)
    const beside = commerce(
      `<Классификатор><Ид>k</Ид><Наименование>${'x'.repeat(100_000)}</Наименование></Классификатор>`,
    )
    const parted = commerce(
      `<Классификатор><Ид>k</Ид><Наименование>${'x'.repeat(50_000)}<![CDATA[${'y'.repeat(50_000)}]]></Наименование></Классификатор>`,
    )
    for (const text of [inside, beside, parted]) {
      expect(await refused(text, { maxText: 100_000 })).toBeNull()
      expect(await refused(text, { maxText: 99_999 })).toMatchObject({ code: 'xml.limit', what: 'text', limit: 99_999 })
    }
  })

  it('what is malformed is told with its place and without the parser’s own', async () => {
    expect(await refused(commerce('<Классификатор></Каталог>'), {})).toMatchObject({
      code: 'xml.malformed',
      line: 3,
      reason: expect.stringMatching(/^[a-z]/),
    })
    expect(await refused(commerce(`<Классификатор></${'к'.repeat(500)}>`), {})).toMatchObject({
      code: 'xml.malformed',
      reason: expect.stringMatching(/^.{1,200}$/s),
    })
    expect(await refused(`<?xml version="1.0"?>\n<!DOCTYPE a>\n<a/>`, {})).toEqual({ code: 'xml.doctype', line: 2 })
    expect(await refused(`<?xml version="1.0"?>\n<${'a'.repeat(100)}/>`, {})).toEqual({
      code: 'commerceml.notCommerceML',
      root: 'a'.repeat(80),
    })
    expect(await refused('<КоммерческаяИнформация>', {})).toMatchObject({ code: 'xml.malformed' })
  })

  it('what stands outside the root has room for a comment', async () => {
    const after = (length: number) => Buffer.from(`<?xml version="1.0"?><КоммерческаяИнформация/>${' '.repeat(length)}`)
    const sizes = [100]
    const read = async (length: number) =>
      readAll(after(length), { limits: { maxProlog: 400 } }, sizes).then(
        () => null,
        (error: { code: string; params: object }) => ({ code: error.code, ...error.params }),
      )
    expect(await read(200)).toBeNull()
    expect(await read(200_000)).toMatchObject({ code: 'xml.limit', what: 'outsideRoot', limit: 400 })
  })
})
