import { FileDown, FileSpreadsheet } from '@/src/ui/icon/icons'
import Link from 'next/link'
import { accountsOf, edgesOf, pageOfStatement } from '@/collections/money/accounts/account.queries'
import { requestOfPeriod } from '@/collections/documents/document-requests/document-request.queries'
import { documentsNamed, unpaidInvoices } from '@/collections/documents/documents/document.queries'
import { contractStanding, financeOf } from '@/collections/sales/credit/standing.queries'
import { humanDate } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import type { LedgerLine } from '@/src/mechanisms/ledger/statement'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { lastExchange } from '@/src/mechanisms/exchange/lastExchange'
import { Button } from '@/src/ui/base/Button'
import { Columns } from '@/src/ui/base/Columns'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet, SheetFoot } from '@/src/ui/base/Sheet'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { Select } from '@/src/ui/form/Select'
import { TextInput } from '@/src/ui/form/TextInput'
import { DataTable } from '@/src/ui/list/DataTable'
import { Pagination } from '@/src/ui/list/Pagination'
import { Money } from '@/src/ui/money/Money'
import { Purse } from '@/src/ui/money/Purse'
import { FactList } from '@/src/ui/thing/FactList'
import { Passport } from '@/src/ui/thing/Passport'
import { cabinetPage, pageTitle } from '../../_page/cabinetPage'
import { firstParam } from '../../_page/firstParam'
import { ActSheet } from './ActSheet'
import { DebtAges } from './DebtAges'
import { periodOf, presetsOf } from './period'
import { statementPage as words } from './statement.labels'
import { statementColumns, type LineLinks } from './statementColumns'

export const generateMetadata = pageTitle(words.title)

/** Lines on a page: more would take a browser longer than the database. */
const LINES = 200
/** No account has more pages; a number beyond it is no number for the database. */
const FURTHEST = 100_000

