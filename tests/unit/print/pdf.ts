import { inflateSync } from 'node:zlib'

/** Every stream of the file that can be unpacked, with the dictionary before it. */
function streams(pdf: Buffer): { number: number; dictionary: string; data: string }[] {
  const text = pdf.toString('latin1')
  const found: { number: number; dictionary: string; data: string }[] = []
  for (const match of text.matchAll(/(\d+) 0 obj\s*(<<(?:(?!endobj).)*?>>)\s*stream\r?\n/gs)) {
    const start = (match.index ?? 0) + match[0].length
    const length = Number(/\/Length (\d+)/.exec(match[2] ?? '')?.[1])
    const raw = pdf.subarray(start, start + length)
    const packed = (match[2] ?? '').includes('FlateDecode')
    found.push({
      number: Number(match[1]),
      dictionary: match[2] ?? '',
      data: (packed ? inflateSync(raw) : raw).toString('latin1'),
    })
  }
  return found
}

export function pageCount(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

/** A font's table from codes to letters. */
function toUnicode(cmap: string): Map<number, string> {
  const map = new Map<number, string>()
  const letters = (hex: string) => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)))
  for (const block of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code, text] of (block[1] ?? '').matchAll(/<(\w+)>\s*<(\w+)>/g))
      map.set(parseInt(code ?? '', 16), letters(text ?? ''))
  }
  for (const block of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from, to, text] of (block[1] ?? '').matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = parseInt(from ?? '', 16)
      for (let code = first; code <= parseInt(to ?? '', 16); code += 1)
        map.set(code, String.fromCharCode(parseInt(text ?? '', 16) + code - first))
    }
  }
  return map
}

/** The words of a PDF made by Chromium: glyph codes of each page through the fonts' own tables. */
export function textOf(pdf: Buffer): string {
  const source = pdf.toString('latin1')
  const all = streams(pdf)
  const object = (number: string) => new RegExp(`(?:^|\\s)${number} 0 obj(.*?)endobj`, 's').exec(source)?.[1] ?? ''
  const fonts = new Map<string, { wide: boolean; map: Map<number, string> }>()
  for (const [, name, number] of source.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const font = object(number ?? '')
    const cmap = /\/ToUnicode (\d+) 0 R/.exec(font)?.[1]
    const table = all.find((one) => String(one.number) === cmap)?.data ?? ''
    fonts.set(name ?? '', { wide: font.includes('/Type0'), map: toUnicode(table) })
  }
  return all.map(({ data }) => pageText(data, fonts)).join('\n')
}

function pageText(data: string, fonts: Map<string, { wide: boolean; map: Map<number, string> }>): string {
  if (!/\bBT\b/.test(data)) return ''
  let font: { wide: boolean; map: Map<number, string> } | undefined
  let text = ''
  for (const match of data.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\b(ET)\b/g)) {
    if (match[1]) font = fonts.get(match[1])
    else if (match[2]) {
      const width = font?.wide ? 4 : 2
      for (const code of match[2].match(new RegExp(`.{${width}}`, 'g')) ?? [])
        text += font?.map.get(parseInt(code, 16)) ?? '?'
    }
  }
  return text.replaceAll('\u00a0', ' ')
}
