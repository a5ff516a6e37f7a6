import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { say } from '@/src/lib/i18n'
import { defineRoute, type RouteContext } from '@/src/mechanisms/front/defineRoute'
import { defineListRoute } from '@/src/mechanisms/front/listRoute'
import { currency, day, dayShown, idIn, sum, sumText } from '@/src/mechanisms/front/shown'
import { stateLabel } from '@/src/mechanisms/workflow/defineWorkflow'
import { contractLabels } from './contract.labels'
import { contractsList } from './contract.list'
import { contractById, type ContractRow } from './contract.queries'
import { contractWorkflow } from './contract.workflow'

const item = z.object({
  id: z.uuid(),
  number: z.string(),
  date: day().nullable(),
  name: z.string().nullable(),
  kind: z.enum(['main', 'addendum']),
  state: z.object({ key: z.string(), label: z.string() }),
  validUntil: day().nullable(),
  amount: sum(),
  creditLimit: sum(),
  creditDays: z.int(),
  debt: sum(),
  overdue: sum(),
  currency: currency(),
  contractor: z.string().nullable(),
  nextPayment: z.object({ date: day(), amount: sum() }).nullable(),
})

const shown = (row: ContractRow, { locale }: RouteContext): z.input<typeof item> => ({
  id: row.id,
  number: row.number,
  date: dayShown(row.date),
  name: row.name,
  kind: row.kind,
  state: { key: row.status, label: say(stateLabel(contractWorkflow, row.status), locale) },
  validUntil: dayShown(row.validUntil),
  amount: sumText(row.amount ?? 0),
  creditLimit: sumText(row.creditLimit ?? 0),
  creditDays: row.creditDays ?? 0,
  debt: sumText(row.debt ?? 0),
  overdue: sumText(row.overdue ?? 0),
  currency: row.currency,
  contractor: row.contractor,
  nextPayment:
    row.nextDue === null || row.nextAmount === null
      ? null
      : { date: dayShown(row.nextDue) ?? '', amount: sumText(row.nextAmount) },
})

export const contractsRoute = defineListRoute({ list: contractsList, item, give: shown })

const payment = z.object({ id: z.uuid(), date: day(), amount: sum(), paid: sum(), note: z.string().nullable() })

export const contractRoute = defineRoute({
  name: 'contracts.one',
  method: 'get',
  path: '/contracts/{id}',
  group: contractLabels.many,
  title: { ru: 'Договор с графиком платежей', en: 'A contract with its schedule' },
  needs: 'contracts.read',
  params: idIn,
  answer: item.extend({
    parent: z.object({ id: z.uuid(), number: z.string() }).nullable(),
    addenda: z.array(item),
    schedule: z.array(payment),
  }),
  run: async ({ context, params }) => {
    const contract = await contractById(context, params.id)
    if (!contract) throw new AppError('record.notFound', {}, { status: 404 })
    return {
      ...shown(contract, context),
      parent: contract.parent,
      addenda: contract.addenda.map((row) => shown(row, context)),
      schedule: contract.schedule.map(({ id, dueDate, amount, paid, note }) => ({
        id,
        date: dayShown(dueDate) ?? '',
        amount: sumText(amount),
        paid: sumText(paid),
        note,
      })),
    }
  },
})
