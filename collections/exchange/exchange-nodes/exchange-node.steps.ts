import { sql } from '@payloadcms/db-postgres/drizzle'
import { defineFirstStep } from '@/src/mechanisms/panel/defineFirstStep'

export const exchangeSteps = [
  defineFirstStep({
    key: 'node',
    label: { ru: 'Завести узел обмена для 1С', en: 'Add an exchange node for 1C' },
    why: {
      ru: 'Логин и пароль, с которыми 1С придёт на портал.',
      en: 'The login and password with which 1C comes to the portal.',
    },
    go: { ru: 'Добавить узел', en: 'Add a node' },
    href: '/admin/collections/exchange-nodes/create',
    roles: ['admin'],
    order: 20,
    done: () => sql`exists (select 1 from exchange_nodes where active)`,
  }),
  defineFirstStep({
    key: 'exchange',
    label: { ru: 'Провести первый обмен', en: 'Run the first exchange' },
    why: {
      ru: 'В 1С: Обмен с сайтом, адрес /api/1c/commerceml, логин и пароль узла.',
      en: 'In 1C: site exchange, the address /api/1c/commerceml, the node’s login and password.',
    },
    go: { ru: 'Открыть журнал', en: 'Open the journal' },
    href: '/admin/exchange',
    roles: ['admin'],
    order: 30,
    done: () => sql`exists (select 1 from exchange_runs where status in ('done', 'partial'))`,
  }),
]
