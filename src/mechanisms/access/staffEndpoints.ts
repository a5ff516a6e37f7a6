import type { Plugin } from 'payload'
import { refused } from '../actions/errorResponse'
import { actorOf, isStaff } from './actor'

/** Addresses that a plugin leaves open to everyone become the staff's alone; place it after the plugin. */
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
              if (!isStaff(actor)) return refused(req, 'access.denied', actor.role === 'anonymous' ? 401 : 403)
              return endpoint.handler(req)
            },
          }
        : endpoint,
    ),
  })
