import { createHash } from 'node:crypto'

/** An identifier of the kind that 1C gives, the same for the same name. */
export function guid(kind: string, name: string | number): string {
  const hex = createHash('sha256').update(`${kind}:${name}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

/** What the demo's rows share: the node they came from and when. */
export type Source = { node: string; nodeId: string; syncedAt: Date }

/** The sync passport of a record that came from 1C. */
export function passport(source: Source, kind: string, name: string | number): Record<string, unknown> {
  return { externalId: guid(kind, name), syncNode: source.node, syncedAt: source.syncedAt }
}
