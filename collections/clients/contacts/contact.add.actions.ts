import { z } from 'zod'
import { normalisePhone } from '@/src/lib/checks'
import { staffWhoSell } from '@/src/mechanisms/access/roles'
import { defineAction, PRESS_SECONDS } from '@/src/mechanisms/actions/defineAction'

const phone = z
  .string()
  .max(60)
  .refine((text) => normalisePhone(text) !== null, 'phone.wrong')

/**
 * [MGR-01] Writes a person of a client into its address book; they need no login.
 * @throws AppError `entity.notFound` 404
 */
export const addContact = defineAction({
  name: 'contacts.add',
  label: { ru: 'Записано контактное лицо', en: 'Wrote down a contact' },
  input: z.object({
    company: z.uuid(),
    name: z.string().trim().min(1, 'input.required').max(200),
    position: z.string().trim().max(160).optional(),
    phone: phone.optional(),
    email: z.string().trim().toLowerCase().max(254).pipe(z.email('email.wrong')).optional(),
  }),
  may: staffWhoSell,
  pressSeconds: PRESS_SECONDS,
  lock: { entity: 'companies', id: ({ company }) => company, as: 'update' },
  run: async ({ req, input }): Promise<{ id: string }> => {
    const made = await req.payload.create({ collection: 'contacts', data: input, depth: 0, req, overrideAccess: false })
    return { id: String(made.id) }
  },
})
