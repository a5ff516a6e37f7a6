import { z } from 'zod'
import { say, type Text } from '@/src/lib/i18n'
import type { RouteContext } from '@/src/mechanisms/front/defineRoute'
import { currency, day, dayShown, moment, momentShown, sum, sumText, described } from '@/src/mechanisms/front/shown'
import { documentLabels } from './document.labels'
import type { DocumentRow } from './document.queries'
import { documentStanding } from './document.words'

const kinds: Readonly<Record<string, Text>> = documentLabels.options.kind

export const documentItem = z.object({
  id: z.uuid(),
  kind: z.object({ key: z.string(), label: z.string() }),
  number: z.string(),
  date: day(),
  total: sum(),
  paid: sum(),
  currency: currency(),
  dueDate: day().nullable(),
  standing: described(z.string().nullable(), {
    ru: 'Что с ним: оплачен, ждёт оплаты, просрочен',
    en: 'How it stands: paid, waits for payment, late',
  }),
  cancelled: z.boolean(),
  order: described(z.string().nullable(), { ru: 'Номер заказа', en: 'Number of the order' }),
  contract: z.string().nullable(),
  contractor: z.string().nullable(),
  file: described(z.object({ href: z.string(), mime: z.string().nullable(), size: z.number().nullable() }).nullable(), {
    ru: 'Файл; отвечает ключу и входу',
    en: 'The file; it answers a key and a session',
  }),
  seenAt: moment().nullable(),
  answer: z.enum(['agreed', 'disputed']).nullable(),
})

export function documentShown(row: DocumentRow, { locale, zone }: RouteContext): z.input<typeof documentItem> {
  const kind = kinds[row.kind]
  const standing = documentStanding(row, zone)
  return {
    id: row.id,
    kind: { key: row.kind, label: kind ? say(kind, locale) : row.kind },
    number: row.number,
    date: dayShown(row.date) ?? '',
    total: sumText(row.total),
    paid: sumText(row.paid ?? 0),
    currency: row.currency,
    dueDate: dayShown(row.dueDate),
    standing: standing && say(standing.label, locale),
    cancelled: row.cancelled,
    order: row.order,
    contract: row.contract,
    contractor: row.contractor,
    file: row.fileId ? { href: `/api/v1/documents/${row.id}/file`, mime: row.mime, size: row.size } : null,
    seenAt: momentShown(row.seenAt),
    answer: row.answer,
  }
}
