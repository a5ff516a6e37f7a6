import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { isAccount, isBik, isCorrAccount, isInn, isKpp, isOgrn, isOgrnip } from '@/src/lib/checks'
import { AppError, type ErrorCode } from '@/src/lib/errors'
import { query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { defineResource, type ItemContext } from '@/src/mechanisms/exchange/items/defineResource'
import { externalId, reference, words } from '@/src/mechanisms/exchange/items/fields'
import { matchesKeys, findAll, needId, passportOf, upsert, type Values } from '@/src/mechanisms/exchange/items/rows'
import { shownFlag, shownId, shownSync, shownText } from '@/src/mechanisms/exchange/items/shown'
import { contractorLabels as labels } from './contractor.labels'

const checked = (check: (text: string) => boolean, code: ErrorCode, about: string) =>
  z.string().trim().refine(check, code).describe(about).nullable().optional()

/** Контрагенты: the legal entities and entrepreneurs behind a client; their numbers are checked by their digits. */
export const contractorResource = defineResource({
  name: 'contractors',
  area: 'clients',
  table: 'contractors',
  title: labels.many,
  about: {
    ru: 'Контрагенты клиента. Неверные ИНН, КПП, ОГРН и счёт не принимаются',
    en: 'Legal entities of a client; wrong INN, KPP, OGRN or account are refused',
  },
  item: z.object({
    externalId,
    company: reference('клиент'),
    kind: z
      .enum(['legal', 'entrepreneur', 'person'])
      .optional()
      .describe('Без него у нового контрагента — по длине ИНН'),
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
    active: z.boolean().optional().describe('Новый контрагент действует, если не сказано иное'),
  }),
  example: {
    externalId: 'c-001',
    company: '7c8a3c1e-0d55-11ef-9f0a-00155d011c01',
    name: 'ООО «Север-Строй»',
    inn: '7707083893',
    kpp: '770701001',
    ogrn: '1027700132195',
  },
  prepare: (context, items) =>
    findAll(
      context,
      'companies',
      items.map(({ company }) => company),
    ),
  apply: async (context, item) => {
    const company = await needId(context, 'companies', item.company, 'company')
    const before = await requisitesOf(context, item.externalId)
    const kind = before?.kind ?? (item.inn?.length === ENTREPRENEURS_INN ? 'entrepreneur' : 'legal')
    requireAgreement({
      kind: item.kind ?? kind,
      inn: told(item.inn, before?.inn),
      bik: told(item.bik, before?.bik),
      account: told(item.account, before?.account),
      corrAccount: told(item.corrAccount, before?.corrAccount),
    })
    const values: Values = {
      company_id: company,
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
    }
    return upsert(context, 'contractors', item.externalId, values, { kind, active: true })
  },
  gives: z.object({
    id: z.string(),
    externalId: shownId,
    company: shownId,
    kind: shownText,
    name: shownText,
    legalName: shownText,
    inn: shownText,
    kpp: shownText,
    ogrn: shownText,
    legalAddress: shownText,
    postalAddress: shownText,
    bankName: shownText,
    bik: shownText,
    account: shownText,
    corrAccount: shownText,
    active: shownFlag,
    sync: shownSync,
  }),
  read: ({ req }, ask) =>
    query(
      req,
      sql`select k.id::text, k.external_id as "externalId", c.external_id as company, k.kind::text, k.name, k.legal_name as "legalName", k.inn, k.kpp, k.ogrn,
                 k.legal_address as "legalAddress", k.postal_address as "postalAddress", k.bank_name as "bankName", k.bik, k.account,
                 k.corr_account as "corrAccount", k.active, ${passportOf('k')}
          from contractors k join companies c on c.id = k.company_id where ${matchesKeys(ask, 'k')}`,
    ),
})

const ENTREPRENEURS_INN = 12

type Requisites = {
  kind: string
  inn: string | null
  bik: string | null
  account: string | null
  corrAccount: string | null
}

const told = <Value>(value: Value | undefined, stored: Value | undefined): Value | null =>
  (value === undefined ? stored : value) ?? null

async function requisitesOf({ req }: ItemContext, externalId: string): Promise<Requisites | null> {
  const [row] = await selectFrom(
    req,
    'contractors',
    { kind: 'kind', inn: 'inn', bik: 'bik', account: 'account', corrAccount: 'corr_account' },
    sql`where external_id = ${externalId}`,
  )
  return row ?? null
}

/** Numbers prove each other, whichever of them were sent now. @throws AppError `inn.wrong`, `account.wrong` 422 */
function requireAgreement({ kind, inn, bik, account, corrAccount }: Requisites): void {
  const refuse = (code: ErrorCode, field: string): AppError => new AppError(code, {}, { status: 422, field })
  if (account && bik && !isAccount(account, bik)) throw refuse('account.wrong', 'account')
  if (corrAccount && bik && !isCorrAccount(corrAccount, bik)) throw refuse('account.wrong', 'corrAccount')
  if (inn && (kind === 'legal') !== (inn.length !== ENTREPRENEURS_INN)) throw refuse('inn.wrong', 'inn')
}
