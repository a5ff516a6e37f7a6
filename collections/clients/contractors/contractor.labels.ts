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
    signerPost: { ru: 'Должность подписанта', en: 'Signatory’s post' },
    signerName: { ru: 'Кто подписывает договоры', en: 'Who signs contracts' },
    signerGenitive: { ru: 'В лице кого', en: 'Represented by' },
    signerBasis: { ru: 'На основании чего', en: 'Acting on the basis of' },
    active: { ru: 'Действует', en: 'Active' },
  },
  genitiveHint: {
    ru: 'Должность и имя в родительном падеже: «генерального директора Иванова Ивана Ивановича». Пустое поле портал заполнит сам',
    en: 'The post and the name in the Russian genitive. Left empty, the portal makes it',
  },
  options: {
    kind: {
      legal: { ru: 'Юридическое лицо', en: 'Legal entity' },
      entrepreneur: { ru: 'Предприниматель', en: 'Sole proprietor' },
      person: { ru: 'Физическое лицо', en: 'Individual' },
    },
  },
})
