import { readCommerceML, type ReadOptions } from '@/src/mechanisms/exchange/commerceml/read'
import type { CommerceRecord } from '@/src/mechanisms/exchange/commerceml/records'

/** Bytes in pieces, cut where the numbers say (each modulo what is left). */
export async function* pieces(bytes: Uint8Array, sizes: number[] = [Infinity]): AsyncGenerator<Uint8Array> {
  let at = 0
  for (let turn = 0; at < bytes.length; turn += 1) {
    const size = Math.max(1, sizes[turn % sizes.length] ?? 1)
    yield bytes.subarray(at, Math.min(bytes.length, at + size))
    at += size
  }
}

export async function readAll(
  source: string | Uint8Array,
  options: ReadOptions = {},
  sizes?: number[],
): Promise<CommerceRecord[]> {
  const bytes = typeof source === 'string' ? Buffer.from(source, 'utf8') : source
  const records: CommerceRecord[] = []
  for await (const record of readCommerceML(pieces(bytes, sizes), options)) records.push(record)
  return records
}

export type Kind = CommerceRecord['kind']

/** The records of one kind. */
export function ofKind<K extends Kind>(records: CommerceRecord[], kind: K): Extract<CommerceRecord, { kind: K }>[] {
  // The filter is what makes the narrowing true; TypeScript cannot follow it through a generic.
  return records.filter((one) => one.kind === kind) as Extract<CommerceRecord, { kind: K }>[]
}

/** A КоммерческаяИнформация around a body. */
export function commerce(
  body: string,
  attributes = 'ВерсияСхемы="2.10" ДатаФормирования="2026-11-24T12:00:00"',
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация ${attributes}>\n${body}\n</КоммерческаяИнформация>`
}

/** All records but the header; of their places the line and the identifier alone (which kind a place is of: read.test). */
export const bodyOf = (records: readonly CommerceRecord[]): CommerceRecord[] =>
  records.flatMap((record) =>
    record.kind === 'header' ? [] : [{ ...record, at: { line: record.at.line, externalId: record.at.externalId } }],
  )
