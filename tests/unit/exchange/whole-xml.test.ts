import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, it } from 'vitest'
import { isWholeXml } from '@/src/mechanisms/exchange/archive/wholeXml'

const folder = mkdtempSync(path.join(tmpdir(), 'kabinet-whole-'))
afterAll(() => rmSync(folder, { recursive: true }))

const xml = `\ufeff<?xml version="1.0"?><!-- <Другое> --><КоммерческаяИнформация Версия="2.07">\n${'<Товар><Ид>1</Ид></Товар>'.repeat(400)}</КоммерческаяИнформация >\r\n`
const judged = (bytes: Buffer): Promise<boolean> => {
  const file = path.join(folder, 'one.xml')
  writeFileSync(file, bytes)
  return isWholeXml(file)
}

describe('[EXCH-16] an XML file is known to be whole by its ends', () => {
  it.each(['utf-8', 'windows-1251', 'utf-16le'])('in %s', async (encoding) => {
    const bytes = iconv.encode(encoding === 'windows-1251' ? xml.slice(1) : xml, encoding)
    expect(await judged(bytes)).toBe(true)
    for (const cut of [30, 60, 200, 5_000]) expect(await judged(bytes.subarray(0, bytes.length - cut))).toBe(false)
  })
  it.each(['', 'слова', '<a>', '</a>', '<Товары><Товар></Товар>'])('and %j is not', async (text) =>
    expect(await judged(Buffer.from(text))).toBe(false),
  )
})
