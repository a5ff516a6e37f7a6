import { describe, expect, it } from 'vitest'
import { printForm } from '@/src/mechanisms/print/form'
import { invoiceForm, type InvoiceInput } from '@/src/mechanisms/print/forms/invoice-ru'
import { orderForm } from '@/src/mechanisms/print/forms/order-ru'
import { reconciliationForm, type ReconciliationInput } from '@/src/mechanisms/print/forms/reconciliation-ru'
import { statementForm, type StatementInput } from '@/src/mechanisms/print/forms/statement-ru'
import { updForm, type UpdInput } from '@/src/mechanisms/print/forms/upd-ru'
import { scanQr } from '@/tests/support/qr'

const supplier = { name: 'ООО «Ромашка»', inn: '7707083893', kpp: '770701001', address: '117312, Москва' }
const buyer = { name: 'ООО «СтройКомплект»', inn: '7728168971', kpp: '772801001' }
const line = { article: 'СШ-1', name: 'Саморез', qty: 12_500, unit: 'шт', price: 94_000, total: 11_750 }

/** What a reader sees: tags off, entities back, spaces made one. */
const read = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ')

const invoice: InvoiceInput = {
  number: '1042',
  date: '2026-11-20',
  supplier,
  buyer,
  basis: 'Договор 54/25',
  payBefore: '2026-11-27',
  currency: 'RUB',
  bank: {
    name: 'ПАО Сбербанк',
    bik: '044525225',
    corrAccount: '30101810400000000225',
    account: '40702810200000000001',
  },
  lines: [line],
  total: 18_240_000,
  vat: 3_289_180,
  director: 'Петров А. В.',
}

const upd: UpdInput = {
  number: 'СК2210',
  date: '2026-11-20',
  seller: supplier,
  buyer,
  basis: 'Заказ 10-2481',
  currency: 'RUB',
  lines: [{ ...line, vat: 1_958, rate: 20 }],
  total: 11_750,
  vat: 1_958,
}

describe('[CONTR-12] УПД', () => {
  it('tells both sides, each line with its tax, and totals that are the sums of the columns', () => {
    const page = updForm.render(upd, 'ru')
    expect(page.landscape).toBe(true)
    const text = read(page.html)
    for (const part of [
      'Универсальный передаточный документ № СК2210 от 20 ноября 2026',
      'ООО «Ромашка», ИНН 7707083893, КПП 770701001',
      'ООО «СтройКомплект»',
      'Заказ 10-2481',
      '97,92 20 % 19,58 117,50',
      'Всего к оплате 97,92 19,58 117,50',
    ])
      expect(text).toContain(part)
    expect(read(updForm.render({ ...upd, lines: [{ ...line, vat: 0, rate: null }], vat: 0 }, 'en').html)).toContain(
      'no VAT',
    )
  })

  it('lets nobody write into the paper', () => {
    const evil = '<script>alert(1)</script>'
    expect(
      updForm.render({ ...upd, basis: evil, lines: [{ ...line, name: evil, vat: 0, rate: 20 }] }, 'ru').html,
    ).not.toContain(evil)
  })
})

