import { statementFor } from '@/collections/money/accounts/account.queries'
import { dayInZone } from '@/src/lib/dates'
import { ownParty } from '@/src/mechanisms/portal/ownParty'
import { printForm } from '@/src/mechanisms/print/form'
import { statementForm } from '@/src/mechanisms/print/forms/statement-ru'
import { cabinetRoute, notThere } from '../../../_page/cabinetRoute'
import { pdfResponse } from '../../../_page/pdf'
import { periodOf } from '../period'
import { lineTitle } from '../statementColumns'

/** The statement as a paper, for the account and days of the address. */
export const GET = cabinetRoute({ module: 'money', needs: 'balance.read' }, async ({ context, locale, search, request, session }) => {
  const period = periodOf(Object.fromEntries(search), session.zone)
  const statement = await statementFor(context, search.get('account') ?? '', { ...period, zone: session.zone })
  if (!statement) return notThere()
  const made = await printForm(
    statementForm,
    {
      issuer: await ownParty(session.req),
      client: { name: statement.account.companyName },
      ...(statement.account.contractNumber ? { contract: statement.account.contractNumber } : {}),
      currency: statement.account.currency,
      from: period.from,
      to: period.to,
      madeOn: dayInZone(new Date(), session.zone),
      opening: statement.opening,
      rows: statement.lines.map((line) => ({ date: dayInZone(line.at, session.zone), document: lineTitle(line, locale), credit: Math.max(line.amount, 0), debit: Math.max(-line.amount, 0) })),
      closing: statement.closing,
    },
    locale,
    { signal: request.signal },
  )
  return pdfResponse(made)
})
