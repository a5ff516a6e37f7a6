import { documentsList } from '@/collections/documents/documents/document.list'
import { documentList as words } from '@/collections/documents/documents/document.list.labels'
import { closingMonths } from '@/collections/documents/documents/document.queries'
import { monthName } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { FileDown } from '@/src/ui/icon/icons'
import { listPage } from '../../_list/listPage'
import { pageTitle } from '../../_page/cabinetPage'
import { documentCells } from './documentCells'

/** Months whose closing documents are offered as one archive. */
const ARCHIVED = 2

export const generateMetadata = pageTitle(words.title)

export default listPage(documentsList, {
  cells: documentCells,
  more: async ({ context, locale, href }) =>
    (await closingMonths(context, ARCHIVED)).map((month) => (
      <LinkButton key={month} download href={href(`/documents/archive?closing=${month}`)} icon={<FileDown />}>
        {say(words.closingOf, locale, { month: monthName(month, locale) })}
      </LinkButton>
    )),
  empty: ({ locale }) => <EmptyState title={say(words.empty, locale)}>{say(words.emptyText, locale)}</EmptyState>,
})
