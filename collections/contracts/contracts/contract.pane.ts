import { numericDay } from '@/src/lib/dates'
import { defineLabels, say, type Text } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import { addressOfTemplatePrint } from '@/src/mechanisms/print/templates/printAddresses'
import { definePane, definePanePart } from '@/src/mechanisms/panel/definePane'
import { panelPageOf } from '@/src/mechanisms/records/defineRecord'
import { contractLabels } from './contract.labels'
import { prepareContract } from './contract.actions'
import { contractById, contractorsOf, listContracts } from './contract.queries'

const words = defineLabels({
  client: { ru: 'Клиент', en: 'Client' },
  contractor: { ru: 'Контрагент', en: 'Contractor' },
  name: { ru: 'О чём', en: 'About' },
  date: { ru: 'Дата', en: 'Date' },
  until: { ru: 'Действует до', en: 'Valid until' },
  amount: { ru: 'Сумма', en: 'Sum' },
  limit: { ru: 'Кредитный лимит', en: 'Credit limit' },
  days: { ru: 'Отсрочка, дней', en: 'Days of credit' },
  debt: { ru: 'Долг', en: 'Debt' },
  overdue: { ru: 'Просрочено', en: 'Overdue' },
  parent: { ru: 'К договору', en: 'To the contract' },
  file: { ru: 'Файл', en: 'File' },
  schedule: { ru: 'График платежей', en: 'Payment schedule' },
  due: { ru: 'Срок', en: 'Due' },
  paid: { ru: 'Оплачено', en: 'Paid' },
  note: { ru: 'За что', en: 'For' },
  addenda: { ru: 'Дополнительные соглашения', en: 'Addenda' },
  number: { ru: 'Номер', en: 'Number' },
  state: { ru: 'Состояние', en: 'State' },
  contracts: { ru: 'Договоры', en: 'Contracts' },
  print: { ru: 'Скачать договор в Word', en: 'Download the contract in Word' },
  prepare: { ru: 'Подготовить договор', en: 'Prepare a contract' },
  prepared: { ru: 'Договор подготовлен', en: 'The contract is prepared' },
  with: { ru: 'С какой организацией', en: 'With which organisation' },
  none: { ru: 'Договоров пока нет', en: 'No contracts yet' },
})
const states: Readonly<Record<string, Text>> = contractLabels.options.status
const stateWords = (status: string): Text => states[status] ?? contractLabels.one

/** A contract: with whom, until when, for how much, its payments and addenda. */
export const contractPane = definePane({
  entity: 'contracts',
  read: async (context, id, locale) => {
    const contract = await contractById(context, id)
    if (!contract) return null
    const sum = (amount: number | null): string | null =>
      amount ? formatMoney(amount, contract.currency, locale).text : null
    return {
      links: [{ label: words.print, href: addressOfTemplatePrint('contract', contract.id, 'docx', locale) }],
      facts: [
        { label: words.client, value: contract.companyName, href: panelPageOf('companies', { id: contract.company }) },
        { label: words.contractor, value: contract.contractor },
        { label: words.name, value: contract.name },
        { label: words.date, value: numericDay(contract.date) },
        { label: words.until, value: contract.validUntil ? numericDay(contract.validUntil) : null },
        {
          label: words.parent,
          value: contract.parent?.number ?? null,
          ...(contract.parent ? { href: panelPageOf('contracts', contract.parent) } : {}),
        },
        { label: words.amount, value: sum(contract.amount) },
        { label: words.limit, value: sum(contract.creditLimit) },
        { label: words.days, value: contract.creditDays ? String(contract.creditDays) : null },
        { label: words.debt, value: sum(contract.debt) },
        { label: words.overdue, value: sum(contract.overdue), tone: 'bad' },
        {
          label: words.file,
          value: contract.file?.title ?? null,
          ...(contract.file ? { href: `/api/document-files/file/${encodeURIComponent(contract.file.fileName)}` } : {}),
        },
      ],
      tables: [
        {
          key: 'schedule',
          title: words.schedule,
          heads: [
            { label: words.due },
            { label: words.note },
            { label: words.amount, end: true },
            { label: words.paid, end: true },
          ],
          rows: contract.schedule.map((line) => ({
            key: line.id,
            cells: [
              { text: numericDay(line.dueDate) },
              { text: line.note ?? '—' },
              { text: formatMoney(line.amount, line.currency, locale).text },
              { text: line.paid > 0 ? formatMoney(line.paid, line.currency, locale).text : '—' },
            ],
          })),
        },
        {
          key: 'addenda',
          title: words.addenda,
          heads: [{ label: words.number }, { label: words.date }, { label: words.state }],
          rows: contract.addenda.map((row) => ({
            key: row.id,
            cells: [
              { text: row.number, note: row.name, href: panelPageOf('contracts', row) },
              { text: numericDay(row.date) },
              { text: say(stateWords(row.status), locale) },
            ],
          })),
        },
      ],
    }
  },
})

/** The last contracts of a client, in its pane. */
export const contractsOfClient = definePanePart({
  key: 'contracts',
  of: ['companies'],
  order: 10,
  read: async (context, { id }, locale) => {
    const asked = { search: '', filters: {}, sort: { key: 'date', dir: 'desc' as const }, page: 1, perPage: 20 }
    const { rows } = await listContracts({ ...context, company: id }, asked)
    const payers = await contractorsOf(context, id)
    return {
      tables: [
        {
          key: 'contracts',
          title: words.contracts,
          heads: [
            { label: words.number },
            { label: words.state },
            { label: words.until },
            { label: words.debt, end: true },
          ],
          rows: rows.map((row) => ({
            key: row.id,
            cells: [
              { text: row.number, note: row.name, href: panelPageOf('contracts', row) },
              { text: say(stateWords(row.status), locale) },
              { text: row.validUntil ? numericDay(row.validUntil) : '—' },
              { text: row.debt ? formatMoney(row.debt, row.currency, locale).text : '—' },
            ],
          })),
          empty: words.none,
          ...(payers.length > 0 && prepareContract.may.includes(context.actor.role)
            ? {
                forms: [
                  {
                    action: prepareContract.name,
                    input: {},
                    words: { open: words.prepare, send: words.prepare, sent: words.prepared },
                    fields: [
                      {
                        name: 'contractor',
                        label: words.with,
                        type: 'choice' as const,
                        required: true,
                        choices: payers,
                      },
                      { name: 'name', label: words.name, type: 'text' as const },
                    ],
                  },
                ],
              }
            : {}),
        },
      ],
    }
  },
})
