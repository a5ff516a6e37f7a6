import type { postgresAdapter } from '@payloadcms/db-postgres'

type Made = ReturnType<typeof postgresAdapter>

/**
 * Payload's `deleteOne` falls over («missing FROM-clause entry») where a condition over a related table finds nothing:
 * `DELETE /api/payload-preferences/<a key that is not there>` answered 500. Here the row is looked for first.
 */
export function withQuietDelete(made: Made): Made {
  return {
    ...made,
    init: (args) => {
      const adapter = made.init(args)
      const original = adapter.deleteOne
      adapter.deleteOne = async (asked) => {
        const { docs } = await adapter.find<{ id: string }>({
          collection: asked.collection,
          where: asked.where,
          req: asked.req,
          limit: 1,
          pagination: false,
        })
        const id = docs[0]?.id
        // The contract's type knows no «nothing was there», which the operation asks for all the same.
        if (id === undefined) return null as unknown as ReturnType<typeof original>
        return original.call(adapter, { ...asked, where: { id: { equals: id } } })
      }
      return adapter
    },
  }
}
