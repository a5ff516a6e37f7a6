import type { Counterparty } from './records'
import { childrenOf, childNode, id, childText, type XmlNode } from './tree'

/** Контрагенты of a document. */
export function readCounterparties(document: XmlNode): Counterparty[] {
  return childrenOf(document, 'Контрагенты', 'Контрагент').map((node) => ({
    externalId: id(node, 'Ид'),
    name: childText(node, 'Наименование'),
    legalName: childText(node, 'ОфициальноеНаименование') || childText(node, 'ПолноеНаименование') || null,
    inn: id(node, 'ИНН'),
    kpp: id(node, 'КПП'),
    role: childText(node, 'Роль') || null,
    address: addressOf(node),
    contacts: contactsOf(node),
    representatives: representativesOf(node),
  }))
}

function addressOf(node: XmlNode): string | null {
  for (const name of ['Адрес', 'ЮридическийАдрес', 'АдресРегистрации']) {
    const written = childText(childNode(node, name), 'Представление')
    if (written) return written
  }
  return null
}

function contactsOf(node: XmlNode): Counterparty['contacts'] {
  return childrenOf(node, 'Контакты', 'Контакт')
    .map((one) => ({
      type: childText(one, 'Тип') ?? childText(one, 'КонтактВид') ?? '',
      value: childText(one, 'Значение') ?? '',
    }))
    .filter((one) => one.value !== '')
}

/** A Представитель is written flat, or (2.03) with a Контрагент inside. */
function representativesOf(node: XmlNode): Counterparty['representatives'] {
  return childrenOf(node, 'Представители', 'Представитель').map((one) => {
    const person = childNode(one, 'Контрагент') ?? one
    return { externalId: id(person, 'Ид'), name: childText(person, 'Наименование') }
  })
}
