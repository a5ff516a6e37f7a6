import { Plus, Repeat } from '@/src/ui/icon/icons'
import Link from 'next/link'
import { say, type Locale } from '@/src/lib/i18n'
import { Columns } from '@/src/ui/base/Columns'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { DataTable } from '@/src/ui/list/DataTable'
import { Money } from '@/src/ui/money/Money'
import { Purse } from '@/src/ui/money/Purse'
import { AskList, type AskItem } from '@/src/ui/thing/AskList'
import { FactList } from '@/src/ui/thing/FactList'
import { ManagerCard } from '@/src/ui/thing/ManagerCard'
import { Passport } from '@/src/ui/thing/Passport'
import { Timeline } from '@/src/ui/thing/Timeline'
import { orderColumns, orders } from './orders'
import { both, NOW } from './t'

export function HomePage({ locale }: { locale: Locale }) {
  const t = (ru: string, en: string) => say(both(ru, en), locale)
  const asks: AskItem[] = [
    {
      key: '1',
      when: t('просрочено 2 дня', '2 days overdue'),
      urgency: 'late',
      title: t('Оплатить счёт № 1124', 'Pay invoice 1124'),
      note: t('за заказ 10-2466, срок был 22 ноября', 'for order 10-2466, was due on 22 November'),
      amount: 4_821_000,
      action: { label: t('Оплатить', 'Pay'), href: '/pay/1124' },
    },
    {
      key: '2',
      when: t('сегодня', 'today'),
      urgency: 'soon',
      title: t('Подписать договор поставки № 87/26', 'Sign supply contract 87/26'),
      note: t('готов к подписанию, простая подпись по СМС', 'ready to sign, simple signature by SMS'),
      action: { label: t('Открыть', 'Open'), href: '/contracts/87' },
    },
    {
      key: '3',
      when: t('до 25 ноября', 'by 25 November'),
      urgency: 'soon',
      title: t('Согласовать замену в заказе 10-2479', 'Agree to a substitute in order 10-2479'),
      note: t('болт М12×60 вместо М12×55, цена та же', 'bolt M12×60 instead of M12×55, same price'),
      action: { label: t('Ответить', 'Answer'), href: '/orders/10-2479' },
    },
    {
      key: '4',
      when: t('до 28 ноября', 'by 28 November'),
      title: t('Сверить расчёты за III квартал', 'Reconcile the third quarter'),
      note: t('расхождений не найдено, осталось подтвердить', 'no differences found, only to confirm'),
      action: { label: t('Сверить', 'Reconcile'), href: '/money/reconcile' },
    },
    {
      key: '5',
      when: t('до 30 ноября', 'by 30 November'),
      title: t('Приложить доверенность к заявке 318', 'Attach a power of attorney to request 318'),
      note: t('менеджер ждёт файл с 20 ноября', 'the manager waits for it since 20 November'),
      action: { label: t('Приложить', 'Attach'), href: '/requests/318' },
    },
  ]
  return (
    <>
      <PageHead
        locale={locale}
        title={t('Пять дел на этой неделе', 'Five things this week')}
        actions={
          <>
            <LinkButton href="/orders/repeat" icon={<Repeat />}>
              {t('Повторить заказ', 'Repeat an order')}
            </LinkButton>
            <LinkButton href="/orders/new" tone="primary" icon={<Plus />}>
              {t('Новый заказ', 'New order')}
            </LinkButton>
          </>
        }
      />
      <Columns
        aside={
          <>
            <Purse
              locale={locale}
              balance={-4_821_000}
              limit={{
                limit: 60_000_000,
                debt: 4_821_000,
                overdue: 4_821_000,
                reserved: 13_419_000,
                free: 41_760_000,
                currency: 'RUB',
              }}
              actions={[
                { href: '/money/top-up', label: t('Пополнить', 'Top up') },
                { href: '/money', label: t('Выписка', 'Statement') },
              ]}
            />
            <Sheet title={t('Ближайший платёж', 'Next payment')}>
              <FactList
                facts={[
                  {
                    term: t('Договор 54/25', 'Contract 54/25'),
                    value: <Money currency="RUB" amount={7_500_000} locale={locale} />,
                  },
                  { term: t('Срок', 'Due'), value: t('1 декабря, через 7 дней', '1 December, in 7 days') },
                ]}
              />
            </Sheet>
            <ManagerCard
              locale={locale}
              name={t('Анна Воронова', 'Anna Voronova')}
              note={t('на связи до 18:00', 'answers until 18:00')}
              email="voronova@example.com"
              phone="+74951234567"
              position={t('Ведущий менеджер', 'Senior manager')}
              writeHref="/messages"
            />
            <Sheet title={t('Новости', 'News')} link={{ href: '/news', label: t('Все', 'All') }}>
              <Timeline
                locale={locale}
                now={NOW}
                moments={[
                  {
                    key: '1',
                    at: '2026-11-23',
                    body: (
                      <Link href="/news/1">
                        {t('График отгрузок в декабрьские праздники', 'Shipping in the December holidays')}
                      </Link>
                    ),
                  },
                  {
                    key: '2',
                    at: '2026-11-19',
                    body: (
                      <Link href="/news/2">
                        {t('Крепёж из нержавеющей стали: новый завод', 'Stainless fasteners: a new plant')}
                      </Link>
                    ),
                  },
                ]}
              />
            </Sheet>
          </>
        }
      >
        <Sheet title={t('От вас ждут', 'Wanted from you')} link={{ href: '/tasks', label: t('Все, 9', 'All 9') }}>
          <AskList asks={asks} locale={locale} />
        </Sheet>
        <Sheet
          title={t('Заказы в работе', 'Orders in work')}
          link={{ href: '/orders?view=work', label: t('Все заказы', 'All orders') }}
        >
          <DataTable
            bare
            id="orders-in-work"
            locale={locale}
            label={t('Заказы в работе', 'Orders in work')}
            columns={orderColumns.slice(0, 4)}
            rows={orders.slice(0, 3)}
            rowKey={(order) => order.id}
            rowHref={(order) => `/orders/${order.number}`}
            quietHead
          />
          <Passport>
            {t(
              'Данные из 1С на 10:42, следующий обмен через 3 минуты',
              'Data from 1C at 10:42, next exchange in 3 minutes',
            )}
          </Passport>
        </Sheet>
      </Columns>
    </>
  )
}
