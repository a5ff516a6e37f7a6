import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { system } from '@/src/mechanisms/access/actor'
import { execute, query } from '@/src/mechanisms/database/query'
import { declaredPrintData } from '@/src/mechanisms/print/templates/definePrintData'
import { OFFICE_TYPES, printFromTemplate } from '@/src/mechanisms/print/templates/printFromTemplate'
import type { Company } from './companies'
import type { DemoUsers } from './people'

const NAMES: Readonly<Record<string, string>> = { contract: 'Договор поставки', 'order-blank': 'Бланк заказа' }

/** The portal's own templates as an administrator would have uploaded them, in use; and the contract to be signed, printed by the client. */
export async function seedTemplates(
  req: PayloadRequest,
  made: { users: DemoUsers; company: Company; admin: string },
): Promise<void> {
  for (const { kind, builtIn } of declaredPrintData()) {
    for (const { format, locale, make } of builtIn) {
      const bytes = await make()
      const { id } = await req.payload.create({
        collection: 'print-templates',
        data: { kind, locale, note: 'Из поставки, без изменений' },
        file: {
          data: bytes,
          mimetype: OFFICE_TYPES[format],
          name: `${NAMES[kind] ?? kind}.${format}`,
          size: bytes.length,
        },
        depth: 0,
        req,
      })
      await execute(req, sql`update print_templates set active = true, staff_id = ${made.admin} where id = ${id}`)
    }
  }
  const [contract] = await query<{ id: string }>(
    req,
    sql`select c.id::text from contracts c where c.company_id = ${made.company.id} and c.status = 'signing' limit 1`,
  )
  if (!contract) return
  const actor = { ...system, collection: 'users' as const, id: made.users.client.id, name: made.users.client.name }
  await printFromTemplate({ req, actor }, { kind: 'contract', id: contract.id, format: 'docx', locale: 'ru' })
}
