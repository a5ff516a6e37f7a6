import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { defineAction, PRESS_SECONDS } from '@/src/mechanisms/actions/defineAction'
import { execute } from '@/src/mechanisms/database/query'
import { hashToken, newToken } from '@/src/mechanisms/exchange/nodeSecrets'

/**
 * Makes a token for a node and tells it this once: the portal keeps its hash alone. The former token
 * stops working. @throws AppError `entity.notFound` 404
 */
export const newTokenAction = defineAction({
  name: 'exchange.newToken',
  input: z.object({ node: z.uuid() }),
  may: ['admin'],
  pressSeconds: PRESS_SECONDS,
  secret: true,
  lock: { entity: 'exchange-nodes', id: ({ node }) => node },
  run: async ({ req, input }): Promise<{ token: string }> => {
    const token = newToken()
    await execute(req, sql`update exchange_nodes set token_hash = ${hashToken(token)}, updated_at = now() where id = ${input.node}`)
    return { token }
  },
})
