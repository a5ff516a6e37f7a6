import { say, type Locale } from '@/src/lib/i18n'
import { Columns, Stack } from '@/src/ui/base/Columns'
import { Button } from '@/src/ui/base/Button'
import { Hint } from '@/src/ui/base/Hint'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { Tabs } from '@/src/ui/base/Tabs'
import { Stepper } from '@/src/ui/base/Stepper'
import { BarChart } from '@/src/ui/chart/BarChart'
import { Dialog, DialogButton } from '@/src/ui/feedback/Dialog'
import { ErrorState, Forbidden, Offline } from '@/src/ui/feedback/ErrorState'
import { SheetSkeleton } from '@/src/ui/feedback/Skeleton'
import { DataTable } from '@/src/ui/list/DataTable'
import { DataTableSkeleton } from '@/src/ui/list/DataTableSkeleton'
import { parseListQuery } from '@/src/lib/lists/listQuery'
import { Money } from '@/src/ui/money/Money'
import { Purse } from '@/src/ui/money/Purse'
import { AskList } from '@/src/ui/thing/AskList'
import { FactList } from '@/src/ui/thing/FactList'
import { FileRow } from '@/src/ui/thing/FileRow'
import { LONG_NAME } from './catalogue'
import { orderColumns, orders, orderSpec, OrdersPage } from './orders'
import { both } from './t'

export function StatesPage({ locale }: { locale: Locale }) {
  const t = (ru: string, en: string) => say(both(ru, en), locale)
  const months = ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек']
  return (
    <>
      <PageHead
        locale={locale}
        title={t('Состояния', 'States')}
        sub={<Hint locale={locale}>{t('Пояснение к странице', 'A note about the page')}</Hint>}
        actions={
          <DialogButton opens="ask" tone="primary">
            {t('Открыть окно', 'Open the dialog')}
          </DialogButton>
        }
      />
      <Tabs
        label={t('Вкладки', 'Tabs')}
        current="a"
        tabs={[
          { key: 'a', label: t('Движение', 'Movements'), href: '?t=a' },
          { key: 'b', label: t('Сверки', 'Reconciliations'), href: '?t=b', count: 2 },
        ]}
      />
      <Columns
        aside={
          <>
            <Sheet title={t('Долг по срокам', 'Debt by age')}>
              <BarChart
                title={t('Долг по срокам', 'Debt by age')}
                heads={{ label: t('Срок', 'Age'), value: t('Сумма', 'Sum') }}
                bars={[
                  {
                    key: '1',
                    label: t('срок не вышел', 'not due'),
                    value: 182_400,
                    shown: <Money currency="RUB" amount={18_240_000} locale={locale} />,
                  },
                  {
                    key: '2',
                    label: t('до 30 дней', 'up to 30 days'),
                    value: 48_210,
                    tone: 'wait',
                    shown: <Money currency="RUB" amount={4_821_000} locale={locale} />,
                  },
                  {
                    key: '3',
                    label: t('больше 30 дней', 'over 30 days'),
                    value: 7_400,
                    tone: 'bad',
                    shown: <Money currency="RUB" amount={740_000} locale={locale} />,
                  },
                ]}
              />
            </Sheet>
            <Sheet title={t('Покупки по месяцам', 'Purchases by month')}>
              <BarChart
                title={t('Покупки по месяцам', 'Purchases by month')}
                direction="up"
                heads={{ label: t('Месяц', 'Month'), value: t('Сумма', 'Sum') }}
                bars={months.map((label, index) => ({
                  key: label,
                  label,
                  value: 40 + ((index * 37) % 60),
                  shown: `${40 + ((index * 37) % 60)}`,
                  tone: index === 10 ? 'brand' : 'quiet',
                }))}
              />
            </Sheet>
            <Sheet>
              <Forbidden
                locale={locale}
                homeHref="/"
                text={t(
                  'Права даёт администратор вашей компании или ваш менеджер.',
                  'Your company’s administrator or your manager can give the right.',
                )}
              />
            </Sheet>
            <Sheet>
              <Offline locale={locale} />
            </Sheet>
            <SheetSkeleton locale={locale} rows={3} />
          </>
        }
      >
        <DataTableSkeleton locale={locale} rows={3} />
        <DataTable
          id="failed"
          locale={locale}
          label="failed"
          columns={orderColumns}
          rows={[]}
          rowKey={(row) => row.id}
          error={{ code: 'req-7f31' }}
          list={{ path: '/orders', spec: orderSpec, query: parseListQuery({}, orderSpec), total: 0 }}
        />
        <DataTable
          id="none"
          locale={locale}
          label="none"
          columns={orderColumns}
          rows={[]}
          rowKey={(row) => row.id}
          list={{
            path: '/orders',
            spec: orderSpec,
            query: parseListQuery({ warehouse: 'himki' }, orderSpec),
            total: 0,
            all: 214,
          }}
        />
        <Sheet>
          <ErrorState locale={locale} />
        </Sheet>
        <Sheet label={t('Ход', 'Way')}>
          <Stepper
            locale={locale}
            label={t('Ход', 'Way')}
            steps={[
              { key: '1', is: 'done', label: t('Принят', 'Accepted'), note: '24 ноя' },
              { key: '2', is: 'stopped', label: t('Отменён', 'Cancelled'), note: t('нет на складе', 'not in stock') },
            ]}
          />
        </Sheet>
      </Columns>
      <Dialog
        id="ask"
        locale={locale}
        title={t('Отменить заказ 10-2481', 'Cancel order 10-2481')}
        footer={
          <>
            <DialogButton closes="ask">{t('Оставить', 'Keep')}</DialogButton>
            <Button tone="danger">{t('Отменить заказ', 'Cancel the order')}</Button>
          </>
        }
      >
        <p>
          {t(
            'Склад уже собрал 5 из 6 позиций. После отмены резерв снимется сразу.',
            'The warehouse has picked 5 of 6 lines. The reserve is released at once.',
          )}
        </p>
      </Dialog>
    </>
  )
}

