import { sql } from '@payloadcms/db-postgres/drizzle'
import { buyerOf } from '@/collections/clients/clients.api'
import { dayInZone, longDay, numericDay } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import { countInWords, dayInWords, sumInWords } from '@/src/lib/words'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { isUuid } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { sellerOf } from '@/src/mechanisms/portal/companyDetails'
import {
  definePrintData,
  type PrintRow,
  type PrintValue,
  type PrintValues,
} from '@/src/mechanisms/print/templates/definePrintData'
import { partyFields, partyValues } from '@/src/mechanisms/print/templates/party'
import { contractsPage } from './contract.page.labels'
import { contractById } from './contract.queries'

/** [CONTR-02] The contract as a Word file, by the template in use. */
export const contractPrint = definePrintData({
  kind: 'contract',
  entity: 'contracts',
  label: { ru: 'Договор', en: 'Contract' },
  title: (number, locale) => say(contractsPage.contract, locale, { number }),
  fields: {
    number: { label: { ru: 'Номер договора', en: 'Number of the contract' }, example: 'Д-00087/26' },
    date: { label: { ru: 'Дата договора', en: 'Date of the contract' }, example: '27 ноября 2026' },
    'date.short': { label: { ru: 'Дата цифрами', en: 'The date in figures' }, example: '27.11.2026' },
    'date.words': {
      label: { ru: 'Дата прописью', en: 'The date in Russian words' },
      example: 'двадцать седьмое ноября две тысячи двадцать шестого года',
    },
    subject: { label: { ru: 'О чём договор', en: 'What it is about' }, example: 'Поставка крепежа и инструмента' },
    validUntil: { label: { ru: 'Действует до', en: 'Valid until' }, example: '31 декабря 2027' },
    currency: { label: { ru: 'Валюта', en: 'Currency' }, example: 'RUB' },
    amount: { label: { ru: 'Сумма договора', en: 'Amount' }, example: '1 200 000,00 ₽' },
    'amount.words': {
      label: { ru: 'Сумма прописью', en: 'The amount in words' },
      example: 'Один миллион двести тысяч рублей 00 копеек',
    },
    creditLimit: { label: { ru: 'Кредитный лимит', en: 'Credit limit' }, example: '600 000,00 ₽' },
    'creditLimit.words': {
      label: { ru: 'Лимит прописью', en: 'The limit in words' },
      example: 'Шестьсот тысяч рублей 00 копеек',
    },
    creditDays: { label: { ru: 'Отсрочка, дней', en: 'Days of credit' }, example: '14' },
    'creditDays.words': {
      label: { ru: 'Отсрочка прописью', en: 'Days of credit in words' },
      example: '14 (четырнадцати) календарных дней',
    },
    prepaid: { label: { ru: 'Заполнено, когда отсрочки нет', en: 'Filled where there is no credit' }, example: 'да' },
    hasSchedule: {
      label: { ru: 'Заполнено, когда есть график', en: 'Filled where there is a schedule' },
      example: 'да',
    },
    ...partyFields('seller', { ru: 'Поставщик', en: 'Seller' }),
    ...partyFields('buyer', { ru: 'Покупатель', en: 'Buyer' }),
    schedule: {
      label: { ru: 'График платежей', en: 'Payment schedule' },
      rows: {
        date: { label: { ru: 'Срок', en: 'Due' }, example: '31.12.2026' },
        amount: { label: { ru: 'Сумма', en: 'Amount' }, example: '75 000,00 ₽' },
        note: { label: { ru: 'За что', en: 'For' }, example: 'Аванс' },
      },
    },
  },
  read: contractValues,
  recent: async (context, limit) => {
    const rows = await query<{ id: string; number: string; company: string }>(
      context.req,
      sql`select c.id::text, c.number, co.name as company from contracts c join companies co on co.id = c.company_id
          where ${readable(context, 'contracts', 'c')} order by c.date desc, c.id limit ${limit}`,
    )
    return rows.map(({ id, number, company }) => ({ id, title: `${number}, ${company}` }))
  },
  builtIn: [{ format: 'docx', locale: 'ru', make: async () => (await import('./contractBlank')).contractBlank() }],
})

async function contractValues(context: QueryContext, id: string, locale: Locale): Promise<PrintValues | null> {
  const anywhere = { ...context, company: null }
  const [named] = await query<{ id: string; contractor: string | null }>(
    context.req,
    sql`select c.id::text, c.contractor_id::text as contractor from contracts c where c.id = ${isUuid(id) ? id : null}::uuid and ${readable(anywhere, 'contracts', 'c')}`,
  )
  const contract = named ? await contractById(anywhere, named.id) : null
  if (!named || !contract) return null
  const buyer = await buyerOf(context.req, { company: contract.company, contractor: named.contractor })
  if (!buyer) return null
  const { currency, creditDays } = contract
  const day = dayInZone(contract.date, 'UTC')
  const money = (amount: number): PrintValue => (amount ? sumOf(amount, currency, locale) : null)
  const words = (amount: number): PrintValue => (amount ? sumInWords(amount, currency, locale) : null)
  return {
    number: contract.number,
    date: longDay(day, locale),
    'date.short': numericDay(day),
    'date.words': inWords(day),
    subject: contract.name,
    validUntil: contract.validUntil ? longDay(dayInZone(contract.validUntil, 'UTC'), locale) : null,
    currency,
    amount: money(contract.amount),
    'amount.words': words(contract.amount),
    creditLimit: money(contract.creditLimit),
    'creditLimit.words': words(contract.creditLimit),
    creditDays: creditDays ? { text: String(creditDays), number: creditDays } : null,
    'creditDays.words': creditDays
      ? countInWords(creditDays, ['календарного дня', 'календарных дней', 'календарных дней'], { genitive: true })
      : null,
    prepaid: creditDays ? null : '1',
    hasSchedule: contract.schedule.length > 0 ? '1' : null,
    ...partyValues('seller', await sellerOf(context.req)),
    ...partyValues('buyer', buyer),
    schedule: contract.schedule.map((line): PrintRow => ({
      date: numericDay(dayInZone(line.dueDate, 'UTC')),
      amount: sumOf(line.amount, line.currency, locale),
      note: line.note,
    })),
  }
}

const sumOf = (amount: number, currency: string, locale: Locale): PrintValue => ({
  text: formatMoney(amount, currency, locale).text,
  number: amount / 100,
})

/** A year of another century is a mistake of whoever typed it: it is left to figures. */
function inWords(day: string): PrintValue {
  const year = Number(day.slice(0, 4))
  return year >= 1900 && year <= 2099 ? dayInWords(day) : null
}
