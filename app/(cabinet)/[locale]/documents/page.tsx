import { FileDown } from 'lucide-react'
import { listDocuments } from '@/collections/documents/documents/document.queries'
import { say } from '@/src/lib/i18n'
import { PageHead } from '@/src/ui/base/PageHead'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { DataTable } from '@/src/ui/list/DataTable'
import { effectiveFilters, parseListQuery } from '@/src/ui/list/listQuery'
import { Sums } from '@/src/ui/money/Sums'
import { cabinetPage, pageTitle } from '../../_page/cabinetPage'
import { documentColumns, documentSpec } from './documentList'
import { documentsPage as words } from './documents.labels'
import { documentName } from './documentWords'

export const generateMetadata = pageTitle(words.title)

export default cabinetPage({ module: 'documents', needs: 'documents.read' }, async ({ context, locale, zone, search, href, linkTo }) => {
  const query = parseListQuery(search, documentSpec)
  const { rows, total, sum, unpaid } = await listDocuments(context, { ...query, filters: effectiveFilters(query, documentSpec) })
  return (
    <>
      <PageHead locale={locale} title={say(words.title, locale)} />
      <DataTable
        bulk={{
          amount: ({ total, currency }) => ({ amount: total, currency }),
          actions: [{ key: 'zip', label: say(words.archive, locale), icon: <FileDown />, tone: 'primary', run: { to: href('/documents/archive') } }],
        }}
        columns={documentColumns(zone, { href, linkTo })}
        empty={<EmptyState title={say(words.empty, locale)}>{say(words.emptyText, locale)}</EmptyState>}
        id="documents"
        label={say(words.title, locale)}
        list={{ path: href('/documents'), spec: documentSpec, query, total }}
        locale={locale}
        rowHref={(row) => href(`/documents/${row.id}`)}
        rowKey={(row) => row.id}
        rowName={(row) => documentName(row, locale)}
        rows={rows}
        totals={[
          ...(sum.length > 0 ? [{ label: say(words.total, locale), value: <Sums sums={sum} locale={locale} /> }] : []),
          ...(unpaid.length > 0 ? [{ label: say(words.toPay, locale), value: <Sums sums={unpaid} locale={locale} /> }] : []),
        ]}
      />
    </>
  )
})
