/** Names of 1C's own attributes for what the exchange calls otherwise; the first one that a record has is meant. */
const OF_1C: Readonly<Record<string, readonly string[]>> = {
  ссылка: ['externalId'],
  ид: ['externalId'],
  guid: ['externalId'],
  id: ['externalId'],
  код: ['code', 'externalId'],
  наименование: ['name'],
  полноенаименование: ['legalName', 'fullName'],
  наименованиеполное: ['legalName', 'fullName'],
  инн: ['inn'],
  кпп: ['kpp'],
  огрн: ['ogrn'],
  номер: ['number', 'erpNumber'],
  дата: ['date', 'at', 'erpDate'],
  сумма: ['amount', 'total', 'debt'],
  валюта: ['currency'],
  телефон: ['phone'],
  почта: ['email'],
  адрес: ['address', 'deliveryAddress', 'legalAddress'],
  партнер: ['company', 'partner'],
  клиент: ['company'],
  контрагент: ['contractor'],
  договор: ['contract'],
  менеджер: ['manager'],
  количество: ['qty'],
  цена: ['price'],
  артикул: ['article'],
  комментарий: ['comment'],
  товары: ['lines'],
  состояние: ['state', 'status'],
  статус: ['status', 'state'],
  долг: ['debt'],
}

/** The declared name that an unknown one was surely meant to be, or undefined. */
export function nameLike(name: string, names: readonly string[]): string | undefined {
  const bare = plain(name)
  if (bare === '') return undefined
  const same = names.find((one) => plain(one) === bare)
  if (same) return same
  const meant = Object.hasOwn(OF_1C, bare) ? OF_1C[bare]?.find((one) => names.includes(one)) : undefined
  return meant ?? names.find((one) => bare.length > 3 && isOneSlipAway(bare, plain(one)))
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^a-zа-я0-9]/g, '')

/** One letter more, less or other. */
function isOneSlipAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  let end = 0
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1
  return Math.max(one.length, other.length) - start - end <= 1
}
