import type { Text } from '@/src/lib/i18n'
import { declinedName, initialled, postInGenitive } from '@/src/lib/personNames'
import type { PrintField, PrintValue } from './definePrintData'

/** A side of a contract or an order, as far as it is known. */
export type PrintParty = {
  name: string
  legalName: string | null
  kind: 'legal' | 'entrepreneur' | 'person'
  inn: string | null
  kpp: string | null
  ogrn: string | null
  address: string | null
  phone: string | null
  email: string | null
  bankName: string | null
  bik: string | null
  account: string | null
  corrAccount: string | null
  signerPost: string | null
  signerName: string | null
  /** By hand, where what the portal makes of post and name is wrong. */
  signerGenitive: string | null
  signerBasis: string | null
}

const BLANK = '______________________'

const FIELDS = {
  name: { label: { ru: 'краткое наименование', en: 'short name' }, example: 'ООО «Ромашка»' },
  legalName: {
    label: { ru: 'полное наименование', en: 'legal name' },
    example: 'Общество с ограниченной ответственностью «Ромашка»',
  },
  inn: { label: { ru: 'ИНН', en: 'INN' }, example: '7707083893' },
  kpp: { label: { ru: 'КПП', en: 'KPP' }, example: '770701001' },
  ogrn: { label: { ru: 'ОГРН или ОГРНИП', en: 'OGRN' }, example: '1027700132195' },
  address: { label: { ru: 'адрес', en: 'address' }, example: '117312, г. Москва, ул. Вавилова, д. 19' },
  phone: { label: { ru: 'телефон', en: 'phone' }, example: '+7 495 555-01-00' },
  email: { label: { ru: 'почта', en: 'e-mail' }, example: 'info@example.com' },
  bankName: { label: { ru: 'банк', en: 'bank' }, example: 'ПАО «Банк», г. Москва' },
  bik: { label: { ru: 'БИК', en: 'BIK' }, example: '044525225' },
  account: { label: { ru: 'расчётный счёт', en: 'account' }, example: '40702810900000012345' },
  corrAccount: { label: { ru: 'корреспондентский счёт', en: 'corr. account' }, example: '30101810400000000225' },
  signerPost: { label: { ru: 'должность подписанта', en: 'signatory’s post' }, example: 'Генеральный директор' },
  signer: { label: { ru: 'подписант, коротко', en: 'signatory, in short' }, example: 'Иванов И. И.' },
  signerName: { label: { ru: 'подписант полностью', en: 'signatory in full' }, example: 'Иванов Иван Иванович' },
  represented: {
    label: { ru: 'в лице кого', en: 'represented by' },
    example: 'генерального директора Иванова Ивана Ивановича',
  },
  basis: { label: { ru: 'на основании чего', en: 'acting on the basis of' }, example: 'Устава' },
  preamble: {
    label: { ru: 'вся сторона для преамбулы договора', en: 'the whole party for the preamble' },
    example: 'ООО «Ромашка» в лице генерального директора Иванова Ивана Ивановича, действующего на основании Устава',
  },
} satisfies Record<string, PrintField>

/** Fields of a side under a prefix: `buyer.inn`. */
export function partyFields(prefix: string, side: Text): Record<string, PrintField> {
  return Object.fromEntries(
    Object.entries(FIELDS).map(([name, { label, example }]) => [
      `${prefix}.${name}`,
      { label: { ru: `${side.ru}: ${label.ru}`, en: `${side.en}: ${label.en}` }, example },
    ]),
  )
}

/** Values of those fields; what is not known of who signs is a line to write on. */
export function partyValues(prefix: string, given: PrintParty): Record<string, PrintValue> {
  const legalName = given.legalName || given.name
  const party = { ...given, signerName: given.signerName || ownName(given.kind, legalName) }
  const represented = representedBy(party)
  const basis = party.signerBasis || (party.signerName ? 'Устава' : BLANK)
  const values: Record<keyof typeof FIELDS, PrintValue> = {
    name: party.name,
    legalName,
    inn: party.inn,
    kpp: party.kpp,
    ogrn: party.ogrn,
    address: party.address,
    phone: party.phone,
    email: party.email,
    bankName: party.bankName,
    bik: party.bik,
    account: party.account,
    corrAccount: party.corrAccount,
    signerPost: party.signerPost,
    signer: party.signerName ? initialled(party.signerName) : null,
    signerName: party.signerName,
    represented,
    basis,
    preamble: preambleOf(party, { legalName, represented, basis }),
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}.${name}`, value]))
}

/** An entrepreneur and a person sign for themselves. */
const ownName = (kind: PrintParty['kind'], legalName: string): string | null =>
  kind === 'legal' ? null : legalName.replace(/^(индивидуальный предприниматель|ИП)\s+/i, '')

function representedBy({ signerPost, signerName, signerGenitive }: PrintParty): string {
  if (signerGenitive?.trim()) return signerGenitive.trim()
  if (!signerName) return BLANK
  const post = postInGenitive(signerPost || 'Директор')
  return `${post.charAt(0).toLowerCase()}${post.slice(1)} ${declinedName(signerName, 'genitive')}`
}

function preambleOf(
  { kind, signerName, signerBasis, ogrn }: PrintParty,
  { legalName, represented, basis }: { legalName: string; represented: string; basis: string },
): string {
  // A person acts in their own name.
  if (kind === 'person') return legalName
  if (kind === 'entrepreneur') {
    const on = signerBasis || (ogrn ? `записи в ЕГРИП, ОГРНИП ${ogrn}` : BLANK)
    return `${legalName}, действующ${isWoman(legalName) ? 'ая' : 'ий'} на основании ${on}`
  }
  return `${legalName} в лице ${represented}, действующ${isWoman(signerName ?? '') ? 'ей' : 'его'} на основании ${basis}`
}

/** By the patronymic; of initials nothing is known. */
const isWoman = (name: string): boolean => /[а-яё](вна|чна|шна)(?=\s|$)/i.test(name)
