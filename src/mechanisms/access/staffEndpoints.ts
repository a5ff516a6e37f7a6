import type { Plugin } from 'payload'
import { refusalResponse } from '../actions/errorResponse'
import { actorOf, isStaff } from './actor'

/** Addresses that a plugin leaves open to everyone become the staff's alone, and say so when they are sent no JSON; place it after the plugin. */
export const staffEndpoints =
  (prefix: string): Plugin =>
  (config) => ({
    ...config,
    endpoints: config.endpoints?.map((endpoint) =>
      endpoint.path.startsWith(prefix)
        ? {
            ...endpoint,
            handler: async (req) => {
              const actor = await actorOf(req)
              if (!isStaff(actor)) return refusalResponse(req, 'access.denied', actor.role === 'anonymous' ? 401 : 403)
              try {
                return await endpoint.handler(req)
              } catch (error) {
                if (!(error instanceof SyntaxError)) throw error
                return refusalResponse(req, 'input.malformed', 400)
              }
            },
          }
        : endpoint,
    ),
  })
