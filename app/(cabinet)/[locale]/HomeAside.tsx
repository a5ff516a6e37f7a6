import { daysUntil, longDay } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { Sheet } from '@/src/ui/base/Sheet'
import { Money } from '@/src/ui/money/Money'
import { Purse } from '@/src/ui/money/Purse'
import { FactList } from '@/src/ui/thing/FactList'
import { ManagerCard } from '@/src/ui/thing/ManagerCard'
import type { Home } from '../_home/home.queries'
import type { CabinetSession } from '../_session/session'
import { DocumentRows } from './documents/DocumentRows'
import { homePage as words } from './home.labels'

type Props = { home: Home; session: CabinetSession; locale: Locale; zone: string; href: (path: string) => string }

/** Money, the next payment, the manager, the latest documents. */
export function HomeAside({ home, session, locale, zone, href }: Props) {
  const { finance, nextPayment, manager, documents } = home
  const hours = manager?.workingHours
  return (
    <>
      {finance ? (
        <Purse
          actions={[
            ...(session.capabilities.has('documents.read') ? [{ href: href('/documents?view=unpaid'), label: say(words.toPay, locale) }] : []),
            { href: href('/statement'), label: say(words.statement, locale) },
          ]}
          balance={finance.balance}
          currency={finance.currency}
          limit={finance.limit > 0 ? finance : undefined}
          locale={locale}
        />
      ) : null}
      {nextPayment ? (
        <Sheet link={{ href: href(`/contracts/${nextPayment.contract}`), label: say(words.paymentOf, locale, { number: nextPayment.contractNumber }) }} title={say(words.payment, locale)}>
          <FactList
            facts={[
              { term: say(words.paymentOf, locale, { number: nextPayment.contractNumber }), value: <Money amount={nextPayment.amount - nextPayment.paid} currency={nextPayment.currency} locale={locale} /> },
              { term: say(words.due, locale), value: dueWords(nextPayment.dueDate, locale, zone) },
            ]}
          />
        </Sheet>
      ) : null}
      {manager ? (
        <ManagerCard
          email={manager.email}
          locale={locale}
          name={manager.name}
          note={hours ? (/^\D*(до|с|until|from)/i.test(hours) ? hours : say(words.online, locale, { hours })) : undefined}
          phone={manager.phone ?? undefined}
          photo={manager.photo ?? undefined}
        />
      ) : null}
      {documents.length > 0 ? (
        <Sheet link={{ href: href('/documents'), label: say(words.allDocuments, locale) }} title={say(words.documents, locale)}>
          <DocumentRows documents={documents} href={href} locale={locale} zone={zone} />
        </Sheet>
      ) : null}
    </>
  )
}

function dueWords(due: string, locale: Locale, zone: string): string {
  const days = daysUntil(due, zone)
  const day = longDay(due, locale, zone)
  return days > 0 ? say(words.inDays, locale, { day, days }) : day
}
