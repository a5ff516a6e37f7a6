import { defaultLocale, defineLabels, say } from '@/src/lib/i18n'
import { defineHomeCard } from '@/src/mechanisms/home/defineHomeCard'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { nextPayment } from '../contracts/contract.queries'

const words = defineLabels({
  title: { ru: 'Ближайший платёж', en: 'Next payment' },
  of: { ru: 'Договор {number}', en: 'Contract {number}' },
  due: { ru: 'Срок', en: 'Due' },
})

/** [CONTR-09] The next payment by any schedule of the company. */
export const paymentCard = defineHomeCard({
  key: 'schedule-lines.next',
  label: words.title,
  needs: 'contracts.read',
  place: 'aside',
  order: 20,
  view: 'facts',
  read: async (context) => {
    const payment = await nextPayment(context)
    if (!payment) return null
    const locale = context.locale ?? defaultLocale
    const contract = say(words.of, locale, { number: payment.contractNumber })
    return {
      facts: [
        { term: contract, value: { amount: payment.amount - payment.paid, currency: payment.currency } },
        { term: say(words.due, locale), value: { day: payment.dueDate } },
      ],
      link: { href: pageOf('contracts', { id: payment.contract, number: payment.contractNumber }), label: contract },
    }
  },
})
