import { statementPrint } from '@/collections/money/accounts/account.print'
import { printForm } from '@/src/mechanisms/print/form'
import { statementForm } from '@/src/mechanisms/print/forms/statement-ru'
import { cabinetRoute, notThere } from '../../../_page/cabinetRoute'
import { pdfResponse } from '../../../_page/pdf'
import { periodOf } from '../period'

/** The statement as a paper, for the account and days of the address. */
export const GET = cabinetRoute(
  { module: 'money', needs: 'balance.read' },
  async ({ context, locale, search, request, session }) => {
    const period = periodOf(Object.fromEntries(search), session.zone)
    const data = await statementPrint(context, search.get('account') ?? '', { ...period, zone: session.zone }, locale)
    return data
      ? pdfResponse(await printForm(statementForm, data, locale, { signal: request.signal, owner: session.user.id }))
      : notThere()
  },
)
