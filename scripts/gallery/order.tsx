import { Printer, Repeat } from '@/src/ui/icon/icons'
import Link from 'next/link'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { Button } from '@/src/ui/base/Button'
import { Columns } from '@/src/ui/base/Columns'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet, SheetFoot } from '@/src/ui/base/Sheet'
import { State } from '@/src/ui/base/State'
import { Stepper } from '@/src/ui/base/Stepper'
import type { Column } from '@/src/ui/list/column'
import { DataTable } from '@/src/ui/list/DataTable'
import { Money, moneyText, UnitPrice } from '@/src/ui/money/Money'
import { Qty } from '@/src/ui/money/Qty'
import { FactList } from '@/src/ui/thing/FactList'
import { FileRow } from '@/src/ui/thing/FileRow'
import { Passport } from '@/src/ui/thing/Passport'
import { Timeline } from '@/src/ui/thing/Timeline'
import { both, NOW } from './t'

type Line = { name: Text; article: string; qty: number; price: number; total: number; late?: boolean }

const lines: Line[] = [
  {
    name: both('Болт М12×60 DIN 933, оцинк.', 'Bolt M12×60 DIN 933, zinc'),
    article: 'БЛ-933-1260',
    qty: 1_200_000,
    price: 94_000,
    total: 1_128_000,
  },
  {
    name: both('Гайка М12 DIN 934, оцинк.', 'Nut M12 DIN 934, zinc'),
    article: 'ГК-934-12',
    qty: 1_200_000,
    price: 31_500,
    total: 378_000,
  },
  {
    name: both('Анкер клиновой М16×140', 'Wedge anchor M16×140'),
    article: 'АН-16140',
    qty: 400_000,
    price: 683_000,
    total: 2_732_000,
  },
  {
    name: both('Шпилька резьбовая М20×1000', 'Threaded rod M20×1000'),
    article: 'ШП-201000',
    qty: 250_000,
    price: 3_112_000,
    total: 7_780_000,
    late: true,
  },
  {
    name: both('Шайба плоская 12 DIN 125', 'Flat washer 12 DIN 125'),
    article: 'ШБ-125-12',
    qty: 2_400_000,
    price: 10_500,
    total: 252_000,
  },
  {
    name: both('Дюбель рамный 10×160', 'Frame plug 10×160'),
    article: 'ДБ-10160',
    qty: 3_000_000,
    price: 199_000,
    total: 5_970_000,
  },
]

const columns: Column<Line>[] = [
  {
    key: 'name',
    main: true,
    phone: 'first',
    header: both('Товар', 'Product'),
    cell: (line, { locale }) => (
      <>
        <span className="font-normal">{say(line.name, locale)}</span>
        <span className="num block text-sm font-normal text-ink-2">{line.article}</span>
      </>
    ),
  },
  {
    key: 'qty',
    align: 'end',
    phone: 'second',
    header: both('Кол-во', 'Qty'),
    cell: (line, { locale }) => <Qty qty={line.qty} unit={locale === 'ru' ? 'шт' : 'pcs'} locale={locale} />,
  },
  {
    key: 'price',
    align: 'end',
    phone: 'hide',
    header: both('Цена', 'Price'),
    cell: (line, { locale }) => <UnitPrice currency="RUB" price={line.price} locale={locale} />,
  },
  {
    key: 'total',
    align: 'end',
    phone: 'first',
    header: both('Сумма', 'Total'),
    cell: (line, { locale }) => <Money currency="RUB" amount={line.total} locale={locale} />,
  },
  {
    key: 'where',
    phone: 'second',
    header: both('Где', 'Where'),
    cell: (line, { locale }) => (
      <State tone={line.late ? 'wait' : 'good'}>
        {say(line.late ? both('28 ноября', '28 November') : both('Химки', 'Khimki'), locale)}
      </State>
    ),
  },
]

