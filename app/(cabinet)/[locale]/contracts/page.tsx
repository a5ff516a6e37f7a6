import { listContracts } from '@/collections/contracts/contracts/contract.queries'
import { say } from '@/src/lib/i18n'
import { PageHead } from '@/src/ui/base/PageHead'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { DataTable } from '@/src/ui/list/DataTable'
import { effectiveFilters, parseListQuery } from '@/src/ui/list/listQuery'
import { Sums } from '@/src/ui/money/Sums'
import { cabinetPage, pageTitle } from '../../_page/cabinetPage'
import { contractColumns, contractSpec } from './contractList'
import { contractsPage as words } from './contracts.labels'

export const generateMetadata = pageTitle(words.title)

export default cabinetPage({ module: 'contracts', needs: 'contracts.read' }, async ({ context, locale, zone, search, href }) => {
  const query = parseListQuery(search, contractSpec)
  const { rows, total, debt } = await listContracts(context, { ...query, filters: effectiveFilters(query, contractSpec) })
  return (
    <>
      <PageHead locale={locale} title={say(words.title, locale)} />
      <DataTable
        columns={contractColumns(zone)}
        empty={<EmptyState title={say(words.empty, locale)}>{say(words.emptyText, locale)}</EmptyState>}
        id="contracts"
        label={say(words.title, locale)}
        list={{ path: href('/contracts'), spec: contractSpec, query, total }}
        locale={locale}
        rowHref={(row) => href(`/contracts/${row.id}`)}
        rowKey={(row) => row.id}
        rows={rows}
        totals={debt.length > 0 ? [{ label: say(words.totalDebt, locale), value: <Sums sums={debt} locale={locale} /> }] : []}
      />
    </>
  )
})
