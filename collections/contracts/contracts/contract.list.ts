import { dayInZone } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import type { ListSpec } from '@/src/lib/lists/listSpec'
import { defineList } from '@/src/mechanisms/lists/defineList'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { stateLabel } from '@/src/mechanisms/workflow/defineWorkflow'
import { contractsPage as words } from './contract.page.labels'
import { listContracts, pageOfContracts, type ContractRow } from './contract.queries'
import { contractWorkflow } from './contract.workflow'

const dayOf = (value: string | null) => (value === null ? null : { day: dayInZone(value, 'UTC') })

const contractSpec: ListSpec = {
  filters: [
    {
      key: 'status',
      kind: 'select',
      label: words.status,
      options: Object.entries(contractWorkflow.states).map(([value, { label }]) => ({ value, label })),
    },
    { key: 'number', kind: 'text', label: words.number },
    { key: 'date', kind: 'dates', label: words.date },
  ],
  sorts: ['date', 'number', 'debt', 'nextDue'],
  defaultSort: { key: 'date', dir: 'desc' },
  views: [
    { key: 'all', label: words.views.all },
    { key: 'active', label: words.views.active, filters: { status: { kind: 'select', values: ['active'] } } },
    {
      key: 'signing',
      label: words.views.signing,
      filters: { status: { kind: 'select', values: ['draft', 'signing'] } },
    },
    {
      key: 'past',
      label: words.views.past,
      filters: { status: { kind: 'select', values: ['expired', 'terminated'] } },
    },
  ],
}

export const contractsList = defineList<ContractRow>({
  key: 'contracts',
  label: words.title,
  path: '/contracts',
  needs: 'contracts.read',
  spec: () => contractSpec,
  read: async (context, asked) => {
    const { rows, total, debt } = await listContracts(context, asked)
    return { rows, total, totals: [{ key: 'debt', label: words.totalDebt, sums: debt }] }
  },
  rows: async (context, asked) => (await pageOfContracts(context, asked)).rows,
  rowKey: ({ id }) => id,
  rowName: ({ number }, locale) => say(words.contract, locale, { number }),
  rowPage: (row) => pageOf('contracts', row),
  company: { header: words.company, value: ({ companyName }) => companyName },
  columns: [
    {
      key: 'number',
      header: words.numberAndDate,
      sort: true,
      main: true,
      phone: 'first',
      parts: [
        { header: words.number, value: ({ number }) => number },
        { header: words.date, value: ({ date }) => dayOf(date) },
        { header: words.subject, value: ({ name }) => name },
      ],
    },
    {
      key: 'status',
      header: words.status,
      phone: 'second',
      parts: [
        { header: words.status, value: ({ status }, { locale }) => say(stateLabel(contractWorkflow, status), locale) },
        { header: words.validUntil, value: ({ validUntil }) => dayOf(validUntil) },
      ],
    },
    {
      key: 'contractor',
      header: words.contractor,
      phone: 'hide',
      parts: [{ header: words.contractor, value: ({ contractor }) => contractor }],
    },
    {
      key: 'nextDue',
      header: words.next,
      sort: true,
      phone: 'second',
      parts: [
        { header: words.next, value: ({ nextDue }) => dayOf(nextDue) },
        {
          header: words.amount,
          value: ({ nextAmount, currency }) => (nextAmount === null ? null : { amount: nextAmount, currency }),
        },
      ],
    },
    {
      key: 'debt',
      header: words.debt,
      align: 'end',
      sort: true,
      phone: 'first',
      parts: [{ header: words.debt, value: ({ debt, currency }) => (debt === 0 ? null : { amount: debt, currency }) }],
    },
  ],
})
