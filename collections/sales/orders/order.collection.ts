import type { CollectionConfig } from 'payload'
import { applyWorkflow } from '@/hooks/applyWorkflow'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { currencyField, moneyField } from '@/src/mechanisms/fields/numbers'
import { statusField, transitionControls } from '@/src/mechanisms/workflow/statusField'
import { paymentField } from '@/collections/sales/payment-methods/paymentField'
import { invoiceMethod } from '../payment-methods/invoice.method'
import { orderAccess } from './order.access'
import { announceEdit } from './order.hooks'
import { orderLabels as labels } from './order.labels'
import { orderWorkflow } from './order.workflow'

const workflow = applyWorkflow(orderWorkflow)

/** Which 1C may know of an order and which one has it: written by the exchange alone, read by nobody else. */
const ofExchange = {
  index: true,
  access: { create: () => false, read: () => false, update: () => false },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true },
}

export const orders: CollectionConfig = {
  slug: 'orders',
  labels: { singular: labels.one, plural: labels.many },
  access: orderAccess.collection,
  hooks: { beforeChange: workflow.beforeChange, afterChange: [...(workflow.afterChange ?? []), announceEdit] },
  lockDocuments: false,
  defaultSort: '-placedAt',
  admin: {
    group: labels.group,
    useAsTitle: 'number',
    description: labels.about,
    defaultColumns: ['number', 'status', 'company', 'total', 'paid', 'placedAt', 'branch'],
    listSearchableFields: ['number', 'erpNumber', 'clientReference'],
    components: transitionControls(orderWorkflow),
  },
  indexes: [{ fields: ['company', 'placedAt'] }],
  fields: [
    { name: 'number', type: 'text', label: labels.fields.number, required: true, unique: true, maxLength: 40 },
    statusField(orderWorkflow),
    {
      name: 'company',
      type: 'relationship',
      relationTo: 'companies',
      label: labels.fields.company,
      required: true,
      index: true,
    },
    {
      name: 'contractor',
      type: 'relationship',
      relationTo: 'contractors',
      label: labels.fields.contractor,
      index: true,
    },
    { name: 'contract', type: 'relationship', relationTo: 'contracts', label: labels.fields.contract, index: true },
    {
      name: 'author',
      type: 'relationship',
      relationTo: 'users',
      custom: { whenMoved: 'forget' },
      label: labels.fields.author,
      index: true,
    },
    {
      name: 'branch',
      type: 'relationship',
      relationTo: 'branches',
      custom: { whenMoved: 'forget' },
      label: labels.fields.branch,
      index: true,
    },
    {
      name: 'placedAt',
      type: 'date',
      label: labels.fields.placedAt,
      required: true,
      index: true,
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'wantedDate',
      type: 'date',
      label: labels.fields.wantedDate,
      admin: { date: { pickerAppearance: 'dayOnly' } },
    },
    {
      name: 'plannedDate',
      type: 'date',
      label: labels.fields.plannedDate,
      admin: { date: { pickerAppearance: 'dayOnly' } },
    },
    { name: 'warehouse', type: 'relationship', relationTo: 'warehouses', label: labels.fields.warehouse, index: true },
    {
      name: 'deliveryMethod',
      type: 'select',
      label: labels.fields.deliveryMethod,
      required: true,
      defaultValue: 'pickup',
      options: Object.entries(labels.options.deliveryMethod).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'deliveryAddress',
      type: 'text',
      custom: { whenMoved: 'forget' },
      label: labels.fields.deliveryAddress,
      maxLength: 500,
    },
    paymentField(labels.fields.paymentMethod, invoiceMethod.slug),
    {
      name: 'comment',
      type: 'textarea',
      custom: { whenMoved: 'forget' },
      label: labels.fields.comment,
      maxLength: 4000,
    },
    {
      name: 'clientReference',
      type: 'text',
      custom: { whenMoved: 'forget' },
      label: labels.fields.clientReference,
      maxLength: 60,
    },
    moneyField('total', labels.fields.total, { required: true, defaultValue: 0 }),
    moneyField('vat', labels.fields.vat, { defaultValue: 0 }),
    moneyField('paid', labels.fields.paid, { defaultValue: 0 }),
    currencyField(),
    { name: 'lineCount', type: 'number', label: labels.fields.lineCount, defaultValue: 0 },
    { name: 'erpNumber', type: 'text', label: labels.fields.erpNumber, index: true, maxLength: 40 },
    {
      name: 'erpDate',
      type: 'date',
      label: labels.fields.erpDate,
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'exportedAt',
      type: 'date',
      label: labels.fields.exportedAt,
      admin: { date: { pickerAppearance: 'dayAndTime' }, readOnly: true },
    },
    { name: 'offeredAt', type: 'date', access: { create: () => false, update: () => false }, admin: { hidden: true } },
    { name: 'offeredTo', type: 'relationship', relationTo: 'exchange-nodes', ...ofExchange },
    { name: 'takenBy', type: 'relationship', relationTo: 'exchange-nodes', ...ofExchange },
    {
      name: 'unsentSince',
      type: 'date',
      custom: { whenMoved: 'forget' },
      label: labels.fields.unsentSince,
      index: true,
      admin: { date: { pickerAppearance: 'dayAndTime' }, readOnly: true },
    },
    { name: 'exportProblem', type: 'text', label: labels.fields.exportProblem, admin: { readOnly: true } },
    { name: 'splitFrom', type: 'relationship', relationTo: 'orders', label: labels.fields.splitFrom, index: true },
    ...syncFields(),
  ],
}
