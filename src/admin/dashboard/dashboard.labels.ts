import { defineLabels } from '@/src/lib/i18n'

/** Words of the dashboard. */
export const dashboardLabels = defineLabels({
  title: { ru: 'Сегодня', en: 'Today' },
  newOrders: { ru: 'Новые заказы', en: 'New orders' },
  awaits: { ru: 'Ждут ответа', en: 'Await an answer' },
  noGroup: { ru: 'Товары без раздела', en: 'Goods without a section' },
  noPicture: { ru: 'Товары без картинки', en: 'Goods without a picture' },
  newClients: { ru: 'Новые клиенты', en: 'New clients' },
  unassigned: { ru: 'Клиенты без менеджера', en: 'Clients without a manager' },
  failedRuns: { ru: 'Ошибки обмена за сутки', en: 'Exchange failures, 24 h' },
  deadLetters: { ru: 'Невыполненные задания', en: 'Jobs that failed for good' },
  notExported: { ru: 'Заказы не переданы в 1С', en: 'Orders not handed to 1C' },
  ordersByDay: { ru: 'Заказы за две недели', en: 'Orders, two weeks' },
  day: { ru: 'День', en: 'Day' },
  orders: { ru: 'Заказов', en: 'Orders' },
  sum: { ru: 'Сумма', en: 'Sum' },
  table: { ru: 'По дням', en: 'Day by day' },
})

/** What an empty portal is told to do first. */
export const firstStepsLabels = defineLabels({
  title: { ru: 'С чего начать', en: 'Where to begin' },
  done: { ru: 'готово', en: 'done' },
  details: { ru: 'Заполнить реквизиты компании', en: 'Fill in the company details' },
  node: { ru: 'Завести узел обмена для 1С', en: 'Add an exchange node for 1C' },
  exchange: { ru: 'Провести первый обмен', en: 'Run the first exchange' },
  staff: { ru: 'Пригласить сотрудников', en: 'Invite employees' },
  client: { ru: 'Пригласить первого клиента', en: 'Invite the first client' },
  why: {
    details: { ru: 'Они печатаются в счетах и актах.', en: 'They are printed on invoices and acts.' },
    node: { ru: 'Логин и пароль, с которыми 1С придёт на портал.', en: 'The login and password with which 1C comes to the portal.' },
    exchange: { ru: 'В 1С: Обмен с сайтом, адрес /api/1c/commerceml, логин и пароль узла.', en: 'In 1C: site exchange, the address /api/1c/commerceml, the node’s login and password.' },
    staff: { ru: 'Менеджеры видят только своих клиентов, руководитель — всех своих менеджеров.', en: 'Managers see their own clients only, a head those of their managers.' },
    client: { ru: 'Откройте клиента и пригласите его человека по почте.', en: 'Open a client and invite a person by mail.' },
  },
  go: {
    details: { ru: 'Заполнить', en: 'Fill in' },
    node: { ru: 'Добавить узел', en: 'Add a node' },
    exchange: { ru: 'Открыть журнал', en: 'Open the journal' },
    staff: { ru: 'К сотрудникам', en: 'To the staff' },
    client: { ru: 'К клиентам', en: 'To the clients' },
  },
})
