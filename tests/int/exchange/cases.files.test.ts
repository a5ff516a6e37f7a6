import { sql } from '@payloadcms/db-postgres/drizzle'
import { expect } from 'vitest'
import { query } from '@/src/mechanisms/database/query'
import { fallSilent, waitForQueue } from '@/tests/support/exchange'
import { openIssues, runCases, type Case, type CaseGround } from '@/tests/support/cases'
import { rawDialogue } from '@/tests/support/onec'

/** Goods by their identifier, each with the names of its pictures. */
const shown = ({ payload }: CaseGround): Promise<{ id: string; pictures: string[] }[]> =>
  query(
    payload,
    sql`select p.external_id as id, array(select m.external_path from products_rels r join media m on m.id = r.media_id where r.parent_id = p.id and r.path = 'images' order by r."order") as pictures
        from products p where p.active order by 1`,
  )
const journal = ({ payload }: CaseGround): Promise<{ status: string; failed: number }[]> =>
  query(payload, sql`select status::text, rows_failed::int as failed from exchange_runs order by started_at`)

const cases: Case[] = [
  ...[
    {
      zip: 'folder.zip',
      xml: 'import.xml',
      id: 'c0de0018-0000-4000-8000-000000000000',
      picture: 'import_files/18/a.png',
    },
    {
      zip: 'v31.zip',
      xml: 'goods/1/import.xml',
      id: 'c0de0018-0000-4000-8000-000000000002',
      picture: 'import_files/18/b.png',
    },
  ].map(({ zip, xml, id, picture }): Case => ({
    name: '18-zip-with-a-folder-around',
    right: `a picture is looked for beside its XML (${zip})`,
    run: async (at) => {
      expect(await at.catalogueSession([zip], { imports: [xml] })).toEqual(['success'])
      expect(await shown(at)).toEqual([{ id, pictures: [picture] }])
      expect(await openIssues(at.payload)).toEqual([])
    },
  })),
  {
    name: '19-zip-from-windows-with-backslashes',
    right: 'goods and picture are taken',
    run: async (at) => {
      expect(await at.catalogueSession(['backslash.zip'], { imports: ['import.xml'] })).toEqual(['success'])
      expect(await shown(at)).toEqual([
        { id: 'c0de0019-0000-4000-8000-000000000000', pictures: ['import_files/19/a.png'] },
      ])
      expect(await openIssues(at.payload)).toEqual([])
    },
  },
  ...['import_files/21/Болт#5&6 50%.png', 'import_files\\21\\Болт#5&6 50%.png'].map((name): Case => ({
    name: '21-picture-name-with-signs',
    right: `the picture is on the product (${name})`,
    run: async (at) => {
      const oneC = await rawDialogue(at.url)
      await oneC.init()
      expect(await oneC.file(name, new Uint8Array(at.file('picture.png')))).toBe('success')
      await oneC.file('import.xml', new Uint8Array(at.file('1-import.xml')))
      expect(await oneC.import('import.xml')).toBe('success')
      await waitForQueue(at.payload)
      await fallSilent(at.payload)
      expect(await shown(at)).toEqual([
        { id: 'c0de0021-0000-4000-8000-000000000000', pictures: ['import_files/21/болт#5&6 50%.png'] },
      ])
      expect(await openIssues(at.payload)).toEqual([])
    },
  })),
  {
    name: '22-bmp-picture',
    right: 'the picture is converted',
    run: async (at) => {
      expect(await at.catalogueSession(['bmp.zip'], { imports: ['import.xml'] })).toEqual(['success'])
      expect(await shown(at)).toEqual([
        { id: 'c0de0022-0000-4000-8000-000000000000', pictures: ['import_files/22/a.bmp'] },
      ])
      expect(await query(at.payload, sql`select mime_type as mime from media`)).toEqual([{ mime: 'image/jpeg' }])
      expect(await openIssues(at.payload)).toEqual([])
    },
  },
  {
    name: '23-file-sent-twice-in-one-session',
    right: 'the file is taken once',
    run: async (at) => {
      const oneC = await rawDialogue(at.url)
      await oneC.init()
      for (let time = 0; time < 2; time += 1)
        expect(await oneC.file('import.xml', new Uint8Array(at.file('import.xml')))).toBe('success')
      expect(await oneC.import('import.xml')).toBe('success')
      expect(await shown(at)).toEqual([{ id: 'c0de0023-0000-4000-8000-000000000000', pictures: [] }])
      expect(await openIssues(at.payload)).toEqual([])
    },
  },
  {
    name: '23-file-sent-twice-in-one-session',
    right: 'another file of its name takes its place, and so does a picture',
    run: async (at) => {
      const oneC = await rawDialogue(at.url)
      await oneC.init()
      const xml = at.file('import.xml').toString('utf8')
      await oneC.file('import.xml', xml)
      await oneC.file('import.xml', xml.replace('Случай 23 шланг', 'Случай 23 рукав'))
      expect(await oneC.import('import.xml')).toBe('success')
      expect(await query(at.payload, sql`select name from products`)).toEqual([{ name: 'Случай 23 рукав' }])
    },
  },
  {
    name: 'E12-lost-without-a-word',
    right: '(a) pictures that are named and never sent are one line of the run',
    run: async (at) => {
      expect(await at.catalogueSession(['import.xml'])).toEqual(['success'])
      expect((await openIssues(at.payload)).filter(({ entity }) => entity === 'pictures')).toEqual([
        {
          code: 'exchange.picturesMissing',
          entity: 'pictures',
          external: null,
          message:
            'Картинок не прислано: 1, например import_files/aa/none.jpg (товар «Товар»). Проверьте в 1С, выгружаются ли файлы картинок',
        },
      ])
      expect((await journal(at))[0]?.status).toBe('partial')
    },
  },
]

runCases('cases of files', cases)
