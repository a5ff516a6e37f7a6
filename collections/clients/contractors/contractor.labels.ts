import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about contractors. */
export const contractorLabels = defineLabels({
  one: { ru: 'Контрагент', en: 'Contractor' },
  many: { ru: 'Контрагенты', en: 'Contractors' },
  group: { ru: 'Клиенты', en: 'Clients' },
  about: {
    ru: 'Юридические лица и предприниматели, на которых клиенты оформляют заказы.',
    en: 'Legal entities and entrepreneurs that clients buy as.',
  },
  fields: {
    company: { ru: 'Клиент', en: 'Client' },
    kind: { ru: 'Вид', en: 'Kind' },
    name: { ru: 'Наименование', en: 'Name' },
    legalName: { ru: 'Полное наименование', en: 'Legal name' },
    inn: { ru: 'ИНН', en: 'INN' },
    kpp: { ru: 'КПП', en: 'KPP' },
    ogrn: { ru: 'ОГРН / ОГРНИП', en: 'OGRN' },
    legalAddress: { ru: 'Юридический адрес', en: 'Legal address' },
    postalAddress: { ru: 'Почтовый адрес', en: 'Postal address' },
    bankName: { ru: 'Банк', en: 'Bank' },
    bik: { ru: 'БИК', en: 'BIK' },
    account: { ru: 'Расчётный счёт', en: 'Account' },
    corrAccount: { ru: 'Корр. счёт', en: 'Corr. account' },
    active: { ru: 'Действует', en: 'Active' },
  },
  options: {
    kind: {
      legal: { ru: 'Юридическое лицо', en: 'Legal entity' },
      entrepreneur: { ru: 'Предприниматель', en: 'Sole proprietor' },
      person: { ru: 'Физическое лицо', en: 'Individual' },
    },
  },
})
