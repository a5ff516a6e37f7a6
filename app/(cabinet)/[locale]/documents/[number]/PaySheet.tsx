import type { InvoiceToPay } from '@/collections/documents/documents/document.payment.queries'
import { say, type Locale } from '@/src/lib/i18n'
import { CopyButton } from '@/src/ui/base/CopyButton'
import { Sheet } from '@/src/ui/base/Sheet'
import { Money } from '@/src/ui/money/Money'
import { QrCode } from '@/src/ui/thing/QrCode'
import { payWords as words } from './pay.labels'

type PaySheetProps = { pay: InvoiceToPay; currency: string; locale: Locale }

/** How to pay an invoice: a QR for the bank's application, and the details to copy into a payment order. */
export function PaySheet({ pay, currency, locale }: PaySheetProps) {
  const copied = say(words.copied, locale)
  const details: [string, string | null][] = [
    [say(words.payee, locale), pay.payee],
    [say(words.inn, locale), pay.inn],
    [say(words.kpp, locale), pay.kpp],
    [say(words.account, locale), pay.account],
    [say(words.bank, locale), pay.bankName],
    [say(words.bik, locale), pay.bik],
    [say(words.corrAccount, locale), pay.corrAccount],
    [say(words.purpose, locale), pay.purpose],
  ]
  return (
    <Sheet
      id="pay"
      title={say(words.title, locale)}
      sub={<Money amount={pay.left} currency={currency} locale={locale} />}
    >
      {pay.qr ? (
        <div className="grid justify-items-center gap-2 px-4 pb-4 text-center md:px-5">
          <QrCode text={pay.qr} label={say(words.qr, locale)} className="w-full max-w-64" />
          <p className="font-mid">{say(words.byQr, locale)}</p>
          <p className="text-sm text-ink-2">{say(words.byQrText, locale)}</p>
        </div>
      ) : null}
      <details className="group border-t border-line" open={!pay.qr}>
        <summary className="flex min-h-11 items-center gap-2 px-4 text-md font-mid hover:bg-sunk/50 md:px-5">
          {say(words.details, locale)}
          <span aria-hidden className="ml-auto text-ink-3 transition-transform group-open:rotate-180">
            ⌄
          </span>
        </summary>
        <dl className="grid gap-2.5 px-4 pt-1 pb-4.5 text-md md:px-5">
          {details.map(([term, value]) =>
            value ? (
              <div key={term} className="flex items-start gap-2">
                <div className="min-w-0 flex-1">
                  <dt className="text-sm text-ink-2">{term}</dt>
                  <dd className="num !whitespace-normal [overflow-wrap:anywhere]">{value}</dd>
                </div>
                <CopyButton text={value} words={{ copy: say(words.copy, locale, { what: term }), copied }} />
              </div>
            ) : null,
          )}
        </dl>
      </details>
    </Sheet>
  )
}
