import { sql } from '@payloadcms/db-postgres/drizzle'
import { defineFirstStep } from '@/src/mechanisms/panel/defineFirstStep'

export const inviteStaffStep = defineFirstStep({
  key: 'staff',
  label: { ru: 'Пригласить сотрудников', en: 'Invite employees' },
  why: {
    ru: 'Менеджеры видят только своих клиентов, руководитель — всех своих менеджеров.',
    en: 'Managers see their own clients only, a head those of their managers.',
  },
  go: { ru: 'К сотрудникам', en: 'To the staff' },
  href: '/admin/collections/staff',
  roles: ['admin'],
  order: 40,
  done: () => sql`(select count(*) > 1 from staff where active)`,
})
