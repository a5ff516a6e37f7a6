import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { fromBuffer, type Entry } from 'yauzl'
import { AppError } from '@/src/lib/errors'
import { archiveOf } from '@/src/mechanisms/files/archive'

const CHUNK = new Uint8Array(64 * 1024).fill(7)

/** Files of so many chunks each, and what has been asked of them. */
function files(count: number, chunks: number) {
  const seen = { opened: 0, read: 0, dropped: 0 }
  const entries = Array.from({ length: count }, (_, index) => ({
    name: `${index}.pdf`,
    open: async () => {
      seen.opened += 1
      let left = chunks
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (left === 0) return controller.close()
          left -= 1
          seen.read += 1
          controller.enqueue(CHUNK)
        },
        cancel: () => void (seen.dropped += 1),
      })
    },
  }))
  return { entries, seen }
}

const namesOf = (zip: Buffer): Promise<Array<[string, number]>> =>
  new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: false }, (error, file) => {
      if (error) return reject(error)
      const names: Array<[string, number]> = []
      file.on('entry', (entry: Entry) => names.push([entry.fileName, entry.uncompressedSize]))
      file.on('end', () => resolve(names))
    })
  })

describe('[DOCS] an archive of many files', () => {
  it('is made no faster than it is read, one file open at a time', async () => {
    const { entries, seen } = files(20, 100)
    const reader = archiveOf(entries, 'missing').getReader()
    await reader.read()
    await pause(50)
    expect(seen.opened).toBe(1)
    expect(seen.read).toBeLessThan(20)
    await reader.cancel()
  })

  it('opens nothing more once the reader is gone, and lets go of what is open', async () => {
    const { entries, seen } = files(20, 100)
    const reader = archiveOf(entries, 'missing').getReader()
    await reader.read()
    await reader.cancel()
    await pause(50)
    const { read } = seen
    await pause(50)
    expect(seen).toEqual({ opened: 1, read, dropped: 1 })
  })

  it('holds every file whole, and a text where one could not be opened', async () => {
    const { entries } = files(3, 2)
    const lost = { name: 'акт.pdf', open: () => Promise.reject(new AppError('record.notFound', {}, { status: 404 })) }
    const zip = await buffer(
      archiveOf(
        [
          ...entries,
          lost,
          {
            name: 'empty.pdf',
            open: () => Promise.resolve(new ReadableStream<Uint8Array>({ start: (c) => c.close() })),
          },
        ],
        'Файл не найден',
      ),
    )
    expect(await namesOf(zip)).toEqual([
      ['0.pdf', 2 * CHUNK.length],
      ['1.pdf', 2 * CHUNK.length],
      ['2.pdf', 2 * CHUNK.length],
      ['акт.pdf.txt', Buffer.byteLength('Файл не найден')],
      ['empty.pdf', 0],
    ])
  })

  it('that breaks off in the middle of a file ends with an error, not with a short file', async () => {
    const broken = {
      name: 'a.pdf',
      open: () =>
        Promise.resolve(new ReadableStream<Uint8Array>({ pull: (c) => c.error(new Error('the disk is gone')) })),
    }
    await expect(buffer(archiveOf([broken], 'missing'))).rejects.toThrow('the disk is gone')
  })
})
