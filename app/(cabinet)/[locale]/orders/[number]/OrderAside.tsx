import type { OrderPage } from '@/collections/sales/orders/order.page.queries'
import { documentFile } from '@/collections/documents/documents/document.words'
import type { DocumentRow } from '@/collections/documents/documents/document.queries'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { paymentLabel } from '@/collections/sales/payment-methods/definePaymentMethod'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { Sheet } from '@/src/ui/base/Sheet'
import { TextLink } from '@/src/ui/base/TextLink'
import { DateText } from '@/src/ui/money/DateText'
import { Money } from '@/src/ui/money/Money'
import { FactList } from '@/src/ui/thing/FactList'
import { Passport } from '@/src/ui/thing/Passport'
import { FileRows } from '../../../_files/FileRows'
import { orderPage as words } from './order.labels'

type Props = {
  order: OrderPage
  documents: DocumentRow[]
  locale: Locale
  zone: string
  href: (path: string) => string
}

/** Facts and documents of an order, and where it stands with the books. */
export function OrderAside({ order, documents, locale, zone, href }: Props) {
  const files = documents.filter(({ fileId }) => fileId)
  const orderLink = (number: string) => (
    <TextLink href={href(pageOf('orders', { number }))} key={number}>
      {number}
    </TextLink>
  )
  const place =
    order.deliveryMethod === 'delivery'
      ? order.deliveryAddress
      : order.warehouse
        ? say(words.pickupAt, locale, { warehouse: order.warehouse })
        : say(words.pickup, locale)
  const day = (value: string | null) =>
    value ? <DateText locale={locale} style="day" value={value} zone={zone} /> : null
  return (
    <>
      <Sheet title={say(words.delivery, locale)}>
        <FactList
          facts={[
            { term: say(words.whereTo, locale), value: place },
            { term: say(words.when, locale), value: day(order.plannedDate) },
            order.plannedDate ? null : { term: say(words.wanted, locale), value: day(order.wantedDate) },
            { term: say(words.payer, locale), value: order.contractor },
            {
              term: say(words.payment, locale),
              value: say(paymentLabel(order.paymentMethod), locale),
            },
            order.paid > 0
              ? {
                  term: say(words.paid, locale),
                  value: <Money amount={order.paid} currency={order.currency} locale={locale} />,
                }
              : null,
            { term: say(words.reference, locale), value: order.clientReference },
            { term: say(words.author, locale), value: order.author },
            { term: say(words.comment, locale), value: order.comment },
            order.splitFrom ? { term: say(words.splitFrom, locale), value: orderLink(order.splitFrom) } : null,
            order.parts.length > 0 ? { term: say(words.parts, locale), value: order.parts.map(orderLink) } : null,
          ]}
        />
        <OrderPassport locale={locale} order={order} zone={zone} />
      </Sheet>
      <Sheet
        link={
          files.length > 1
            ? {
                href: href(`/documents/archive?${files.map(({ id }) => `id=${id}`).join('&')}`),
                label: say(words.downloadAll, locale),
                download: true,
              }
            : undefined
        }
        title={say(words.documents, locale)}
      >
        {documents.length > 0 ? (
          <FileRows files={documents.map((row) => documentFile(row, locale))} href={href} locale={locale} zone={zone} />
        ) : (
          <p className="border-t border-line px-4 py-3 text-md text-ink-2 md:px-5">{say(words.noDocuments, locale)}</p>
        )}
      </Sheet>
    </>
  )
}

function OrderPassport({ order: { passport }, locale, zone }: Pick<Props, 'order' | 'locale' | 'zone'>) {
  const when = (value: string): string => humanDate(value, locale, zone)
  if (passport.problem) return <Passport is="wait">{say(words.problem, locale)}</Passport>
  if (passport.unsentSince)
    return <Passport is="wait">{say(words.unsent, locale, { when: when(passport.unsentSince) })}</Passport>
  if (passport.syncedAt) return <Passport>{say(words.synced, locale, { when: when(passport.syncedAt) })}</Passport>
  if (!passport.exportedAt) return <Passport is="wait">{say(words.waiting, locale)}</Passport>
  const text = passport.erpNumber
    ? say(words.handedAs, locale, { number: passport.erpNumber, when: when(passport.exportedAt) })
    : say(words.handed, locale, { when: when(passport.exportedAt) })
  return <Passport>{text}</Passport>
}
