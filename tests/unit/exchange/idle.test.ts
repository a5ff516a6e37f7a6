import { expect, it } from 'vitest'
import { startIdle, type IdlePorts } from '@/src/mechanisms/exchange/commerceml/idle'
import type { DialogueSession } from '@/src/mechanisms/exchange/commerceml/dialogue-ports'

it('[EXCH-20] starts every file of every session that has gone quiet, and counts them', async () => {
  const session = (id: string): DialogueSession =>
    ({
      id,
      schemaVersion: null,
      offered: [],
      node: { id: 'node', zip: true, fileLimit: 1, encoding: 'utf-8', zone: 'UTC', schemaVersion: '2.10' },
    }) as unknown as DialogueSession // what is passed on
  const asked: number[] = []
  const started: string[] = []
  const ports: IdlePorts = {
    now: () => 1_000_000,
    idle: async (before) => {
      asked.push(before)
      return asked.length > 2
        ? []
        : [
            { session: session('a'), type: 'catalog', filenames: ['import.xml', 'offers.xml'] },
            { session: session('b'), type: 'sale', filenames: ['orders.xml'] },
          ]
    },
    startImport: async ({ id }, type, filename) => {
      started.push(`${id} ${type} ${filename}`)
      return 'job'
    },
  }
  expect(await startIdle(ports)).toBe(3)
  expect(started).toEqual(['a catalog import.xml', 'a catalog offers.xml', 'b sale orders.xml'])
  expect(await startIdle(ports, 1_000)).toBe(3)
  expect(await startIdle(ports)).toBe(0)
  expect(asked).toEqual([880_000, 999_000, 880_000])
})
