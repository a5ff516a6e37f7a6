import { defineWorkplace } from '@/src/mechanisms/panel/defineWorkplace'

export const auditWorkplace = defineWorkplace({
  key: 'audit',
  label: { ru: 'Аудит', en: 'Audit' },
  path: '/audit',
  view: '/src/admin/audit/AuditView#AuditView',
  section: 'system',
  roles: ['admin'],
  order: 50,
})
