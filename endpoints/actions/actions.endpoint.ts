import type { Endpoint } from 'payload'
import { AppError } from '@/src/lib/errors'
import { actionNamed } from '@/src/mechanisms/actions/defineAction'
import { errorResponse } from '@/src/mechanisms/actions/errorResponse'
import { jsonBody } from '@/src/mechanisms/actions/jsonBody'
import { runAction } from '@/src/mechanisms/actions/runAction'

/**
 * `POST /api/actions/:name` runs an action as the signed-in person: the panel's buttons and other
 * programs use it. An `Idempotency-Key` header makes a repeated call safe.
 */
export const actionsEndpoint: Endpoint = {
  path: '/actions/:name',
  method: 'post',
  handler: async (req) => {
    try {
      const action = actionNamed(String(req.routeParams?.name ?? ''))
      if (!action || action.remote === false) throw new AppError('action.unknown', {}, { status: 404 })
      const output = await runAction(action, {
        req,
        input: await jsonBody(req),
        idempotencyKey: req.headers.get('idempotency-key') ?? undefined,
      })
      return Response.json({ ok: true, result: output ?? null }, { headers: { 'cache-control': 'no-store' } })
    } catch (error) {
      return errorResponse(req, error)
    }
  },
}
