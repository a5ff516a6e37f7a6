import type { PayloadRequest } from 'payload'
import { AppError, isAppError } from '@/src/lib/errors'
import { errorText } from '@/src/lib/error-labels'
import { logger } from '@/src/lib/logger'
import { authenticateNode, requireArea, type Node } from '@/src/mechanisms/exchange/nodeAuth'
import type { DialoguePorts } from '@/src/mechanisms/exchange/commerceml/dialogue-ports'
import { orderSourceOf } from '@/src/mechanisms/exchange/orderSource'
import { noteRefusal } from '@/src/mechanisms/exchange/refusals'
import { noteOffered, noteTaken } from '@/src/mechanisms/exchange/run/handedOut'
import { endSessionRun } from '@/src/mechanisms/exchange/run/endRun'
import { exchangeSpool } from '@/src/mechanisms/exchange/run/spool'
import {
  createSession,
  DIALOGUE_AREAS,
  dialogueNode,
  findSession,
  markFresh,
  spoolOf,
  updateSession,
} from '@/src/mechanisms/exchange/run/sessions'
import { restartSession } from '@/src/mechanisms/exchange/run/restartSession'
import { importState, startImport } from '@/src/mechanisms/exchange/run/startImport'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'

/** The dialogue's ports over the database and the spool. */
export function dialoguePorts(req: PayloadRequest, address: string): DialoguePorts {
  const spool = exchangeSpool()
  return {
    authenticate: async () => {
      const node = await nodeOf(req)
      if (!node) return null
      if (!DIALOGUE_AREAS.some((area) => node.areas.has(area))) {
        await noteRefusal(req.payload, { node: node.id, address, reason: 'areas' })
        return null
      }
      return dialogueNode({ id: node.id, timezone: node.timezone, zip: await takesZip(req, node.id) })
    },
    sessions: {
      create: (node) => createSession(req.payload, node, address),
      find: (id, from) => findSession(req.payload, id, from),
      update: (id, patch) => updateSession(req.payload, id, patch),
    },
    spool: {
      reset: (id) => restartSession(req, id),
      append: async (id, filename, body) => {
        const kept = await spool.append(await spoolOf(req.payload, id), filename, body)
        await markFresh(req.payload, id, kept.name)
        return kept
      },
    },
    startImport: (session, type, filename) => startImport(req, session.id, type, filename),
    importState: (job) => importState(req, job),
    orders: {
      pending: async ({ node }) => {
        await needOrders(req, node.id)
        return (await (await orderSourceOf(req.payload))?.pending(req.payload, node.id)) ?? []
      },
      offered: async ({ node }, ready, parked) => {
        const given = new Set(await (await orderSourceOf(req.payload))?.offered(req.payload, node.id, ready))
        const offered = ready.filter(({ externalId }) => given.has(externalId))
        await noteOffered(req, node.id, offered, parked)
        return offered
      },
      park: async ({ node }, parked) => {
        for (const { order, problems } of parked) {
          const words = problems.map(({ code, params }) => errorText(new AppError(code, params), 'ru')).join('; ')
          await (await orderSourceOf(req.payload))?.park(req.payload, node.id, order.externalId, words)
        }
      },
      commit: async ({ node }, offered) => {
        await needOrders(req, node.id)
        await (await orderSourceOf(req.payload))?.commit(req.payload, node.id, offered)
        await noteTaken(req, node.id, offered)
      },
    },
    info: async () =>
      (await orderSourceOf(req.payload))?.info() ?? { statuses: [], paymentSystems: [], deliveryServices: [] },
    // Said before `complete`, which does it: hiding has to know all files, and to stop at a tenth.
    deactivate: async () => {},
    complete: ({ id }) => endSessionRun(req, id),
    words: (code, params) => errorText(new AppError(code, params), 'ru'),
    report: (error) => logger.error({ err: error }, 'the CommerceML dialogue broke'),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    now: () => Date.now(),
  }
}

async function nodeOf(req: PayloadRequest): Promise<Node | null> {
  try {
    return await authenticateNode(req)
  } catch (error) {
    if (isAppError(error) && error.status < 500) return null
    throw error
  }
}

async function takesZip(req: PayloadRequest, id: string): Promise<boolean> {
  const [row] = await selectFrom(req.payload, 'exchange_nodes', ['zip'], sql`where ${idIs(sql`id`, id)}`)
  return row?.zip ?? true
}

/** A node without the right to orders gets none, whatever it asks. */
async function needOrders(req: PayloadRequest, id: string): Promise<void> {
  const rows = await query<{ area: string }>(
    req.payload,
    sql`select value::text as area from exchange_nodes_entities where ${idIs(sql`parent_id`, id)}`,
  )
  requireArea({ areas: new Set(rows.map(({ area }) => area)) }, 'orders')
}
