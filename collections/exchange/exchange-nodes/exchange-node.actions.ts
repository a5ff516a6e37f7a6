import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { defineAction, PRESS_SECONDS } from '@/src/mechanisms/actions/defineAction'
import { execute } from '@/src/mechanisms/database/query'
import { takeAnewJob } from '@/src/mechanisms/exchange/run/takeAnew'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { hashToken, newToken } from '@/src/mechanisms/exchange/nodeSecrets'

/**
 * Makes a token for a node and tells it this once: the portal keeps its hash alone. The former token
 * stops working. @throws AppError `entity.notFound` 404
 */
export const newTokenAction = defineAction({
  name: 'exchange.newToken',
  label: { ru: 'Создан токен узла обмена', en: 'Made a token of an exchange node' },
  input: z.object({ node: z.uuid() }),
  may: ['admin'],
  pressSeconds: PRESS_SECONDS,
  secret: true,
  lock: { entity: 'exchange-nodes', id: ({ node }) => node },
  run: async ({ req, input }): Promise<{ token: string }> => {
    const token = newToken()
    await execute(
      req,
      sql`update exchange_nodes set token_hash = ${hashToken(token)}, updated_at = now() where id = ${input.node}`,
    )
    return { token }
  },
})

/**
 * Takes what a node sends next as if it had never sent anything: for a clock that was wrong, or a base that was restored
 * from a copy. Queued, for it touches every row that the node has sent. @throws AppError `entity.notFound` 404
 */
export const takeAnewAction = defineAction({
  name: 'exchange.takeAnew',
  label: { ru: 'Данные узла принимаются заново', en: 'Let a node’s data be taken anew' },
  input: z.object({ node: z.uuid() }),
  may: ['admin'],
  lock: { entity: 'exchange-nodes', id: ({ node }) => node },
  run: async ({ req, input }): Promise<void> => {
    await enqueue(req, takeAnewJob, { node: input.node }, { key: input.node })
  },
})
