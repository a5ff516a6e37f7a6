import { sql } from '@payloadcms/db-postgres/drizzle'
import { insertRows } from '@/src/mechanisms/database/insertRows'
import { type Runner } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import type { Clock } from './clock'
import type { Companies, Company } from './companies'
import type { CompanyKey } from './companyData'
import type { DemoStaff } from './staff'

type Written = {
  of: CompanyKey
  kind: 'note' | 'call' | 'meeting'
  days: number
  hour: number
  by: 'manager' | 'manager2' | 'head'
  /** With the company's contact; a note is with nobody. */
  body: string
  outcome?: string
  nextStep?: string
  /** Hours from now; one that has passed is due. */
  remind?: number
  to?: keyof DemoStaff
  done?: true
}

/** What managers have noted of their clients, and what they are to be reminded of today and later. */
const written: readonly Written[] = [
  {
    of: 'stroygrad',
    kind: 'call',
    days: 1,
    hour: 11,
    by: 'manager',
    body: 'Спрашивал, когда будет шпилька М20 и можно ли забрать остальное раньше.',
    outcome: 'Договорились ждать и везти одной машиной.',
    nextStep: 'Уточнить на складе дату прихода шпильки и перезвонить',
    remind: -1,
    to: 'manager',
  },
  {
    of: 'stroygrad',
    kind: 'note',
    days: 6,
    hour: 16,
    by: 'manager',
    body: 'На объект в Мытищах пускают только с паспортами качества. Прикладывать к каждой отгрузке.',
  },
  {
    of: 'stroygrad',
    kind: 'meeting',
    days: 20,
    hour: 14,
    by: 'head',
    body: 'Встреча в офисе клиента: условия на следующий год, объём крепежа для двух новых корпусов.',
    outcome: 'Просят отсрочку 45 дней и закреплённые цены на полгода.',
    nextStep: 'Подготовить предложение по отсрочке',
    done: true,
    to: 'head',
  },
  {
    of: 'service',
    kind: 'call',
    days: 3,
    hour: 10,
    by: 'manager',
    body: 'Хотят перейти на оплату по договору, а не по счёту.',
    nextStep: 'Отправить проект договора на согласование',
    remind: 20,
    to: 'manager',
  },
  {
    of: 'service',
    kind: 'note',
    days: 2,
    hour: 12,
    by: 'manager',
    body: 'Бухгалтерия клиента просит акт сверки за квартал.',
    nextStep: 'Сделать акт сверки для «Стройград-Сервиса»',
    remind: -2,
    to: 'accountant',
  },
  {
    of: 'partner',
    kind: 'meeting',
    days: 8,
    hour: 15,
    by: 'manager2',
    body: 'Обсудили работу с подклиентами и порядок заказов через кабинет.',
    outcome: 'Будут оформлять заказы сами, обучение не нужно.',
  },
  {
    of: 'monolit',
    kind: 'call',
    days: 4,
    hour: 13,
    by: 'manager2',
    body: 'Напомнил о просроченном счёте.',
    outcome: 'Обещают оплатить до конца недели.',
    nextStep: 'Проверить оплату',
    remind: 2,
    to: 'manager2',
  },
]

/** Notes, calls and meetings of the clients, with reminders that are due, wait or were done. */
export async function seedInteractions(
  db: Runner,
  { companies, staff, clock }: { companies: Companies; staff: DemoStaff; clock: Clock },
): Promise<void> {
  const contacts = await selectFrom(db, 'contacts', { id: 'id', name: 'name', company: 'company_id' }, sql``)
  const contactOf = (of: Company): string | null =>
    contacts.find(({ company, name }) => company === of.id && name === of.contact.name)?.id ?? null
  await insertRows(
    db,
    'interactions',
    written.map(({ of, kind, days, hour, by, body, outcome, nextStep, remind, to, done }) => {
      const at = clock.ago(days, hour)
      const due = remind !== undefined && remind <= 0
      return {
        companyId: companies[of].id,
        kind,
        at,
        contactId: kind === 'note' ? null : contactOf(companies[of]),
        body,
        outcome: outcome ?? null,
        nextStep: nextStep ?? null,
        status: done ? 'done' : due ? 'due' : remind ? 'planned' : 'kept',
        remindAt: remind && !due ? new Date(clock.now.getTime() + remind * 3_600_000) : null,
        assigneeId: to ? staff[to].id : null,
        authorId: staff[by].id,
        createdAt: at,
        updatedAt: due ? new Date(clock.now.getTime() + (remind ?? 0) * 3_600_000) : at,
      }
    }),
  )
}