describe('[CONTR-12] счёт на оплату', () => {
  it('says everything that a bank and an accountant look for', () => {
    const page = invoiceForm.render(invoice, 'ru')
    const text = read(page.html)
    for (const part of [
      'Счёт на оплату № 1042 от 20 ноября 2026',
      'ПАО Сбербанк',
      '044525225',
      '30101810400000000225',
      '40702810200000000001',
      'ООО «Ромашка», ИНН 7707083893, КПП 770701001, 117312, Москва',
      'ООО «СтройКомплект», ИНН 7728168971',
      'Договор 54/25',
      'Оплатить до 27 ноября 2026',
      '1 СШ-1 Саморез 12,5 шт 9,40 117,50',
      'Итого 182 400,00',
      'В том числе НДС 32 891,80',
      'Всего к оплате 182 400,00',
      'Всего 1 наименование на сумму 182 400,00 ₽',
      'Сто восемьдесят две тысячи четыреста рублей 00 копеек',
      'Петров А. В.',
    ])
      expect(text).toContain(part)
    expect(page.fileName).toBe('Счёт на оплату № 1042 от 20 ноября 2026')
  })

  it('says «Без НДС», leaves the empty column out, speaks English', () => {
    const text = read(
      invoiceForm.render({ ...invoice, vat: null, lines: [{ ...line, article: undefined }] }, 'ru').html,
    )
    expect(text).toContain('Без НДС')
    expect(text).not.toContain('Артикул')
    const english = read(invoiceForm.render({ ...invoice, currency: 'USD' }, 'en').html)
    expect(english).toContain('Invoice No. 1042 of 20 November 2026')
    expect(english).toContain('One hundred eighty-two thousand four hundred US dollars 00 cents')
  })

  it('carries a payment QR that says the same as its bank block, and none where nobody could pay by it', async () => {
    const path = (changed: Partial<InvoiceInput>) =>
      /<div class="pay"><svg viewBox="0 0 (\d+) \1"[^>]*><path d="([^"]+)"/.exec(
        invoiceForm.render({ ...invoice, ...changed }, 'ru').html,
      )
    const [, size, d = ''] = path({}) ?? []
    expect(await scanQr({ size: Number(size), path: d })).toBe(
      'ST00012|Name=ООО «Ромашка»|PersonalAcc=40702810200000000001|BankName=ПАО Сбербанк|BIC=044525225|CorrespAcc=30101810400000000225|Sum=18240000' +
        '|Purpose=Оплата по счёту № 1042 от 20.11.2026. В том числе НДС 32 891,80 руб|PayeeINN=7707083893|KPP=770701001',
    )
    expect(path({ currency: 'USD' })).toBeNull()
    expect(path({ bank: { ...invoice.bank, account: '' } })).toBeNull()
    expect(path({ total: 0 })).toBeNull()
  })

  it('refuses data that are no invoice, naming the place', async () => {
    await expect(printForm(invoiceForm, { ...invoice, lines: [{ ...line, total: 1.5 }] }, 'ru')).rejects.toMatchObject({
      code: 'print.badData',
      params: { form: 'invoice', path: 'lines.0.total' },
    })
  })
})

