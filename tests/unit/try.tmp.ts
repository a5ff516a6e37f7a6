import { writeFileSync } from 'node:fs'
import { htmlToPdf, closePrinter } from '@/src/mechanisms/print/render'
import { sheet, pageFooter, table } from '@/src/mechanisms/print/layout'
import { html } from '@/src/lib/html'
import { printForm } from '@/src/mechanisms/print/form'
import { invoiceForm } from '@/src/mechanisms/print/forms/invoice-ru'
import { statementForm } from '@/src/mechanisms/print/forms/statement-ru'
import { orderForm } from '@/src/mechanisms/print/forms/order-ru'
import { reconciliationForm } from '@/src/mechanisms/print/forms/reconciliation-ru'
const party = { name: 'ООО «Ромашка и партнёры»', inn: '7707083893', kpp: '770701001', address: '117312, Москва, ул. Вавилова, д. 19, офис 402', phone: '+7 495 123-45-67' }
const buyer = { name: 'ООО «СтройКомплект»', inn: '7728168971', kpp: '772801001', address: '107078, Москва, ул. Каланчёвская, 27' }
const lines = Array.from({ length: 60 }, (_, i) => ({ article: `СШ-${100 + i}`, name: i % 7 ? 'Саморез ШСГД 3,5×35 с крупным шагом' : 'Профиль направляющий ПН 50×40 мм, толщина 0,6 мм, оцинкованный, длина 3 000 мм, упаковка 12 шт.', qty: 12500 * (i + 1), unit: 'шт', price: 94000, total: 11750 * (i + 1) }))
const out = process.argv[2]!
const t0 = Date.now()
const show = async (name: string, p: Promise<{ pdf: Buffer; fileName: string }>) => { const t = Date.now(); const r = await p; writeFileSync(`${out}/${name}.pdf`, r.pdf); console.log(name, r.fileName, r.pdf.length, Date.now() - t) }
await show('invoice', printForm(invoiceForm, { number: '1042', date: '2026-11-20', supplier: party, bank: { name: 'ПАО Сбербанк, г. Москва', bik: '044525225', corrAccount: '30101810400000000225', account: '40702810200000000001' }, buyer, basis: 'Договор 54/25 от 12.03.2025', payBefore: '2026-11-27', currency: 'RUB', lines: lines.slice(0,8), total: 18240000, vat: 3289180, director: 'Петров А. В.', accountant: 'Сидорова Е. Н.' }, 'ru'))
await show('order', printForm(orderForm, { number: 'K-10042', date: '2026-11-20', supplier: party, buyer, contract: '54/25', status: 'Подтверждён', delivery: 'До двери', address: 'Москва, Складочная 1', currency: 'RUB', lines, total: 18240000, vat: 3289180 }, 'ru'))
await show('statement', printForm(statementForm, { issuer: party, client: buyer, currency: 'RUB', from: '2026-11-01', to: '2026-11-30', madeOn: '2026-12-01', opening: -4821000, closing: -4821000 + 1000000 - 550000, rows: [{ date: '2026-11-03', document: 'Платёжное поручение № 51', credit: 1000000, debit: 0 }, { date: '2026-11-09', document: 'Реализация № 901', credit: 0, debit: 550000 }] }, 'ru'))
await show('reconciliation', printForm(reconciliationForm, { ours: { ...party, post: 'Генеральный директор', signer: 'Петров А. В.' }, theirs: { ...buyer, post: 'Директор' }, contract: '54/25', currency: 'RUB', from: '2026-10-01', to: '2026-12-31', opening: 100000, rows: lines.slice(0, 12).map((l, i) => ({ date: '2026-11-0' + (1 + i % 9), document: i % 2 ? `Оплата № ${i}` : `Реализация товаров № ${i}`, debit: i % 2 ? 0 : l.total, credit: i % 2 ? l.total : 0 })) }, 'ru'))
await show('invoice-en', printForm(invoiceForm, { number: '1042', date: '2026-11-20', supplier: party, bank: { name: 'Sberbank', bik: '044525225', corrAccount: '30101810400000000225', account: '40702810200000000001' }, buyer, currency: 'USD', lines: lines.slice(0,2), total: 18240000, vat: null }, 'en'))
console.log('all', Date.now() - t0)
await closePrinter()
