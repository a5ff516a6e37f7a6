import { insertRow } from '@/src/mechanisms/database/insertRows'
import type { Runner } from '@/src/mechanisms/database/query'
import { credentials } from './logins'

export type Person = { id: string; name: string }
export type DemoStaff = Record<'admin' | 'editor' | 'head' | 'manager' | 'manager2' | 'accountant', Person>

const people = {
  admin: {
    name: 'Андрей Соболев',
    position: 'Администратор портала',
    role: 'admin',
    phone: '+74955550100',
    workingHours: null,
  },
  editor: { name: 'Ольга Журавлёва', position: 'Редактор', role: 'editor', phone: '+74955550101', workingHours: null },
  accountant: {
    name: 'Татьяна Мельник',
    position: 'Бухгалтер по расчётам с клиентами',
    role: 'accountant',
    phone: '+74955550102',
    workingHours: 'в офисе до 17:30',
  },
  head: {
    name: 'Игорь Савельев',
    position: 'Руководитель отдела продаж',
    role: 'head',
    phone: '+74955550103',
    workingHours: 'на связи до 19:00',
  },
  manager: {
    name: 'Анна Воронова',
    position: 'Ведущий менеджер',
    role: 'manager',
    phone: '+74955550104',
    workingHours: 'на связи до 18:00',
  },
  manager2: {
    name: 'Павел Лисицын',
    position: 'Менеджер по работе с партнёрами',
    role: 'manager',
    phone: '+74955550105',
    workingHours: 'на связи до 18:00',
  },
} as const

/** The people of the panel; the head leads both managers, new clients go to Анна Воронова. */
export async function seedStaff(db: Runner): Promise<DemoStaff> {
  const add = async (key: keyof typeof people, head: string | null = null): Promise<Person> => {
    const person = people[key]
    const id = await insertRow(db, 'staff', {
      ...person,
      ...(await credentials(key)),
      headId: head,
      isDefaultManager: key === 'manager',
      active: true,
      locale: 'ru',
    })
    return { id, name: person.name }
  }
  const head = await add('head')
  return {
    head,
    admin: await add('admin'),
    editor: await add('editor'),
    accountant: await add('accountant'),
    manager: await add('manager', head.id),
    manager2: await add('manager2', head.id),
  }
}
