import { z } from 'zod'
import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Text } from '@/src/lib/i18n'
import { everyStaff } from '../access/roles'
import { defineAction, type ActionDeclaration } from '../actions/defineAction'
import { overridesOf } from './overrides'

const input = z.object({ id: z.uuid(), field: z.string().max(60) })

/**
 * Declares `<entity>.giveBack`: a field that a person took over becomes 1C's again, with what 1C has told meanwhile. Who may
 * change the record may do it; a field that is 1C's already stays as it is. `check` refuses what may not be put back.
 */
export const giveBackAction = (
  entity: CollectionSlug,
  label: Text,
  check?: (req: PayloadRequest, back: { id: string; field: string; told: unknown }) => Promise<void>,
): ActionDeclaration<typeof input, { field: string }> =>
  defineAction({
    name: `${entity}.giveBack`,
    label,
    input,
    may: everyStaff,
    lock: { entity: entity as string, id: ({ id }) => id, as: 'update' },
    run: async ({ req, input: { id, field }, row }) => {
      const told = overridesOf(row)
      if (Object.hasOwn(told, field)) {
        await check?.(req, { id, field, told: told[field] })
        await req.payload.update({
          collection: entity,
          id,
          // The field is one of the collection's own: its name stands among what was taken over.
          data: { [field]: told[field] } as never,
          depth: 0,
          overrideAccess: false,
          user: req.user,
          req,
        })
      }
      return { field }
    },
  })
