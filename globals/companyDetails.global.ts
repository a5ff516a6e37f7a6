import type { GlobalConfig, TextField } from 'payload'
import { defineGlobalAccess } from '@/src/mechanisms/access/defineAccess'
import { globalLabels as labels } from './globals.labels'

const text = (name: Exclude<keyof typeof labels.fields, 'vatPayer'>, maxLength: number): TextField => ({
  name,
  type: 'text',
  label: labels.fields[name],
  maxLength,
})

/** Who the portal belongs to: printed on forms and shown to clients. */
export const companyDetails: GlobalConfig = {
  slug: 'company-details',
  label: labels.companyDetails,
  admin: { group: labels.group },
  access: defineGlobalAccess('company-details', {
    read: ['admin', 'editor', 'manager', 'head', 'accountant', 'client', 'partner', 'employee'],
    update: ['admin', 'accountant'],
  }),
  fields: [
    text('name', 160),
    text('legalName', 300),
    text('inn', 12),
    text('kpp', 9),
    text('ogrn', 15),
    text('address', 500),
    text('phone', 40),
    text('email', 160),
    text('bankName', 200),
    text('bik', 9),
    text('account', 20),
    text('corrAccount', 20),
    text('director', 160),
    text('accountant', 160),
    { name: 'vatPayer', type: 'checkbox', label: labels.fields.vatPayer, defaultValue: true },
  ],
}