/** What comes when nobody expects it: a name of 160 characters, nine digits, nothing at all. */
export function ExtremePage({ locale }: { locale: Locale }) {
  const t = (ru: string, en: string) => say(both(ru, en), locale)
  const huge = orders.slice(0, 2).map((order) => ({
    ...order,
    number: `${order.number}/КОРРЕКТИРОВКА-2026`,
    total: 98_765_432_100,
    paid: 98_765_432_100,
    where: both(LONG_NAME, LONG_NAME),
  }))
  return (
    <>
      <PageHead
        locale={locale}
        title={LONG_NAME}
        sub={LONG_NAME}
        crumbs={[{ label: LONG_NAME, href: '/' }]}
        actions={<Button tone="primary">{t('Оплатить', 'Pay')}</Button>}
      />
      <Columns
        aside={
          <>
            <Purse
              locale={locale}
              balance={-98_765_432_199}
              limit={{
                limit: 98_765_432_199,
                debt: 98_765_432_100,
                overdue: 0,
                reserved: 765_432_100,
                free: -765_432_001,
                currency: 'RUB',
              }}
              actions={[
                { href: '/1', label: t('Пополнить', 'Top up') },
                { href: '/2', label: t('Выписка', 'Statement') },
              ]}
            />
            <Sheet title={t('Факты', 'Facts')}>
              <FactList
                facts={[
                  { term: t('Получатель', 'Receiver'), value: LONG_NAME },
                  { term: t('Сумма', 'Sum'), value: <Money currency="RUB" amount={98_765_432_199} locale={locale} /> },
                ]}
              />
              <FileRow
                href="/f"
                name={`${LONG_NAME}.pdf`}
                kind="PDF"
                size="240 КБ"
                download={{ href: '/f?d', label: t('Скачать', 'Download') }}
              />
            </Sheet>
          </>
        }
      >
        <Stack>
          <Sheet title={LONG_NAME} link={{ href: '/', label: t('Все, 9', 'All 9') }}>
            <AskList
              locale={locale}
              asks={[
                {
                  key: '1',
                  when: t('просрочено 120 дней', '120 days overdue'),
                  urgency: 'late',
                  title: LONG_NAME,
                  note: LONG_NAME,
                  amount: 98_765_432_199,
                  action: { label: t('Оплатить', 'Pay'), href: '/' },
                },
              ]}
            />
          </Sheet>
          <DataTable
            id="huge"
            locale={locale}
            label="huge"
            columns={orderColumns}
            rows={huge}
            rowKey={(row) => row.id}
            rowHref={() => '/'}
            list={{
              path: '/orders',
              spec: orderSpec,
              query: parseListQuery({ warehouse: 'himki,podolsk', contract: LONG_NAME, page: '7' }, orderSpec),
              total: 10_000,
            }}
            bulk={{
              actions: [{ key: 'a', label: t('Повторить', 'Repeat'), icon: 'repeat' }],
              run: async (state) => state,
            }}
            totals={[
              { label: t('Итого', 'Total'), value: <Money currency="RUB" amount={98_765_432_199} locale={locale} /> },
            ]}
          />
        </Stack>
      </Columns>
    </>
  )
}

export function EmptyPage({ locale }: { locale: Locale }) {
  return <OrdersPage locale={locale} rows={[]} search="" />
}
