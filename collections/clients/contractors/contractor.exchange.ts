import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { isAccount, isBik, isCorrAccount, isInn, isKpp, isOgrn, isOgrnip } from '@/src/lib/checks'
import { query } from '@/src/mechanisms/database/query'
import { defineResource } from '@/src/mechanisms/exchange/items/defineResource'
import { externalId, reference, words } from '@/src/mechanisms/exchange/items/fields'
import { asked, findAll, needId, passportOf, upsert } from '@/src/mechanisms/exchange/items/rows'
import { contractorLabels as labels } from './contractor.labels'

const checked = (check: (text: string) => boolean, code: string, about: string) =>
  z.string().trim().refine(check, code).describe(about).nullable().optional()

/** Контрагенты: the legal entities and entrepreneurs behind a client; their numbers are checked by their digits. */
export const contractorResource = defineResource({
  name: 'contractors',
  area: 'clients',
  title: labels.many,
  about: { ru: 'Контрагенты клиента. Неверные ИНН, КПП, ОГРН и счёт не принимаются', en: 'Legal entities of a client; wrong INN, KPP, OGRN or account are refused' },
  item: z
    .object({
      externalId,
      company: reference('клиент'),
      kind: z.enum(['legal', 'entrepreneur', 'person']).default('legal'),
      name: words(300).min(1, 'input.required'),
      legalName: words(500).nullable().optional(),
      inn: checked(isInn, 'inn.wrong', 'ИНН'),
      kpp: checked(isKpp, 'kpp.wrong', 'КПП'),
      ogrn: checked((text) => isOgrn(text) || isOgrnip(text), 'ogrn.wrong', 'ОГРН или ОГРНИП'),
      legalAddress: words(500).nullable().optional(),
      postalAddress: words(500).nullable().optional(),
      bankName: words(200).nullable().optional(),
      bik: checked(isBik, 'account.wrong', 'БИК'),
      account: words(20).nullable().optional(),
      corrAccount: words(20).nullable().optional(),
      active: z.boolean().default(true),
    })
    .superRefine((item, context) => {
      const refuse = (field: string): void => context.addIssue({ code: 'custom', message: 'account.wrong', path: [field] })
      if (item.account && item.bik && !isAccount(item.account, item.bik)) refuse('account')
      if (item.corrAccount && item.bik && !isCorrAccount(item.corrAccount, item.bik)) refuse('corrAccount')
      const digits = item.inn?.length
      if (digits && item.kind === 'legal' && digits !== 10) context.addIssue({ code: 'custom', message: 'inn.wrong', path: ['inn'] })
      if (digits && item.kind !== 'legal' && digits !== 12) context.addIssue({ code: 'custom', message: 'inn.wrong', path: ['inn'] })
    }),
  example: {
    externalId: 'c-001',
    company: '7c8a3c1e-0d55-11ef-9f0a-00155d011c01',
    name: 'ООО «Север-Строй»',
    inn: '7707083893',
    kpp: '770701001',
    ogrn: '1027700132195',
  },
  prepare: (context, items) => findAll(context, 'companies', items.map(({ company }) => company)),
  apply: async (context, item) =>
    upsert(context, 'contractors', item.externalId, {
      company_id: await needId(context, 'companies', item.company, 'company'),
      kind: item.kind,
      name: item.name,
      legal_name: item.legalName,
      inn: item.inn,
      kpp: item.kpp,
      ogrn: item.ogrn,
      legal_address: item.legalAddress,
      postal_address: item.postalAddress,
      bank_name: item.bankName,
      bik: item.bik,
      account: item.account,
      corr_account: item.corrAccount,
      active: item.active,
    }),
  read: ({ req }, ask) =>
    query(
      req,
      sql`select k.id::text, k.external_id as "externalId", c.external_id as company, k.kind::text, k.name, k.legal_name as "legalName", k.inn, k.kpp, k.ogrn,
                 k.legal_address as "legalAddress", k.postal_address as "postalAddress", k.bank_name as "bankName", k.bik, k.account,
                 k.corr_account as "corrAccount", k.active, ${passportOf('k')}
          from contractors k join companies c on c.id = k.company_id where ${asked(ask, 'k')}`,
    ),
})

