import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about files that were printed. */
export const printFileLabels = defineLabels({
  one: { ru: 'Напечатанный файл', en: 'Printed file' },
  many: { ru: 'Напечатанное', en: 'Printed files' },
  group: { ru: 'Портал', en: 'Portal' },
  about: {
    ru: 'Файлы, напечатанные по шаблонам: кто, когда, по какой записи и по какой версии шаблона.',
    en: 'Files printed from templates: by whom, when, of which record and from which version of the template.',
  },
  fields: {
    title: { ru: 'Номер', en: 'Number' },
    kind: { ru: 'Что напечатано', en: 'What was printed' },
    entity: { ru: 'О чём', en: 'About' },
    entityId: { ru: 'Запись', en: 'Record' },
    company: { ru: 'Клиент', en: 'Client' },
    template: { ru: 'Шаблон', en: 'Template' },
    templateVersion: { ru: 'Версия шаблона', en: 'Version of the template' },
    user: { ru: 'Напечатал клиент', en: 'Printed by a client' },
    staff: { ru: 'Напечатал сотрудник', en: 'Printed by an employee' },
    authorName: { ru: 'Кто напечатал', en: 'Printed by' },
    sha256: { ru: 'SHA-256', en: 'SHA-256' },
  },
  printed: { ru: 'Напечатано', en: 'Printed' },
  file: { ru: 'Файл', en: 'File' },
  who: { ru: 'Кто', en: 'Who' },
  when: { ru: 'Когда', en: 'When' },
  version: { ru: 'Шаблон', en: 'Template' },
  builtIn: { ru: 'из поставки', en: 'of the portal' },
  numbered: { ru: 'версия {version}', en: 'version {version}' },
})
