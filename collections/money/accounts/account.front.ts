import { z } from 'zod'
import { financeOf } from '@/collections/sales/sales.api'
import { AppError } from '@/src/lib/errors'
import { defineRoute } from '@/src/mechanisms/front/defineRoute'
import { currency, idIn, moment, momentShown, sum, sumText, described } from '@/src/mechanisms/front/shown'
import { accountLabels } from './account.labels'
import { accountsOf, statementFor } from './account.queries'

const group = accountLabels.group
const needs = 'balance.read'

export const balanceRoute = defineRoute({
  name: 'accounts.balance',
  method: 'get',
  path: '/accounts/balance',
  group,
  title: { ru: 'Остатки, задолженность и лимит', en: 'Balances, debt and limit' },
  needs,
  answer: z.object({
    balance: sum(),
    debt: sum(),
    overdue: sum(),
    reserved: described(sum(), { ru: 'Займут неотгруженные заказы', en: 'What orders not shipped yet will take' }),
    limit: sum(),
    free: described(sum(), { ru: 'Осталось от лимита', en: 'Left of the limit' }),
    currency: currency().nullable(),
    accounts: z.array(
      z.object({
        id: z.uuid(),
        number: z.string().nullable(),
        contract: z.string().nullable(),
        balance: sum(),
        currency: currency(),
        balanceAt: moment().nullable(),
      }),
    ),
  }),
  run: async ({ context }) => {
    const [finance, accounts] = await Promise.all([financeOf(context), accountsOf(context)])
    return {
      balance: sumText(finance?.balance ?? 0),
      debt: sumText(finance?.debt ?? 0),
      overdue: sumText(finance?.overdue ?? 0),
      reserved: sumText(finance?.reserved ?? 0),
      limit: sumText(finance?.limit ?? 0),
      free: sumText(finance?.free ?? 0),
      currency: finance?.currency ?? null,
      accounts: accounts.map(({ id, number, contractNumber, balance, currency: code, balanceAt }) => ({
        id,
        number,
        contract: contractNumber,
        balance: sumText(balance ?? 0),
        currency: code,
        balanceAt: momentShown(balanceAt),
      })),
    }
  },
})

export const statementRoute = defineRoute({
  name: 'accounts.statement',
  method: 'get',
  path: '/accounts/{id}/statement',
  group,
  title: { ru: 'Выписка за дни', en: 'A statement for days' },
  needs,
  params: idIn,
  query: z.object({
    from: described(z.iso.date(), { ru: 'Первый день, ГГГГ-ММ-ДД', en: 'The first day, YYYY-MM-DD' }),
    to: described(z.iso.date(), { ru: 'Последний день, включительно', en: 'The last day, itself included' }),
  }),
  answer: z.object({
    opening: sum(),
    closing: sum(),
    incoming: sum(),
    outgoing: sum(),
    currency: currency(),
    lines: z.array(z.object({ id: z.string(), at: moment(), kind: z.string(), amount: sum(), balance: sum() })),
  }),
  run: async ({ context, params, query: { from, to } }) => {
    const found = await statementFor(context, params.id, { from, to, zone: context.zone })
    if (!found) throw new AppError('record.notFound', {}, { status: 404 })
    return {
      opening: sumText(found.opening),
      closing: sumText(found.closing),
      incoming: sumText(found.incoming),
      outgoing: sumText(found.outgoing),
      currency: found.account.currency,
      lines: found.lines.map(({ id, at, kind, amount, balance }) => ({
        id,
        at,
        kind,
        amount: sumText(amount),
        balance: sumText(balance),
      })),
    }
  },
})
