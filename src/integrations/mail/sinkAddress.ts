import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const FILE = 'sink.json'
const shape = z.object({ port: z.int().min(1).max(65_535), password: z.string().min(16) })

/** Where the sink of a letters' folder listens, and the word by which it knows its own senders. */
export type SinkAddress = z.output<typeof shape>

/** Says where the sink of this folder listens; senders look here before each letter. */
export async function tellSinkAddress(dir: string, address: SinkAddress): Promise<void> {
  await mkdir(dir, { recursive: true })
  const draft = path.join(dir, `${FILE}.${process.pid}`)
  await writeFile(draft, JSON.stringify(address), { mode: 0o600 })
  await rename(draft, path.join(dir, FILE))
}

/** Where the sink of this folder listens; null before it has started for the first time. */
export async function sinkAddress(dir: string): Promise<SinkAddress | null> {
  const text = await readFile(path.join(dir, FILE), 'utf8').catch(() => null)
  const parsed = text === null ? null : shape.safeParse(toJson(text))
  return parsed?.success ? parsed.data : null
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
