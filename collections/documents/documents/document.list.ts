import { dayInZone } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import type { ListSpec } from '@/src/lib/lists/listSpec'
import { defineBulk } from '@/src/mechanisms/lists/defineBulk'
import { defineList } from '@/src/mechanisms/lists/defineList'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { requestDocument } from '../document-requests/document-request.actions'
import { documentLabels } from './document.labels'
import { documentList as words } from './document.list.labels'
import { documentsWithFiles, listDocuments, pageOfDocuments, type DocumentRow } from './document.queries'
import { documentAbout, documentName, documentStanding } from './document.words'

const documentSpec: ListSpec = {
  search: true,
  filters: [
    {
      key: 'kind',
      kind: 'select',
      label: words.kind,
      options: Object.entries(documentLabels.options.kind).map(([value, label]) => ({ value, label })),
    },
    { key: 'number', kind: 'text', label: words.number },
    { key: 'date', kind: 'dates', label: words.date },
    { key: 'sum', kind: 'sum', label: words.sum },
    { key: 'unpaid', kind: 'flag', label: words.unpaid },
    { key: 'withFile', kind: 'flag', label: words.withFile },
  ],
  sorts: ['date', 'number', 'total'],
  defaultSort: { key: 'date', dir: 'desc' },
  views: [
    { key: 'all', label: words.views.all },
    { key: 'unpaid', label: words.views.unpaid, filters: { unpaid: { kind: 'flag' } } },
    { key: 'invoices', label: words.views.invoices, filters: { kind: { kind: 'select', values: ['invoice'] } } },
    {
      key: 'closing',
      label: words.views.closing,
      filters: { kind: { kind: 'select', values: ['waybill', 'act', 'upd', 'vatInvoice'] } },
    },
    {
      key: 'reconciliations',
      label: words.views.reconciliations,
      filters: { kind: { kind: 'select', values: ['reconciliation'] } },
    },
  ],
}

export const documentsList = defineList<DocumentRow>({
  key: 'documents',
  label: words.title,
  path: '/documents',
  needs: 'documents.read',
  spec: () => documentSpec,
  read: async (context, asked) => {
    const { rows, total, sum, unpaid } = await listDocuments(context, asked)
    const totals = [
      { key: 'total', label: words.total, sums: sum },
      { key: 'unpaid', label: words.toPay, sums: unpaid },
    ]
    return { rows, total, totals }
  },
  rows: (context, asked) => pageOfDocuments(context, asked),
  rowKey: ({ id }) => id,
  rowName: documentName,
  rowPage: (row) => pageOf('documents', row),
  amount: ({ total, currency }) => ({ amount: total, currency }),
  company: { header: words.company, value: ({ companyName }) => companyName },
  columns: [
    {
      key: 'number',
      header: words.document,
      sort: true,
      main: true,
      phone: 'first',
      parts: [
        { header: words.document, value: (row, { locale }) => documentName(row, locale) },
        { header: words.number, value: ({ number }) => number },
        { header: words.contractor, value: ({ contractor }) => contractor },
      ],
    },
    {
      key: 'date',
      header: words.date,
      sort: true,
      phone: 'second',
      parts: [{ header: words.date, value: ({ date }) => ({ day: dayInZone(date, 'UTC') }) }],
    },
    {
      key: 'about',
      header: words.about,
      phone: 'hide',
      parts: [{ header: words.about, value: (row, { locale }) => documentAbout(row, locale) }],
    },
    {
      key: 'payment',
      header: words.payment,
      phone: 'second',
      parts: [
        {
          header: words.payment,
          value: (row, { locale, zone }) => {
            const standing = documentStanding(row, zone)
            return standing && say(standing.label, locale)
          },
        },
        {
          header: words.dueDate,
          value: ({ dueDate, kind }) => (dueDate && kind === 'invoice' ? { day: dayInZone(dueDate, 'UTC') } : null),
        },
      ],
    },
    {
      key: 'total',
      header: words.sum,
      align: 'end',
      sort: true,
      phone: 'first',
      parts: [{ header: words.sum, value: ({ total, currency }) => ({ amount: total, currency }) }],
    },
    {
      key: 'paid',
      header: words.paidSum,
      align: 'end',
      optional: true,
      phone: 'hide',
      parts: [
        {
          header: words.paidSum,
          value: ({ paid, currency, kind }) => (kind === 'invoice' ? { amount: paid, currency } : null),
        },
      ],
    },
    {
      key: 'file',
      header: words.file,
      align: 'end',
      phone: 'second',
      parts: [{ header: words.fileName, value: ({ fileId, fileName }) => (fileId ? fileName : null) }],
    },
  ],
})

export const archiveDocuments = defineBulk({
  list: 'documents',
  key: 'zip',
  label: words.archive,
  icon: 'archive',
  order: 20,
  main: true,
  needs: 'documents.read',
  most: 200,
  file: '/documents/archive',
  refuse: async (context, ids) => {
    const held = new Set((await documentsWithFiles(context, ids)).map(({ id }) => id))
    return new Map(ids.filter((id) => !held.has(id)).map((id) => [id, 'document.noFile'] as const))
  },
  done: words.archived,
})

export const askForCopies = defineBulk({
  list: 'documents',
  key: 'copies',
  label: words.askCopies,
  icon: 'mail',
  order: 10,
  needs: 'documents.read',
  most: 50,
  action: requestDocument,
  input: (document) => ({ kind: 'copy' as const, document }),
  done: words.askedCopies,
})