export function OrderPage({ locale }: { locale: Locale }) {
  const t = (ru: string, en: string) => say(both(ru, en), locale)
  return (
    <>
      <PageHead
        locale={locale}
        crumbs={[{ label: t('Заказы', 'Orders'), href: '/orders' }, { label: '2026' }]}
        title={
          <>
            {t('Заказ', 'Order')} <span className="num">10-2481</span>
          </>
        }
        sub={t('от 24 ноября, договор 54/25', 'of 24 November, contract 54/25')}
        actions={
          <>
            <Button icon={<Repeat />}>{t('Повторить', 'Repeat')}</Button>
            <Button icon={<Printer />}>{t('Печать', 'Print')}</Button>
            <Button tone="danger">{t('Отменить', 'Cancel')}</Button>
            <LinkButton href="/pay" tone="primary">
              {t('Оплатить', 'Pay')} {moneyText(18_240_000, 'RUB', locale)}
            </LinkButton>
          </>
        }
      />
      <Sheet label={t('Ход заказа', 'Way of the order')} className="mb-6">
        <Stepper
          locale={locale}
          label={t('Ход заказа', 'Way of the order')}
          steps={[
            { key: '1', is: 'done', label: t('Принят', 'Accepted'), note: t('24 ноя, 9:12', '24 Nov, 9:12') },
            { key: '2', is: 'done', label: t('Подтверждён', 'Confirmed'), note: t('24 ноя, 9:40', '24 Nov, 9:40') },
            {
              key: '3',
              is: 'now',
              label: t('Собирается', 'Being picked'),
              note: t('склад Химки, 5 из 6 позиций', 'Khimki, 5 of 6 lines'),
            },
            {
              key: '4',
              is: 'next',
              label: t('Отгрузка', 'Shipping'),
              note: t('план 28 ноября', 'planned 28 November'),
            },
            {
              key: '5',
              is: 'next',
              label: t('Закрыт', 'Closed'),
              note: t('после оплаты до 12 декабря', 'after payment by 12 December'),
            },
          ]}
        />
      </Sheet>
      <Columns
        aside={
          <>
            <Sheet title={t('Доставка', 'Delivery')}>
              <FactList
                facts={[
                  { term: t('Куда', 'Where'), value: t('склад Химки', 'Khimki warehouse') },
                  { term: t('Когда', 'When'), value: t('28 ноября, 9–12', '28 November, 9–12') },
                  { term: t('Получатель', 'Receiver'), value: t('по доверенности', 'by power of attorney') },
                ]}
              />
            </Sheet>
            <Sheet
              title={t('Документы', 'Documents')}
              link={{ href: '/zip', label: t('Скачать все', 'Download all'), download: true }}
            >
              <FileRow
                href="/f/1"
                name={t('Счёт № 1131', 'Invoice 1131')}
                note={t('24 ноября', '24 November')}
                kind="PDF"
              />
              <FileRow
                href="/f/2"
                name={t('Спецификация к договору', 'Specification')}
                note={t('24 ноября', '24 November')}
                kind="DOCX"
              />
              <FileRow
                href="/f/3"
                name={t('Сертификаты на крепёж', 'Certificates')}
                note={t('6 файлов', '6 files')}
                kind="ZIP"
              />
              <Passport more={{ href: '/sync', label: t('подробнее', 'more') }}>
                {t('Из 1С, сверено в 10:42', 'From 1C, checked at 10:42')}
              </Passport>
            </Sheet>
          </>
        }
      >
        <Sheet title={t('Состав', 'Contents')} sub={t('6 позиций, 1,84 т', '6 lines, 1.84 t')}>
          <DataTable
            bare
            id="lines"
            locale={locale}
            label={t('Состав', 'Contents')}
            columns={columns}
            rows={lines}
            rowKey={(line) => line.article}
            rowHref={(line) => `/p/${line.article}`}
          />
          <SheetFoot>
            <span>
              {t('в том числе НДС 22 %', 'VAT 22% included')}{' '}
              <Money currency="RUB" amount={3_289_180} locale={locale} />
            </span>
            <span className="ml-auto text-base text-ink">
              {t('Итого', 'Total')} <Money currency="RUB" amount={18_240_000} locale={locale} className="font-bold" />
            </span>
          </SheetFoot>
        </Sheet>
        <Sheet title={t('Ход заказа и переписка', 'History and correspondence')}>
          <Timeline
            locale={locale}
            now={NOW}
            moments={[
              {
                key: '1',
                at: '2026-11-24T10:31:00+03:00',
                timeOnly: true,
                author: t('Анна Воронова', 'Anna Voronova'),
                said: true,
                body: t(
                  'Шпилька М20 приходит в пятницу. Отгрузить остальное сразу или всё вместе 28-го?',
                  'The M20 rod arrives on Friday. Ship the rest now, or all together on the 28th?',
                ),
              },
              {
                key: '2',
                at: '2026-11-24T09:40:00+03:00',
                timeOnly: true,
                body: (
                  <>
                    {t('Подтверждён в 1С, номер', 'Confirmed in 1C, number')} <span className="num">КП-00184312</span>
                  </>
                ),
              },
              {
                key: '3',
                at: '2026-11-24T09:12:00+03:00',
                timeOnly: true,
                body: t(
                  'Заказ отправлен, письмо доставлено на zakaz@stroygrad.example',
                  'Sent, the letter reached zakaz@stroygrad.example',
                ),
              },
            ]}
          />
          <div className="no-print flex flex-wrap gap-2 px-4 pb-4.5 md:px-5">
            <Button tone="primary">{t('Отгрузить двумя частями', 'Ship in two parts')}</Button>
            <Button>{t('Всё вместе', 'All together')}</Button>
            <Link href="#answer" className="sr-only">
              {t('Написать ответ', 'Write an answer')}
            </Link>
            <Button tone="flat">{t('Написать ответ', 'Write an answer')}</Button>
          </div>
        </Sheet>
      </Columns>
    </>
  )
}
