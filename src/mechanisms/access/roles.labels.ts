import type { Text } from '@/src/lib/i18n'
import type { Actor } from './actor'
import type { Role } from './roles'

/** What people call each role. */
export const roleLabels = {
  admin: { ru: 'Администратор', en: 'Administrator' },
  editor: { ru: 'Редактор', en: 'Editor' },
  manager: { ru: 'Менеджер', en: 'Manager' },
  head: { ru: 'Руководитель', en: 'Head' },
  accountant: { ru: 'Бухгалтер', en: 'Accountant' },
  client: { ru: 'Клиент', en: 'Client' },
  partner: { ru: 'Партнёр', en: 'Partner' },
  employee: { ru: 'Сотрудник', en: 'Employee' },
  erp: { ru: '1С', en: '1C' },
  system: { ru: 'Портал', en: 'The portal' },
  anonymous: { ru: 'Гость', en: 'Guest' },
} satisfies Record<Role, Text>

/** By which door somebody comes who acts. */
export const doorLabels: Record<NonNullable<Actor['collection']>, Text> = {
  staff: { ru: 'Панель', en: 'Panel' },
  users: { ru: 'Кабинет', en: 'Portal' },
  'exchange-nodes': { ru: 'Узел обмена', en: 'Exchange node' },
}
