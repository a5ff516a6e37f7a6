import { sql } from '@payloadcms/db-postgres/drizzle'
import { say, type Text } from '@/src/lib/i18n'
import { readable } from '@/src/mechanisms/access/context'
import { staffWithClients } from '@/src/mechanisms/access/roles'
import { defineFigure } from '@/src/mechanisms/panel/defineFigure'
import { panelPageOf } from '@/src/mechanisms/records/defineRecord'
import { documentRequestLabels as labels } from './document-request.labels'

const kinds: Readonly<Record<string, Text>> = labels.options.kind

export const requestsFigure = defineFigure({
  key: 'openRequests',
  kind: 'rows',
  label: { ru: 'Открытые запросы документов', en: 'Open document requests' },
  measure: 'count',
  heads: { title: labels.fields.kind, at: { ru: 'Ждёт с', en: 'Since' } },
  top: 5,
  roles: staffWithClients,
  order: 35,
  rows: (context) =>
    sql`select r.id::text, r.kind::text, c.name as company, r.comment, r.created_at as at
        from document_requests r join companies c on c.id = r.company_id
        where r.status in ('waiting', 'leased') and ${readable(context, 'document-requests', 'r')}`,
  words: (row, locale) => ({
    title: say(kinds[String(row.kind)] ?? labels.one, locale),
    note: [row.company, row.comment].filter(Boolean).join(': '),
    href: panelPageOf('document-requests', row),
  }),
})
