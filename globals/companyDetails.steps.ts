import { sql } from '@payloadcms/db-postgres/drizzle'
import { defineFirstStep } from '@/src/mechanisms/panel/defineFirstStep'

export const companyDetailsStep = defineFirstStep({
  key: 'details',
  label: { ru: 'Заполнить реквизиты компании', en: 'Fill in the company details' },
  why: { ru: 'Они печатаются в счетах и актах.', en: 'They are printed on invoices and acts.' },
  go: { ru: 'Заполнить', en: 'Fill in' },
  href: '/admin/globals/company-details',
  roles: ['admin'],
  order: 10,
  done: () => sql`exists (select 1 from company_details where coalesce(inn, '') <> '')`,
})
