import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { execute } from '@/src/mechanisms/database/query'
import { printTemplateLabels as labels } from './print-template.labels'

const of = z.object({ id: z.uuid() })

/** Prints from this version from now on, the one before it as well: the others of its kind, language and format rest. */
export const putTemplateInUse = defineAction({
  name: 'print-templates.use',
  label: labels.used,
  input: of,
  may: ['admin'],
  lock: { entity: 'print-templates', id: ({ id }) => id, as: 'read' },
  run: async ({ req, row }): Promise<{ id: string }> => {
    await execute(
      req,
      sql`update print_templates set active = false, updated_at = now()
          where kind = ${row.kind} and format = ${row.format} and locale = ${row.locale} and active and id <> ${row.id}`,
    )
    await execute(req, sql`update print_templates set active = true, updated_at = now() where id = ${row.id}`)
    return { id: row.id }
  },
})

/** Prints from what the portal has of itself again. */
export const stopTemplate = defineAction({
  name: 'print-templates.stop',
  label: labels.stopped,
  input: of,
  may: ['admin'],
  lock: { entity: 'print-templates', id: ({ id }) => id, as: 'read' },
  run: async ({ req, row }): Promise<{ id: string }> => {
    await execute(req, sql`update print_templates set active = false, updated_at = now() where id = ${row.id}`)
    return { id: row.id }
  },
})
