import { createReadStream } from 'node:fs'
import type { SessionFile } from '../archive/session-files'
import { readCommerceMLBatches } from '../commerceml/read'
import type { CommerceRecord } from '../commerceml/records'
import { ofSource } from '../commerceml/sourceIds'
import { MAIN_SOURCE, type ExchangeNode } from '../source'

/** Records of a file that a node has sent, in batches: wall times in its zone, identifiers as the portal keeps those of its source. */
export async function* readNodeFile(
  { path }: Pick<SessionFile, 'path'>,
  { timezone, source }: Pick<ExchangeNode, 'timezone' | 'source'>,
): AsyncGenerator<CommerceRecord[]> {
  for await (const batch of readCommerceMLBatches(createReadStream(path), { zone: timezone })) {
    yield source === MAIN_SOURCE ? batch : batch.map((record) => ofSource(source, record))
  }
}
