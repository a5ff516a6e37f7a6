import { contractLabels } from '@/collections/contracts/contracts/contract.labels'
import type { ContractRow } from '@/collections/contracts/contracts/contract.queries'
import { longDay } from '@/src/lib/dates'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { Dash } from '@/src/ui/base/Dash'
import { State, type StateTone } from '@/src/ui/base/State'
import type { Column } from '@/src/ui/list/column'
import type { ListSpec } from '@/src/ui/list/listSpec'
import { DateText } from '@/src/ui/money/DateText'
import { Money } from '@/src/ui/money/Money'
import { contractsPage as words } from './contracts.labels'

const tones: Record<string, StateTone> = { draft: 'idle', signing: 'wait', active: 'good', suspended: 'wait', expired: 'idle', terminated: 'bad' }
const states: Record<string, Text> = contractLabels.options.status

export function ContractState({ status, locale }: { status: string; locale: Locale }) {
  const label = states[status]
  return <State tone={tones[status] ?? 'idle'}>{label ? say(label, locale) : status}</State>
}

export const contractSpec: ListSpec = {
  filters: [
    { key: 'status', kind: 'select', label: words.status, options: Object.entries(states).map(([value, label]) => ({ value, label })) },
    { key: 'number', kind: 'text', label: words.number },
    { key: 'date', kind: 'dates', label: words.date },
  ],
  sorts: ['date', 'number', 'debt', 'nextDue'],
  defaultSort: { key: 'date', dir: 'desc' },
  views: [
    { key: 'all', label: words.views.all },
    { key: 'active', label: words.views.active, filters: { status: { kind: 'select', values: ['active'] } } },
    { key: 'signing', label: words.views.signing, filters: { status: { kind: 'select', values: ['draft', 'signing'] } } },
    { key: 'past', label: words.views.past, filters: { status: { kind: 'select', values: ['expired', 'terminated'] } } },
  ],
}

export const contractColumns = (zone: string): Column<ContractRow>[] => [
  {
    key: 'number',
    header: words.numberAndDate,
    sort: true,
    main: true,
    phone: 'first',
    cell: (row, { locale }) => (
      <>
        <b className="font-mid">{row.number}</b> <DateText className="text-sm text-ink-2" locale={locale} style="day" value={row.date} zone={zone} />
      </>
    ),
  },
  {
    key: 'status',
    header: words.status,
    phone: 'second',
    cell: (row, { locale }) => (
      <>
        <ContractState locale={locale} status={row.status} />
        {row.validUntil ? <span className="block text-sm text-ink-2">{say(words.until, locale, { day: longDay(row.validUntil, locale, zone) })}</span> : null}
      </>
    ),
  },
  { key: 'contractor', header: words.contractor, phone: 'hide', cell: (row, { locale }) => row.contractor ?? <Dash locale={locale} /> },
  {
    key: 'nextDue',
    header: words.next,
    sort: true,
    phone: 'second',
    cell: (row, { locale }) =>
      row.nextDue && row.nextAmount !== null ? (
        <>
          <DateText className="whitespace-nowrap" locale={locale} value={row.nextDue} zone={zone} />
          <span className="block text-sm text-ink-2">
            <Money amount={row.nextAmount} currency={row.currency} locale={locale} />
          </span>
        </>
      ) : (
        <Dash locale={locale} />
      ),
  },
  {
    key: 'debt',
    header: words.debt,
    align: 'end',
    sort: true,
    phone: 'first',
    cell: (row, { locale }) => (row.debt === 0 ? <Dash locale={locale} /> : <Money amount={row.debt} currency={row.currency} locale={locale} />),
  },
]
