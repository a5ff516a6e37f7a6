import writeExcelFile from 'write-excel-file/node'
import { readParts, writeParts } from '@/src/mechanisms/print/templates/officeParts'

const FONT = { fontFamily: 'Arial', fontSize: 10 }
const text = (value: string, more = {}) => ({
  value,
  type: String,
  ...FONT,
  wrap: true,
  alignVertical: 'top' as const,
  ...more,
})
const head = (value: string) =>
  text(value, {
    fontWeight: 'bold' as const,
    backgroundColor: '#eef1f6',
    borderStyle: 'thin' as const,
    align: 'center' as const,
  })
const cell = (value: string, more = {}) => text(value, { borderStyle: 'thin' as const, ...more })
const right = { align: 'right' as const }
const COLUMNS = 7
const wide = (value: string, more = {}) => [text(value, { columnSpan: COLUMNS, ...more })]
const fact = (label: string, value: string) => [
  text(label, { columnSpan: 2, textColor: '#555555' }),
  null,
  text(value, { columnSpan: COLUMNS - 2 }),
]

const MONEY = '#,##0.00'
const QTY = '#,##0.###'

/** Fields that are numbers: the library lets no text have their look, so they go in as numbers that are exchanged. */
const FIGURES = ['{lines.qty}', '{lines.price}', '{lines.total}', '{vat}'] as const
const FIRST = 910_001
const figure = (tag: (typeof FIGURES)[number], format: string) => ({
  value: FIRST + FIGURES.indexOf(tag),
  type: Number,
  format,
  ...FONT,
  borderStyle: 'thin' as const,
  alignVertical: 'top' as const,
})

/** The blank of an order that the portal prints until an administrator uploads another: an Excel template. */
export async function orderBlank(): Promise<Buffer> {
  const file = await writeExcelFile(
    [
      wide('Заказ № {number} от {date}', { fontWeight: 'bold' as const, fontSize: 16, height: 26 }),
      [],
      fact('Поставщик', '{seller.name}, ИНН {seller.inn}, КПП {seller.kpp}, {seller.address}'),
      fact('Покупатель', '{buyer.legalName}, ИНН {buyer.inn}, {buyer.address}'),
      fact('Договор', '{contract}'),
      fact('Получение', '{delivery}'),
      fact('Адрес', '{address}'),
      fact('Желаемая дата', '{wantedDate}'),
      fact('Менеджер', '{manager}'),
      fact('Комментарий', '{comment}'),
      [],
      ['№', 'Артикул', 'Наименование', 'Кол-во', 'Ед.', 'Цена, {currency}', 'Сумма, {currency}'].map(head),
      [
        cell('{lines.row}', { align: 'center' as const }),
        cell('{lines.article}'),
        cell('{lines.name}'),
        figure('{lines.qty}', QTY),
        cell('{lines.unit}', { align: 'center' as const }),
        figure('{lines.price}', MONEY),
        figure('{lines.total}', MONEY),
      ],
      [
        text('Итого', { columnSpan: 6, fontWeight: 'bold' as const, ...right }),
        null,
        null,
        null,
        null,
        null,
        {
          value: 'SUM(G13:G13)',
          type: 'Formula' as const,
          ...FONT,
          format: MONEY,
          fontWeight: 'bold' as const,
          borderStyle: 'thin' as const,
        },
      ],
      [text('В том числе НДС', { columnSpan: 6, ...right }), null, null, null, null, null, figure('{vat}', MONEY)],
      [],
      wide('{total.words}', { fontWeight: 'bold' as const }),
      [],
      [
        text('Заказал', { columnSpan: 2 }),
        null,
        text('____________________ / {buyer.signer}'),
        text('Принял', { columnSpan: 2 }),
        null,
        text('____________________', { columnSpan: 2 }),
      ],
    ],
    {
      sheet: 'Заказ',
      orientation: 'landscape',
      columns: [{ width: 5 }, { width: 14 }, { width: 52 }, { width: 10 }, { width: 7 }, { width: 15 }, { width: 16 }],
    },
  ).toBuffer()
  // The library writes the hour into the archive; the same blank is to be the same file.
  const parts = await readParts(file)
  const sheet = parts.get(SHEET)?.toString('utf8') ?? ''
  parts.set(SHEET, Buffer.from(fitted(sheet.replace(/<c ([^>]*)><v>(\d{6})<\/v><\/c>/g, exchanged))))
  return writeParts(parts)
}

const SHEET = 'xl/worksheets/sheet1.xml'

/** One page wide, however many lines. */
const fitted = (sheet: string): string =>
  sheet
    .replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(/<pageSetup /, '<pageSetup fitToHeight="0" ')

function exchanged(all: string, attributes: string, number: string): string {
  const tag = FIGURES[Number(number) - FIRST]
  if (!tag) return all
  return `<c ${attributes.replace(/ ?t="n"/, '')} t="inlineStr"><is><t>${tag}</t></is></c>`
}
