import type { GlobalConfig, TextField } from 'payload'
import { defineGlobalAccess } from '@/src/mechanisms/access/defineAccess'
import {
  accountField,
  bikField,
  corrAccountField,
  emailField,
  innField,
  kppField,
  ogrnField,
  printedPhoneField,
} from '@/src/mechanisms/fields/checked'
import { everyone } from '@/src/mechanisms/access/roles'
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
  custom: { panel: { section: 'settings', order: 10, roles: ['editor'] } },
  label: labels.companyDetails,
  admin: { group: labels.group },
  access: defineGlobalAccess('company-details', {
    read: everyone,
    update: ['admin', 'accountant'],
  }),
  fields: [
    text('name', 160),
    text('legalName', 300),
    innField('inn', labels.fields.inn),
    kppField('kpp', labels.fields.kpp),
    ogrnField('ogrn', labels.fields.ogrn),
    text('address', 500),
    printedPhoneField('phone', labels.fields.phone),
    emailField('email', labels.fields.email),
    text('bankName', 200),
    bikField('bik', labels.fields.bik),
    accountField('account', labels.fields.account),
    corrAccountField('corrAccount', labels.fields.corrAccount),
    text('director', 160),
    text('directorPost', 200),
    { ...text('directorGenitive', 300), admin: { description: labels.genitiveHint } },
    text('directorBasis', 200),
    text('accountant', 160),
    { name: 'vatPayer', type: 'checkbox', label: labels.fields.vatPayer, defaultValue: true },
  ],
}
