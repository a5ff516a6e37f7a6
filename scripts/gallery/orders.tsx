import { Download, Plus } from '@/src/ui/icon/icons'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { Button } from '@/src/ui/base/Button'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { PageHead } from '@/src/ui/base/PageHead'
import { Rail } from '@/src/ui/base/Rail'
import { State, type StateTone } from '@/src/ui/base/State'
import { Dash } from '@/src/ui/base/Dash'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import type { Column } from '@/src/ui/list/column'
import { DataTable } from '@/src/ui/list/DataTable'
import { parseListLook } from '@/src/ui/list/listLook'
import { parseListQuery } from '@/src/lib/lists/listQuery'
import type { ListSpec } from '@/src/lib/lists/listSpec'
import { DockSpace } from '@/src/ui/shelf/Dock'
import { DateText } from '@/src/ui/money/DateText'
import { Money } from '@/src/ui/money/Money'
import { both, NOW } from './t'

export type Order = {
  id: string
  number: string
  date: string
  tone: StateTone
  state: Text
  done: number
  when: string | null
  where: Text
  total: number
  paid: number
}

const himki = both('склад Химки', 'Khimki warehouse')
const pickup = both('самовывоз', 'pick-up')
const site = both('Мытищи, ул. Колпакова, 2', 'Mytishchi, Kolpakova 2')
const closed = both('Закрыт', 'Closed')

export const orders: Order[] = [
  {
    id: '1',
    number: '10-2481',
    date: '2026-11-24',
    tone: 'run',
    state: both('Собирается', 'Being picked'),
    done: 2,
    when: '2026-11-28',
    where: himki,
    total: 18_240_000,
    paid: 0,
  },
  {
    id: '2',
    number: '10-2479',
    date: '2026-11-22',
    tone: 'wait',
    state: both('Ждёт вашего ответа', 'Waits for your answer'),
    done: 1,
    when: null,
    where: pickup,
    total: 6_492_050,
    paid: 0,
  },
  {
    id: '3',
    number: '10-2466',
    date: '2026-11-15',
    tone: 'run',
    state: both('Отгружен', 'Shipped'),
    done: 3,
    when: '2026-11-24',
    where: site,
    total: 4_821_000,
    paid: 0,
  },
  {
    id: '4',
    number: '10-2451',
    date: '2026-11-09',
    tone: 'good',
    state: closed,
    done: 5,
    when: '2026-11-12',
    where: himki,
    total: 31_007_740,
    paid: 31_007_740,
  },
  {
    id: '5',
    number: '10-2440',
    date: '2026-11-02',
    tone: 'good',
    state: closed,
    done: 5,
    when: '2026-11-04',
    where: site,
    total: 1_293_000,
    paid: 1_293_000,
  },
  {
    id: '6',
    number: '10-2433',
    date: '2026-10-28',
    tone: 'bad',
    state: both('Отменён', 'Cancelled'),
    done: -1,
    when: null,
    where: pickup,
    total: 740_000,
    paid: 0,
  },
  {
    id: '7',
    number: '10-2419',
    date: '2026-10-21',
    tone: 'good',
    state: closed,
    done: 5,
    when: '2026-10-24',
    where: himki,
    total: 9_631_220,
    paid: 9_631_220,
  },
  {
    id: '8',
    number: '10-2402',
    date: '2026-10-14',
    tone: 'good',
    state: closed,
    done: 5,
    when: '2026-10-17',
    where: himki,
    total: 21_560_000,
    paid: 21_560_000,
  },
]

export const orderColumns: Column<Order>[] = [
  {
    key: 'date',
    main: true,
    sort: true,
    header: both('Номер и дата', 'Number and date'),
    cell: (order, { locale }) => (
      <>
        <span className="num">{order.number}</span>{' '}
        <DateText value={order.date} locale={locale} now={NOW} className="text-sm font-normal text-ink-2" />
      </>
    ),
  },
  {
    key: 'state',
    header: both('Состояние', 'State'),
    width: 'md:min-w-44',
    cell: (order, { locale }) => (
      <>
        <State tone={order.tone}>{say(order.state, locale)}</State>
        {order.done >= 0 ? <Rail locale={locale} all={5} done={order.done} /> : null}
      </>
    ),
  },
  {
    key: 'delivery',
    header: both('Доставка', 'Delivery'),
    phone: 'hide',
    cell: (order, { locale }) => (
      <>
        {order.when ? humanDate(order.when, locale, undefined, NOW) : <Dash locale={locale} />}
        <div className="text-sm text-ink-2">{say(order.where, locale)}</div>
      </>
    ),
  },
  {
    key: 'total',
    header: both('Сумма', 'Total'),
    align: 'end',
    sort: true,
    phone: 'first',
    cell: (order, { locale }) => <Money currency="RUB" amount={order.total} locale={locale} />,
  },
  {
    key: 'paid',
    header: both('Оплачено', 'Paid'),
    align: 'end',
    phone: 'hide',
    cell: (order, { locale }) =>
      order.paid ? <Money currency="RUB" amount={order.paid} locale={locale} /> : <Dash locale={locale} />,
  },
]

