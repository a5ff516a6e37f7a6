import type { ContractRow } from '@/collections/contracts/contracts/contract.queries'
import { contractsPage as words } from '@/collections/contracts/contracts/contract.page.labels'
import { contractWorkflow } from '@/collections/contracts/contracts/contract.workflow'
import { longDay } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { stateLabel } from '@/src/mechanisms/workflow/defineWorkflow'
import { State } from '@/src/ui/base/State'
import { date, note, quiet, state, strong } from '@/src/ui/list/cell'
import type { Cells } from '../../_list/listCells'

export function ContractState({ status, locale }: { status: string; locale: Locale }) {
  return <State tone={contractWorkflow.states[status]?.tone}>{say(stateLabel(contractWorkflow, status), locale)}</State>
}

export const contractCells: Cells<ContractRow> = {
  number: (row, { locale, zone }) => [
    strong(row.number),
    ' ',
    quiet(date(row.date, locale, zone, 'day')),
    ...note(row.name),
  ],
  status: (row, { locale, zone }) => [
    state(say(stateLabel(contractWorkflow, row.status), locale), contractWorkflow.states[row.status]?.tone),
    ...note(row.validUntil && say(words.until, locale, { day: longDay(row.validUntil, locale, zone) })),
  ],
}
