/**
 * A copy of a short text that stands alone. Texts cut out of a chunk of XML keep the whole chunk in memory (V8's sliced
 * strings); whoever keeps one beyond the record it came in keeps 64 KB with it.
 */
export function flatten(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8')
}
