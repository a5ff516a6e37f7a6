import type { PayloadRequest } from 'payload'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { BANK, accountOf, corrAccount, innOf, KPP, ogrnOf } from './requisites'

/** Whose portal it is: requisites for forms. */
export const supplier = {
  name: 'Снабкомплект',
  legalName: 'ООО «Снабкомплект»',
  inn: innOf(1),
  kpp: KPP,
  ogrn: ogrnOf(1),
  address: '141400, Московская обл., г. Химки, ул. Репина, д. 2/27',
  phone: '+74955550100',
  email: 'info@demo.kabinet',
  bankName: BANK.name,
  bik: BANK.bik,
  account: accountOf(1),
  corrAccount: corrAccount(),
  director: 'Соболев А. И.',
  directorPost: 'Генеральный директор',
  directorBasis: 'Устава',
  accountant: 'Мельник Т. В.',
  vatPayer: true,
} as const

/** The site, the company's details and the settings of the portal. */
export async function seedSite(req: PayloadRequest): Promise<void> {
  const { payload } = req
  await insertRow(req, 'sites', {
    name: 'Снабкомплект',
    isDefault: true,
    hue: 262,
    phone: supplier.phone,
    email: supplier.email,
    priceTypeId: null,
  })
  await payload.updateGlobal({ slug: 'company-details', data: supplier, req, overrideAccess: true })
  await payload.updateGlobal({
    slug: 'numbering',
    data: { orderPrefix: 'К-', orderDigits: 6 },
    req,
    overrideAccess: true,
  })
  await payload.updateGlobal({
    slug: 'portal-settings',
    data: { registrationOpen: true, showStock: 'exact', lowStock: 200_000, overdueBlocksOrders: false },
    req,
    overrideAccess: true,
  })
}
