import type { OutgoingParty } from './outgoing'
import { NAME_LENGTH } from './requisite-xml'
import { xmlElement, truncate, tag } from './xml-text'

/**
 * Контрагент of an order, role Покупатель. ОфициальноеНаименование makes it a legal entity for 1C,
 * ПолноеНаименование a person or an entrepreneur.
 */
export function partyXml(party: OutgoingParty, third: boolean): string {
  const key = tag('Ид', party.externalId) + tag('Наименование', truncate(party.name, NAME_LENGTH))
  const role = tag('Роль', 'Покупатель')
  const rest = [addressXml('Адрес', party.address), contactsXml(party), representativeXml(party, third)]
  const body = third ? [key, role, namesXml(party), ...rest] : [key, namesXml(party), ...rest, role]
  return xmlElement('Контрагент', ...body)
}

function namesXml(party: OutgoingParty): string {
  const full = truncate(party.legalName || party.name, NAME_LENGTH)
  const numbers = tag('ИНН', party.inn || null) + tag('КПП', party.kpp || null)
  if (party.kind === 'legal')
    return tag('ОфициальноеНаименование', full) + addressXml('ЮридическийАдрес', party.address) + numbers
  return [
    tag('ПолноеНаименование', full),
    tag('Фамилия', party.surname || null),
    tag('Имя', party.givenName || null),
    tag('Отчество', party.patronymic || null),
    numbers,
    addressXml('АдресРегистрации', party.address),
  ].join('')
}

function addressXml(name: string, address: string | null | undefined): string {
  return address ? xmlElement(name, tag('Представление', truncate(address, NAME_LENGTH))) : ''
}

function contactsXml(party: OutgoingParty): string {
  const contact = (type: string, value: string | null | undefined): string =>
    value ? xmlElement('Контакт', tag('Тип', type), tag('Значение', truncate(value, NAME_LENGTH))) : ''
  return xmlElement('Контакты', contact('Почта', party.email), contact('Телефон рабочий', party.phone))
}

function representativeXml(party: OutgoingParty, third: boolean): string {
  if (!party.representative) return ''
  const { externalId, name } = party.representative
  const written = truncate(name, NAME_LENGTH)
  const key = tag('Ид', externalId) + tag('Наименование', written)
  const relation = tag('Отношение', 'Контактное лицо')
  const person = third ? [relation, key] : [key, tag('ПолноеНаименование', written), relation]
  return xmlElement('Представители', xmlElement('Представитель', ...person))
}
