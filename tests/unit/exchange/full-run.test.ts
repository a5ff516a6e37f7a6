import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { absentGoods } from '@/collections/catalogue/exchange/absentGoods'
import { readFullRun } from '@/src/mechanisms/exchange/run/fullRun'
import { commerce } from './reading'

let home = ''
let turn = 0
beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'kabinet-full-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

/** Takes what is written and answers nothing: the names that a full export gave. */
function paper(): { client: pg.ClientBase; names: Set<string> } {
  const names = new Set<string>()
  const query = async (_text: string, values?: [string[], string[]]): Promise<{ rows: never[] }> => {
    values?.[0].forEach((table, place) => names.add(`${table} ${values[1][place]}`))
    return { rows: [] }
  }
  // The reader asks nothing of its client but to run statements.
  return { client: { query } as unknown as pg.ClientBase, names }
}

type Portion = { kind: 'goods' | 'offers'; catalogue: string; told: 'true' | 'false' | null; ids: string[] }

function xmlOf({ kind, catalogue, told, ids }: Portion): string {
  const flag = told === null ? '' : ` СодержитТолькоИзменения="${told}"`
  const rows = ids
    .map((id) =>
      kind === 'goods'
        ? `<Товар><Ид>${id}</Ид><Наименование>Т</Наименование></Товар>`
        : `<Предложение><Ид>${id}</Ид><Наименование>П</Наименование></Предложение>`,
    )
    .join('')
  return commerce(
    kind === 'goods'
      ? `<Каталог${flag}><Ид>${catalogue}</Ид><ИдКлассификатора>к</ИдКлассификатора><Наименование>К</Наименование><Товары>${rows}</Товары></Каталог>`
      : `<ПакетПредложений${flag}><Ид>${catalogue}#</Ид><Наименование>П</Наименование><ИдКаталога>${catalogue}</ИдКаталога><Предложения>${rows}</Предложения></ПакетПредложений>`,
  )
}

async function read(
  portions: readonly Portion[],
): Promise<{ full: boolean; names: Set<string>; catalogues: string[] }> {
  turn += 1
  const files = []
  for (const [place, portion] of portions.entries()) {
    const file = path.join(home, `${turn}-${place}.xml`)
    await writeFile(file, xmlOf(portion))
    files.push({ name: `${place}.xml`, path: file, size: 1, archive: null })
  }
  const { client, names } = paper()
  const full = await readFullRun(client, files, absentGoods, {
    id: '',
    name: '',
    timezone: 'Europe/Moscow',
    source: '',
  })
  return { full: full !== null, names, catalogues: full?.catalogues ?? [] }
}

const portion = fc.record<Portion>({
  kind: fc.constantFrom('goods', 'offers'),
  catalogue: fc.constantFrom('a', 'b'),
  told: fc.constantFrom('true', 'false', null),
  ids: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4'), { maxLength: 4 }),
})

describe('[EXCH-16] whether a run is a full export', () => {
  it('only if the first portion of each catalogue and of its offers says so; then every name in it is known', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(portion, { minLength: 1, maxLength: 6 }), async (portions) => {
        const firsts = new Map<string, Portion>()
        for (const one of portions)
          if (!firsts.has(`${one.kind} ${one.catalogue}`)) firsts.set(`${one.kind} ${one.catalogue}`, one)
        const expected = [...firsts.values()].every(({ told }) => told === 'false')
        const found = await read(portions)
        expect(found.full).toBe(expected)
        if (!expected) return
        expect(found.names).toEqual(
          new Set(
            portions.flatMap(({ kind, ids }) => ids.map((id) => `${kind === 'goods' ? 'products' : 'skus'} ${id}`)),
          ),
        )
        expect(found.catalogues.sort()).toEqual(
          [...new Set(portions.filter(({ kind }) => kind === 'goods').map(({ catalogue }) => catalogue))].sort(),
        )
      }),
      { numRuns: 150 },
    )
  })

  it('a run of changes alone never is, whatever follows the first portion', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(portion, { maxLength: 4 }),
        fc.constantFrom('goods', 'offers'),
        async (portions, kind) => {
          const first: Portion = { kind: kind as Portion['kind'], catalogue: 'a', told: 'true', ids: ['1'] }
          expect((await read([first, ...portions])).full).toBe(false)
        },
      ),
      { numRuns: 60 },
    )
  })
})