export default cabinetPage(
  { module: 'money', needs: 'balance.read' },
  async ({ context, locale, zone, search, href, linkTo }) => {
    const period = periodOf(search, zone)
    const [accounts, edges] = await Promise.all([accountsOf(context), edgesOf(context, { ...period, zone })])
    const chosen = accounts.find(({ id }) => id === firstParam(search.account)) ?? accounts[0]
    const asked = Math.min(Math.max(1, Math.trunc(Number(firstParam(search.page))) || 1), FURTHEST)
    const [standing, freshAt, statement] = await Promise.all([
      // An account of a contract stands under the limit of its contract.
      chosen?.contract ? contractStanding(context, chosen.contract) : financeOf(context),
      lastExchange(context.req),
      chosen ? pageOfStatement(context, chosen, edges, { page: asked, size: LINES }) : null,
    ])
    if (!chosen || !statement) {
      return (
        <>
          <PageHead locale={locale} sub={say(words.sub, locale)} title={say(words.title, locale)} />
          <Sheet label={say(words.sub, locale)}>
            <EmptyState title={say(words.none, locale)}>{say(words.noneText, locale)}</EmptyState>
          </Sheet>
        </>
      )
    }
    const money = (amount: number) => <Money amount={amount} currency={chosen.currency} locale={locale} />
    const { lines, page, pages } = statement
    const readsDocuments = linkTo('/documents') !== null
    const [named, act, unpaid] = await Promise.all([
      documentsNamed(
        context,
        lines.flatMap(({ memo }) => (typeof memo.document === 'string' ? memo.document : [])),
      ),
      readsDocuments ? requestOfPeriod(context, { kind: 'reconciliation', ...period }) : undefined,
      standing && standing.debt > 0
        ? unpaidInvoices(context, { contract: chosen.contract, currency: standing.currency })
        : [],
    ])
    const linksOf = ({ memo }: LedgerLine): LineLinks => {
      const document = named.get(String(memo.document))
      return {
        document: document ? linkTo(pageOf('documents', document)) : null,
        order: document?.order
          ? { number: document.order, href: linkTo(pageOf('orders', { number: document.order })) }
          : null,
      }
    }
    const pageAt = (to: number): string =>
      href(`/statement?account=${chosen.id}&from=${period.from}&to=${period.to}&page=${to}`)
    const file = (kind: 'pdf' | 'xlsx'): string =>
      href(`/statement/${kind}?account=${chosen.id}&from=${period.from}&to=${period.to}`)
    return (
      <>
        <PageHead
          more={
            <>
              <LinkButton download href={file('xlsx')} icon={<FileSpreadsheet />}>
                {say(words.excel, locale)}
              </LinkButton>
              <LinkButton download href={file('pdf')} icon={<FileDown />}>
                {say(words.pdf, locale)}
              </LinkButton>
            </>
          }
          locale={locale}
          sub={say(words.sub, locale)}
          title={say(words.title, locale)}
        />
        <Columns
          asideFirst
          aside={
            <>
              <Purse
                balance={chosen.balance}
                currency={chosen.currency}
                limit={standing && standing.limit > 0 ? standing : undefined}
                locale={locale}
              />
              <Sheet label={say(words.sub, locale)}>
                <div className="pt-4">
                  <FactList
                    facts={[
                      { term: say(words.opening, locale), value: money(statement.opening) },
                      { term: say(words.incoming, locale), value: money(statement.incoming) },
                      { term: say(words.outgoing, locale), value: money(statement.outgoing) },
                      { term: say(words.closing, locale), value: <b>{money(statement.closing)}</b> },
                    ]}
                  />
                </div>
                {freshAt ? (
                  <Passport>{say(words.asOf, locale, { when: humanDate(freshAt, locale, zone) })}</Passport>
                ) : null}
              </Sheet>
              {standing && standing.debt > 0 ? (
                <DebtAges standing={standing} unpaid={unpaid} locale={locale} zone={zone} />
              ) : null}
              {readsDocuments && context.company ? (
                <ActSheet request={act} period={period} locale={locale} zone={zone} />
              ) : null}
            </>
          }
        >
          <Sheet label={say(words.title, locale)}>
            <nav
              aria-label={say(words.periods, locale)}
              className="views strip no-print flex gap-1 border-b border-line px-3 py-2.5"
            >
              {presetsOf(zone).map(({ key, from, to }) => (
                <Link
                  aria-current={from === period.from && to === period.to ? 'page' : undefined}
                  href={href(`/statement?account=${chosen.id}&from=${from}&to=${to}`)}
                  key={key}
                  prefetch={false}
                >
                  {say(words.presets[key], locale)}
                </Link>
              ))}
            </nav>
            <form
              className="no-print grid grid-cols-2 gap-3 border-b border-line p-4 [&>:first-child]:col-span-2 [&>button]:col-span-2 sm:[&>:first-child]:col-span-1 sm:[&>button]:col-span-1 sm:grid-cols-[minmax(0,1fr)_10.75rem_10.75rem_auto] sm:items-end md:px-5"
              method="get"
            >
              <Select
                defaultValue={chosen.id}
                label={say(words.account, locale)}
                name="account"
                options={accounts.map((account) => ({
                  value: account.id,
                  label: account.contractNumber
                    ? say(words.byContract, locale, { number: account.contractNumber })
                    : (account.number ?? say(words.mainAccount, locale)),
                }))}
              />
              <TextInput defaultValue={period.from} label={say(words.from, locale)} name="from" type="date" />
              <TextInput defaultValue={period.to} label={say(words.to, locale)} name="to" type="date" />
              <Button type="submit">{say(words.show, locale)}</Button>
            </form>
            <DataTable
              bare
              columns={statementColumns(zone, chosen.currency, linksOf)}
              empty={<EmptyState title={say(words.empty, locale)}>{say(words.emptyText, locale)}</EmptyState>}
              id="statement"
              label={say(words.sub, locale)}
              locale={locale}
              rowKey={(row) => row.id}
              footer={
                pages > 1 ? (
                  <SheetFoot>
                    <Pagination
                      href={pageAt}
                      label={say(words.title, locale)}
                      locale={locale}
                      page={page}
                      pages={pages}
                    />
                  </SheetFoot>
                ) : undefined
              }
              rows={lines}
            />
          </Sheet>
        </Columns>
      </>
    )
  },
)
