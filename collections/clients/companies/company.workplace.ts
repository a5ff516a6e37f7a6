import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable } from '@/src/mechanisms/access/context'
import { staffWithClients } from '@/src/mechanisms/access/roles'
import { defineWorkplace } from '@/src/mechanisms/panel/defineWorkplace'

/** New clients wait in it. */
export const clientsWorkplace = defineWorkplace({
  key: 'clients',
  label: { ru: 'Клиенты', en: 'Clients' },
  path: '/workplace/clients',
  view: '/src/admin/workplace/ClientsWorkplace#ClientsWorkplace',
  roles: staffWithClients,
  order: 20,
  badge: (context) =>
    sql`(select count(*)::int from companies c where c.status = 'new' and ${readable(context, 'companies', 'c', 'id')})`,
})
