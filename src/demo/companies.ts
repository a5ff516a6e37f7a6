import { insertRow, insertRows } from '@/src/mechanisms/database/insertRows'
import type { Runner } from '@/src/mechanisms/database/query'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { query } from '@/src/mechanisms/database/query'
import { companyData, type CompanyData, type CompanyKey } from './companyData'
import { passport, type Source } from './passport'
import { accountOf, BANK, corrAccount, innOf, KPP, ogrnipOf, ogrnOf, personInnOf } from './requisites'
import type { PriceTypeIds } from './priceTypes'
import type { DemoStaff } from './staff'

export type Company = CompanyData & {
  id: string
  contractor: string
  inn: string
  kpp: string | null
  branchId: string
}
export type Companies = Record<CompanyKey, Company>

/** The supplier's own branches: Химки, Подольск, Казань. */
export async function seedBranches(db: Runner, source: Source): Promise<readonly [string, string, string]> {
  const add = (name: string, address: string, phone: string): Promise<string> =>
    insertRow(db, 'branches', {
      name,
      address,
      phone,
      email: null,
      workingHours: 'пн–пт, 9–18',
      active: true,
      ...passport(source, 'branch', name),
    })
  return [
    await add('Химки', '141400, Московская обл., г. Химки, ул. Репина, д. 2/27', '+74955550110'),
    await add('Подольск', '142100, Московская обл., г. Подольск, Домодедовское ш., д. 1в', '+74955550111'),
    await add('Казань', '420054, г. Казань, ул. Техническая, д. 120', '+78435550112'),
  ]
}

/** Client companies with their payers and branches. Money stays at nought: the statement fills it. */
export async function seedCompanies(
  db: Runner,
  made: { source: Source; staff: DemoStaff; prices: PriceTypeIds; branches: readonly string[] },
): Promise<Companies> {
  const known: Partial<Companies> = {}
  for (const [n, data] of companyData.entries()) {
    const legal = data.kind === 'legal'
    const inn = legal ? innOf(n + 21) : personInnOf(n + 21)
    const kpp = legal ? KPP : null
    const id = await insertRow(db, 'companies', {
      name: data.name,
      legalName: data.legalName,
      inn,
      kpp,
      status: 'active',
      managerId: made.staff[data.manager].id,
      partnerId: data.partner ? known[data.partner]?.id : null,
      priceTypeId: made.prices[data.prices],
      phone: data.phone,
      email: `office@${data.key}.example`,
      address: data.address,
      currency: 'RUB',
      creditLimit: data.creditLimit,
      accessKeys: true,
      debt: 0,
      overdue: 0,
      balance: 0,
      ...passport(made.source, 'company', data.key),
    })
    const branchId = String(made.branches[data.branch])
    await query(
      db,
      sql`insert into companies_rels ("order", parent_id, path, branches_id) values (1, ${id}, 'branches', ${branchId})`,
    )
    const contractor = await insertRow(db, 'contractors', {
      companyId: id,
      kind: data.kind,
      name: data.name,
      legalName: data.legalName,
      inn,
      kpp,
      ogrn: legal ? ogrnOf(n + 21) : ogrnipOf(n + 21),
      legalAddress: data.address,
      postalAddress: data.address,
      bankName: BANK.name,
      bik: BANK.bik,
      account: accountOf(n + 21),
      corrAccount: corrAccount(),
      signerPost: data.signer ? 'Генеральный директор' : null,
      signerName: data.signer ?? null,
      signerBasis: data.signer ? 'Устава' : null,
      active: true,
      ...passport(made.source, 'contractor', data.key),
    })
    known[data.key] = { ...data, id, contractor, inn, kpp, branchId }
  }
  // The loop above walks over every key.
  const companies = known as Companies
  await secondPayer(db, companies, made.source)
  return companies
}

/** One more payer of «Стройград»: the owner buys for a site through his own business. */
async function secondPayer(db: Runner, { stroygrad }: Companies, source: Source): Promise<void> {
  await insertRows(db, 'contractors', [
    {
      companyId: stroygrad.id,
      kind: 'entrepreneur',
      name: 'ИП Крылов О. В.',
      legalName: 'Индивидуальный предприниматель Крылов Олег Викторович',
      inn: personInnOf(64),
      kpp: null,
      ogrn: ogrnipOf(64),
      legalAddress: stroygrad.address,
      postalAddress: stroygrad.address,
      bankName: BANK.name,
      bik: BANK.bik,
      account: accountOf(64),
      corrAccount: corrAccount(),
      active: true,
      ...passport(source, 'contractor', 'krylov'),
    },
  ])
}
