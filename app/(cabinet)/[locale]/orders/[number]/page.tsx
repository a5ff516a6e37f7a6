import { FileSpreadsheet, Printer, Repeat2 } from '@/src/ui/icon/icons'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { managerOf } from '@/collections/clients/companies/company.queries'
import { documentsAbout } from '@/collections/documents/documents/document.queries'
import { orderByNumber, type OrderPage } from '@/collections/sales/orders/order.page.queries'
import { orderOfficePrint } from '@/collections/sales/orders/order.office.print'
import { orderPrint } from '@/collections/sales/orders/order.print'
import { orderWorkflow } from '@/collections/sales/orders/order.workflow'
import { humanDate, longDay } from '@/src/lib/dates'
import { decoded } from '@/src/lib/http/decoded'
import { defaultLocale, isLocale, say, type Locale } from '@/src/lib/i18n'
import { addressOfTemplatePrint } from '@/src/mechanisms/print/templates/printAddresses'
import { addressOfPrint } from '@/src/mechanisms/print/definePrint'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { Columns } from '@/src/ui/base/Columns'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { State } from '@/src/ui/base/State'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { Stepper, type StepperStep } from '@/src/ui/base/Stepper'
import { moneyText } from '@/src/ui/money/Money'
import { cabinetPage } from '../../../_page/cabinetPage'
import { CompanyManager } from '../../../_talk/CompanyManager'
import { TransitionButtons } from '../../../_transitions/TransitionButtons'
import { OrderAside } from './OrderAside'
import { OrderLines } from './OrderLines'
import { OrderStream } from './OrderStream'
import { orderPage as words } from './order.labels'
import { submitOrderRepeat } from './order.server'

/** The number stands in the address already: the tab says no more than that. */
export async function generateMetadata(props: { params: Promise<Params> }): Promise<Metadata> {
  const { locale, number } = await props.params
  return { title: say(words.title, isLocale(locale) ? locale : defaultLocale, { number: decoded(number) }) }
}

type Params = { locale: string; number: string }

export default cabinetPage<Params>(
  { module: 'sales', needs: 'orders.read' },
  async ({ context, session, locale, zone, params, href }) => {
    const order = await orderByNumber(context, decoded(params.number))
    if (!order) notFound()
    const [documents, manager] = await Promise.all([
      session.capabilities.has('documents.read')
        ? documentsAbout({ ...context, company: null }, { order: order.id })
        : [],
      managerOf({ ...context, company: order.company }),
    ])
    const unpaid =
      order.status === 'cancelled'
        ? undefined
        : documents.find(({ kind, cancelled, paid, total }) => kind === 'invoice' && !cancelled && paid < total)
    const day = longDay(order.placedAt, locale, zone)
    const state = orderWorkflow.states[order.status]
    const again = session.actor.memberships.get(order.company)?.has('orders.create') ? (
      <form action={submitOrderRepeat.bind(null, locale, order.id)}>
        <SubmitButton icon={<Repeat2 />}>{say(words.repeat, locale)}</SubmitButton>
      </form>
    ) : null
    return (
      <>
        <PageHead
          actions={
            unpaid ? (
              <LinkButton href={href(`${pageOf('documents', unpaid)}#pay`)} tone="primary">
                {say(words.pay, locale, { sum: moneyText(unpaid.total - unpaid.paid, unpaid.currency, locale) })}
              </LinkButton>
            ) : (
              again
            )
          }
          more={
            <>
              {unpaid ? again : null}
              <LinkButton download href={addressOfPrint(orderPrint, order.id, locale)} icon={<Printer />}>
                {say(orderPrint.label, locale)}
              </LinkButton>
              <LinkButton
                download
                href={addressOfTemplatePrint(orderOfficePrint.kind, order.id, 'xlsx', locale)}
                icon={<FileSpreadsheet />}
              >
                {say(words.excel, locale)}
              </LinkButton>
            </>
          }
          crumbs={[{ label: say(words.orders, locale), href: href('/orders') }]}
          locale={locale}
          sub={
            <>
              {order.contract
                ? say(words.fromContract, locale, { day, contract: order.contract })
                : say(words.from, locale, { day })}
              {state?.step === undefined ? (
                <span className="ml-3">
                  <State tone={state?.tone}>{state ? say(state.label, locale) : order.status}</State>
                </span>
              ) : null}
            </>
          }
          title={say(words.title, locale, { number: order.number })}
        />
        <Sheet className="mb-6" label={say(words.way, locale)}>
          <Stepper label={say(words.way, locale)} locale={locale} steps={stepsOf(order, locale, zone)} />
        </Sheet>
        <Columns
          aside={
            <>
              <OrderAside documents={documents} href={href} locale={locale} order={order} zone={zone} />
              <CompanyManager locale={locale} manager={manager} talk="#history" />
            </>
          }
        >
          <OrderLines href={href} locale={locale} order={order} zone={zone} />
          <OrderStream files={session.capabilities.has('documents.read')} locale={locale} order={order} zone={zone} />
          <TransitionButtons bar={order.bar} locale={locale} />
        </Columns>
      </>
    )
  },
)

function stepsOf(order: OrderPage, locale: Locale, zone: string): StepperStep[] {
  return order.steps.map(({ state, at, reached, current }) => {
    const declared = orderWorkflow.states[state]
    const left = declared?.step === undefined
    return {
      key: state,
      label: say(declared?.label ?? { ru: state, en: state }, locale),
      note: at
        ? humanDate(at, locale, zone)
        : state === 'shipped' && order.plannedDate
          ? say(words.plan, locale, { day: humanDate(order.plannedDate, locale, zone) })
          : undefined,
      is: left ? 'stopped' : current && state !== 'closed' ? 'now' : reached ? 'done' : 'next',
    }
  })
}