describe('бланк заказа', () => {
  it('holds lines and total', () => {
    const input = {
      number: 'K-1',
      date: '2026-11-20',
      supplier,
      buyer,
      currency: 'RUB',
      lines: [line, line],
      total: 23_500,
      vat: null,
      comment: 'Позвонить',
    }
    const text = read(orderForm.render(input, 'ru').html)
    for (const part of [
      'Заказ № K-1 от 20 ноября 2026',
      '2 СШ-1 Саморез',
      'Итого 235,00',
      'Двести тридцать пять рублей 00 копеек',
      'Комментарий Позвонить',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('Доставка')
  })
})

describe('[GOAL-03] выписка', () => {
  const input: StatementInput = {
    issuer: supplier,
    client: buyer,
    currency: 'RUB',
    from: '2026-11-01',
    to: '2026-11-30',
    madeOn: '2026-12-01',
    opening: -4_821_000,
    closing: -4_371_000,
    rows: [
      { date: '2026-11-03', document: 'Платёж № 51', credit: 1_000_000, debit: 0 },
      { date: '2026-11-09', document: 'Реализация № 901', credit: 0, debit: 550_000 },
    ],
  }
  it('runs from the opening to the closing balance', () => {
    const text = read(statementForm.render(input, 'ru').html)
    for (const part of [
      'Входящий остаток на 1 ноября 2026 −48 210,00',
      '03.11.2026 Платёж № 51 10 000,00 −38 210,00',
      '09.11.2026 Реализация № 901 5 500,00 −43 710,00',
      'Обороты за период 10 000,00 5 500,00',
      'Исходящий остаток на 30 ноября 2026 −43 710,00',
    ])
      expect(text).toContain(part)
  })
  it('says when nothing moved', () => {
    expect(read(statementForm.render({ ...input, rows: [], closing: input.opening }, 'ru').html)).toContain(
      'За это время движений не было',
    )
  })
  it('refuses balances that its own rows contradict', async () => {
    for (const off of [-1, 1, -input.closing]) {
      await expect(printForm(statementForm, { ...input, closing: input.closing + off }, 'ru')).rejects.toMatchObject({
        code: 'print.badData',
        params: { path: 'closing' },
      })
    }
  })
})

describe('[EXCH-19] акт сверки', () => {
  const input: ReconciliationInput = {
    ours: supplier,
    theirs: buyer,
    contract: '54/25',
    currency: 'RUB',
    from: '2026-10-01',
    to: '2026-12-31',
    opening: 100_000,
    rows: [
      { date: '2026-11-01', document: 'Реализация № 1', debit: 50_000, credit: 0 },
      { date: '2026-11-02', document: 'Оплата № 7', debit: 0, credit: 120_000 },
    ],
  }
  it('mirrors the other side and says who owes whom', () => {
    const text = read(reconciliationForm.render(input, 'ru').html)
    for (const part of [
      'между ООО «Ромашка» и ООО «СтройКомплект» по договору 54/25',
      'Сальдо начальное 1 000,00 Сальдо начальное 1 000,00',
      '01.11.2026 Реализация № 1 500,00 01.11.2026 Реализация № 1 500,00',
      'Обороты за период 500,00 1 200,00 Обороты за период 1 200,00 500,00',
      'На 31 декабря 2026 задолженность в пользу ООО «Ромашка» 300,00 ₽ (Триста рублей 00 копеек)',
    ])
      expect(text).toContain(part)
  })
  it('turns when they are owed, and says when nobody is', () => {
    expect(read(reconciliationForm.render({ ...input, opening: 0 }, 'ru').html)).toContain(
      'задолженность в пользу ООО «СтройКомплект» 700,00 ₽',
    )
    expect(read(reconciliationForm.render({ ...input, opening: 70_000 }, 'ru').html)).toContain(
      'На 31 декабря 2026 задолженности нет',
    )
    expect(read(reconciliationForm.render({ ...input, contract: undefined }, 'ru').html)).not.toContain('договору')
  })
})

describe('every form', () => {
  it('escapes what it prints', () => {
    const evil = '<img src=x onerror=alert(1)>'
    const party = { name: evil, inn: evil, kpp: evil, address: evil, phone: evil }
    const lines = [{ article: evil, name: evil, qty: 1, unit: evil, price: 1, total: 1 }]
    const bank = { name: evil, bik: evil, corrAccount: evil, account: evil }
    const order = {
      number: evil,
      date: '2026-01-01',
      supplier: party,
      buyer: party,
      currency: evil,
      lines,
      total: 1,
      vat: 1,
      comment: evil,
      contract: evil,
      status: evil,
      delivery: evil,
      address: evil,
      manager: evil,
    }
    const pages = [
      invoiceForm.render({ ...order, bank, basis: evil, director: evil, accountant: evil }, 'ru'),
      orderForm.render(order, 'ru'),
      statementForm.render(
        {
          issuer: party,
          client: party,
          contract: evil,
          currency: evil,
          from: '2026-01-01',
          to: '2026-01-02',
          madeOn: '2026-01-02',
          opening: 0,
          closing: 1,
          rows: [{ date: '2026-01-01', document: evil, credit: 1, debit: 0 }],
        },
        'ru',
      ),
      reconciliationForm.render(
        {
          ours: { ...party, signer: evil, post: evil },
          theirs: party,
          contract: evil,
          currency: evil,
          from: '2026-01-01',
          to: '2026-01-02',
          opening: 1,
          rows: [{ date: '2026-01-01', document: evil, debit: 1, credit: 0 }],
        },
        'en',
      ),
    ]
    for (const page of pages) {
      expect(page.html).not.toContain('<img')
      expect(page.footer).not.toContain('<img')
      expect(page.fileName).not.toMatch(/[<>/\\:"|?*]/)
    }
  })
})
