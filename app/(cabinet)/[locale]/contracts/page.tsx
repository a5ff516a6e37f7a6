import { contractsList } from '@/collections/contracts/contracts/contract.list'
import { contractsPage as words } from '@/collections/contracts/contracts/contract.page.labels'
import { say } from '@/src/lib/i18n'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { listPage } from '../../_list/listPage'
import { pageTitle } from '../../_page/cabinetPage'
import { contractCells } from './contractCells'

export const generateMetadata = pageTitle(words.title)

export default listPage(contractsList, {
  cells: contractCells,
  empty: ({ locale }) => <EmptyState title={say(words.empty, locale)}>{say(words.emptyText, locale)}</EmptyState>,
})