export const orderSpec: ListSpec = {
  search: false,
  filters: [
    {
      key: 'warehouse',
      kind: 'select',
      label: both('Склад', 'Warehouse'),
      options: [
        { value: 'himki', label: both('Химки', 'Khimki') },
        { value: 'podolsk', label: both('Подольск', 'Podolsk') },
      ],
    },
    { key: 'date', kind: 'dates', label: both('Дата', 'Date') },
    {
      key: 'state',
      kind: 'select',
      label: both('Состояние', 'State'),
      options: [{ value: 'work', label: both('Собирается', 'Being picked') }],
    },
    { key: 'contract', kind: 'text', label: both('Договор', 'Contract') },
    { key: 'total', kind: 'sum', label: both('Сумма', 'Total') },
  ],
  sorts: ['date', 'total'],
  defaultSort: { key: 'date', dir: 'desc' },
  views: [
    { key: 'all', label: both('Все', 'All') },
    { key: 'work', label: both('В работе', 'In work') },
    { key: 'unpaid', label: both('Ждут оплаты', 'To be paid') },
    { key: 'week', label: both('Отгрузки недели', 'This week') },
    { key: 'archive', label: both('Архив', 'Archive') },
  ],
}

export function OrdersPage({
  locale,
  rows = orders,
  search = 'warehouse=himki&date=2026-10-01..',
}: {
  locale: Locale
  rows?: Order[]
  search?: string
}) {
  const t = (ru: string, en: string) => say(both(ru, en), locale)
  const query = parseListQuery(new URLSearchParams(search), orderSpec)
  return (
    <>
      <PageHead
        locale={locale}
        title={t('Заказы', 'Orders')}
        actions={
          <>
            <Button icon={<Download />}>{t('Выгрузить в Excel', 'Export to Excel')}</Button>
            <LinkButton href="/orders/new" tone="primary" icon={<Plus />}>
              {t('Новый заказ', 'New order')}
            </LinkButton>
          </>
        }
      />
      <DataTable
        id="orders"
        locale={locale}
        label={t('Заказы', 'Orders')}
        columns={orderColumns}
        rows={rows}
        rowKey={(order) => order.id}
        rowName={(order) => `${t('заказ', 'order')} ${order.number}`}
        rowHref={(order) => `/orders/${order.number}`}
        list={{ path: '/orders', spec: orderSpec, query, total: rows.length, all: 214 }}
        look={parseListLook(undefined, orderColumns)}
        saving={{ run: async (state) => state, share: true, lookChanged: false }}
        totals={[
          {
            label: t('Итого по отбору', 'Total of the filter'),
            value: <Money currency="RUB" amount={93_785_010} locale={locale} />,
          },
          { label: t('оплачено', 'paid'), value: <Money currency="RUB" amount={63_491_960} locale={locale} /> },
        ]}
        bulk={{
          amount: (order) => ({ amount: order.total, currency: 'RUB' }),
          run: async (state) => state,
          actions: [
            { key: 'repeat', label: t('Повторить', 'Repeat'), icon: 'repeat' },
            {
              key: 'zip',
              label: t('Документы архивом', 'Documents as a zip'),
              icon: 'archive',
              file: '/documents.zip',
            },
            { key: 'pay', label: t('Оплатить вместе', 'Pay together'), icon: 'pay', main: true },
          ],
        }}
        empty={
          <EmptyState
            title={t('Здесь будут ваши заказы', 'Your orders will be here')}
            action={{ href: '/catalogue', label: t('Открыть каталог', 'Open the catalogue') }}
          >
            {t(
              'Соберите первый заказ из каталога или загрузите список из Excel.',
              'Put together the first one from the catalogue, or upload a list from Excel.',
            )}
          </EmptyState>
        }
      />
      <DockSpace />
    </>
  )
}
