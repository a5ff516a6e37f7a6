import { sql } from '@payloadcms/db-postgres/drizzle'
import { defineFirstStep } from '@/src/mechanisms/panel/defineFirstStep'

export const inviteClientStep = defineFirstStep({
  key: 'client',
  label: { ru: 'Пригласить первого клиента', en: 'Invite the first client' },
  why: {
    ru: 'Откройте клиента и пригласите его человека по почте.',
    en: 'Open a client and invite a person by mail.',
  },
  go: { ru: 'К клиентам', en: 'To the clients' },
  href: '/admin/workplace/clients',
  roles: ['admin'],
  order: 50,
  done: () => sql`exists (select 1 from memberships)`,
})
