import type { ReactNode } from 'react'
import type { OrderPage } from '@/collections/sales/orders/order.page.queries'
import { orderLabels } from '@/collections/sales/orders/order.labels'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import { paymentLabel } from '@/collections/sales/payment-methods/definePaymentMethod'
import { adminLabels } from '../admin.labels'
import { workplaceLabels } from './workplace.labels'
import { address } from './address'
import { BranchPick } from './BranchPick'

const words = workplaceLabels
const { fields, options } = orderLabels
type Fact = [Text, ReactNode]
/** What the order may be given to; null for whoever only looks. */
type Branches = Array<{ id: string; name: string }> | null

/** Who, where to, when, for how much, and how the order stands with 1C. Empty facts are left out. */
export function OrderFacts({ order, locale, branches }: { order: OrderPage; locale: Locale; branches: Branches }) {
  return (
    <div className="kb-two">
      <Facts facts={own(order, locale)} locale={locale} />
      <Facts facts={withErp(order, locale, branches)} locale={locale} />
    </div>
  )
}

function own(order: OrderPage, locale: Locale): Fact[] {
  const method = say(options.deliveryMethod[order.deliveryMethod], locale)
  const where = order.deliveryMethod === 'pickup' ? order.warehouse : order.deliveryAddress
  return [
    [
      words.client,
      <a href={address('/admin/workplace/clients', { client: order.company })} key="client">
        {order.companyName}
      </a>,
    ],
    [
      fields.contractor,
      order.contractor ? [order.contractor, order.contractorInn].filter(Boolean).join(', ИНН ') : null,
    ],
    [
      fields.contract,
      order.contractId ? (
        <a href={`/admin/collections/contracts/${order.contractId}`} key="contract">
          {order.contract}
        </a>
      ) : null,
    ],
    [words.manager, order.manager ?? say(words.nobody, locale)],
    [fields.author, [order.author, order.authorPhone].filter(Boolean).join(', ')],
    [words.delivery, [method, where].filter(Boolean).join(': ')],
    [words.wanted, order.wantedDate ? humanDate(order.wantedDate, locale) : null],
    [fields.plannedDate, order.plannedDate ? humanDate(order.plannedDate, locale) : null],
    [words.comment, order.comment],
  ]
}

function withErp(order: OrderPage, locale: Locale, branches: Branches): Fact[] {
  const { passport } = order
  return [
    [fields.paymentMethod, say(paymentLabel(order.paymentMethod), locale)],
    [
      fields.paid,
      `${formatMoney(order.paid, order.currency, locale).text} / ${formatMoney(order.total, order.currency, locale).text}`,
    ],
    [
      fields.branch,
      branches ? (
        <BranchPick
          branch={order.branchId}
          branches={branches}
          key="branch"
          order={order.id}
          words={{
            label: say(fields.branch, locale),
            none: say(words.noBranch, locale),
            failed: say(adminLabels.failed, locale),
          }}
        />
      ) : (
        order.branch
      ),
    ],
    [words.reference, order.clientReference],
    [fields.splitFrom, order.splitFrom],
    [
      words.erp,
      passport.erpNumber
        ? `№ ${passport.erpNumber}`
        : passport.exportedAt || passport.externalId
          ? null
          : say(words.notExported1c, locale),
    ],
    [fields.exportedAt, passport.exportedAt ? humanDate(passport.exportedAt, locale) : null],
    [fields.unsentSince, passport.unsentSince ? humanDate(passport.unsentSince, locale) : null],
    [
      fields.exportProblem,
      passport.problem ? (
        <span className="kb-error" key="problem">
          {passport.problem}
        </span>
      ) : null,
    ],
    [
      words.synced,
      passport.syncedAt ? [humanDate(passport.syncedAt, locale), passport.node].filter(Boolean).join(', ') : null,
    ],
    [words.externalId, passport.externalId ? <code key="id">{passport.externalId}</code> : null],
  ]
}

function Facts({ facts, locale }: { facts: Fact[]; locale: Locale }) {
  return (
    <dl className="kb-facts">
      {facts.map(([label, value]) =>
        value ? (
          <div key={label.en}>
            <dt>{say(label, locale)}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
