import type { ClientConfig } from 'payload'
import { headers } from 'next/headers'
import { cache } from 'react'
import { keptByLibrary } from '@/src/lib/ofProcess'
import { isDesk } from '../nav/panelViews'

/** Where Payload keeps what a browser is told of the config, by language; every copy of its code looks here. */
const KEPT = '_payload_clientConfigs'

/** Whether the page that is being drawn is one of our own views; of nothing else than this request. */
const page = cache(() => ({ isDesk: false }))

/** Called by whoever draws a page of the panel, before anything else: a desk is told of collections no more than that they are there. */
export async function tellDesk(): Promise<void> {
  const incoming = await headers()
  // A server function asks from a desk for what Payload's own parts want: all of it.
  page().isDesk = !incoming.has('next-action') && isDesk(incoming.get('x-kabinet-path') ?? '')
}

const lean = new WeakMap<ClientConfig, ClientConfig>()

/**
 * Payload sends with every page of the panel all fields of all collections. From here on our own views, which draw no
 * field, get none.
 */
export function keepConfigsSmall(languages: readonly string[]): void {
  const all = keptByLibrary<ClientConfig>(KEPT)
  for (const language of languages) {
    if (Object.getOwnPropertyDescriptor(all, language)?.set) continue
    let full = all[language]
    Object.defineProperty(all, language, {
      configurable: true,
      enumerable: true,
      get: () => (full && page().isDesk ? leanOf(full) : full),
      set: (made: ClientConfig | undefined) => {
        full = made
      },
    })
  }
}

function leanOf(full: ClientConfig): ClientConfig {
  const known = lean.get(full)
  if (known) return known
  const bare = {
    ...full,
    collections: full.collections.map(({ slug, labels, auth, admin: { useAsTitle } }) => ({
      slug,
      labels,
      ...(auth ? { auth } : {}),
      admin: { useAsTitle },
      fields: [],
    })),
    globals: full.globals.map(({ slug, label }) => ({ slug, label, admin: {}, fields: [] })),
    blocks: [],
    blocksMap: {},
    // A page whose mark differs brings its own config: from a desk to a list and back.
    unauthenticated: true,
  } as unknown as ClientConfig // Payload's own lean config, that of nobody, bears this mark.
  lean.set(full, bare)
  return bare
}
